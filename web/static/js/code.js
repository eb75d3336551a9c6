// The antwoordcode of ADR 16. In leaning, role and question 0 is: not said.
export const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const FORMAT = 1;
export const CHECK = 10;

export const bits = (value, width) => value.toString(2).padStart(width, "0");
export const highest = (questions) => Math.max.apply(null, questions);

// What is left after division by x¹⁰+x⁹+x⁵+x⁴+x+1 (CRC-10/ATM). Zeros behind a whole code leave nothing too.
export function remainder(text) {
  let rest = 0;
  Array.from(text).forEach((bit) => {
    rest = (rest << 1) | Number(bit);
    if (rest >> CHECK) rest ^= 0x633;
  });
  return rest;
}

// The code of `state` (schemas/antwoorden.schema.json) of an aid with these question numbers.
export function write(state, questions) {
  let all = bits(FORMAT, 3) + bits(state.nr, 10) + bits(state.versie, 10);
  all += bits(state.neiging || 0, 4) + bits(state.rol || 0, 3);
  for (let nr = 1; nr <= highest(questions); nr += 1) all += bits(state.antwoorden[nr] || 0, 3);
  all += bits(remainder(all + "0".repeat(CHECK)), CHECK);
  all = all.padEnd(Math.ceil(all.length / 5) * 5, "0");
  return all.match(/.{5}/g).map((five) => SIGNS[parseInt(five, 2)]).join("");
}

export const groups = (code) => code.match(/.{1,4}/g);
