// Where everything in the drawing stands: the child in the middle, themes around it, people in rings by how close
// they are. Pure: no page, no clock, no chance, so the same sheet always gives the same drawing.
import { childBlock, personBlock, themeBlock } from "./blocks.js";
import { remembering, wrap } from "./wrapping.js";

const RINGS = [1, 2, 3];
const SIZES = { most: 30, least: 10.5, step: 0.94 };
// Steps of giving way: first a round, then rows, then less in a block, then names cut short.
const WAYS = [
  { round: true, most: 6, tight: false, least: 13 },
  { round: false, most: 6, tight: false, least: 12 },
  { round: true, most: 6, tight: true, least: 11 },
  { round: false, most: 9, tight: true, least: 0 },
  { round: false, most: 2, tight: true, least: 0 },
];

// The drawing of a sheet. `page` is {width, height} for paper; without height the drawing grows downwards and keeps
// the size of its letters. {width, height, size, bands, blocks, links, left: {themes, people}, cut}.
export function place(sheet, page, measure) {
  const asked = { ...sheet, measure: remembering(measure) };
  for (let tenths = 10; tenths >= 0; tenths -= 1) {
    const part = { ...asked, themes: first(sheet.themes, tenths), people: first(sheet.people, tenths) };
    const found = page.height ? largest(part, page) : growing(part, page);
    if (found) {
      return {
        ...found,
        left: { themes: sheet.themes.length - part.themes.length, people: sheet.people.length - part.people.length },
        cut: found.blocks.filter((block) => block.cut).length,
      };
    }
  }
  throw new Error("A page on which not even a name fits");
}

const first = (items, tenths) => items.slice(0, Math.ceil((items.length * tenths) / 10));

function largest(sheet, page) {
  for (const way of WAYS) {
    for (let size = page.size || SIZES.most; size >= Math.max(way.least, SIZES.least); size *= SIZES.step) {
      const found = attempt(sheet, page, { ...way, size });
      if (found) return found;
    }
  }
  return null;
}

// On a screen: letters of a readable size, and as much height as that takes. Where a page is too narrow for those
// letters, smaller ones.
function growing(sheet, page) {
  for (let size = page.size || 15; size >= SIZES.least; size *= 0.85) {
    for (const way of WAYS.slice(0, 2)) {
      const tallest = page.width * (way.round ? 1.7 : 40);
      for (let height = page.width * 0.55; height < tallest; height = height * 1.08 + 10) {
        const found = attempt(sheet, { width: page.width, height }, { ...way, size });
        if (found) return found;
      }
    }
  }
  return null;
}

// One try with letters of one size; null where it does not fit.
function attempt(sheet, page, way) {
  const with_ = { ...way, measure: sheet.measure };
  const themes = sheet.themes.map((theme) => themeBlock(theme, with_));
  const people = sheet.people.map((person) => personBlock(person, with_));
  const child = childBlock(sheet.name, with_);
  const needed = [child, ...themes, ...people].reduce((sum, block) => sum + block.w * block.h, 0);
  if (needed > page.width * page.height) return null;
  const rings = RINGS.map((ring) => ({ ring, blocks: people.filter((block) => block.about.ring === ring) }));
  const used = rings.filter((ring) => ring.blocks.length).reverse();
  for (const sides of waysToStand(used.length, page)) {
    const found = nested(used, sides, page, { ...with_, labels: sheet.labels });
    const inside = found && around(child, themes, found.room, way);
    if (inside) {
      const blocks = [...inside.blocks, ...found.blocks];
      return { width: page.width, height: page.height, size: way.size, bands: found.bands, blocks, links: inside.links };
    }
  }
  return null;
}

// For every ring: its people left and right (true), or above and below. What suits the page comes first.
function waysToStand(count, page) {
  const wide = page.width > page.height * 1.15;
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, at) => Boolean(bits & (1 << at)) !== wide));
}

// Rings as frames inside each other, the farthest first; `room` is what is left for the child and the themes.
function nested(rings, sides, page, way) {
  const edge = way.size * 0.15;
  let room = { x: edge, y: edge, w: page.width - 2 * edge, h: page.height - 2 * edge };
  const bands = [];
  const blocks = [];
  for (let at = 0; at < rings.length; at += 1) {
    const found = frame(rings[at], sides[at], room, way);
    if (!found) return null;
    bands.push(found.band);
    blocks.push(...found.blocks);
    room = found.room;
  }
  bands.push({ ring: 0, ...room, r: way.size * 1.4 });
  return { bands, blocks, room: inset(room, way.size * 0.5) };
}

const inset = (room, by) => ({ x: room.x + by, y: room.y + by, w: room.w - 2 * by, h: room.h - 2 * by });

// One ring: its label in the top left corner, its people in two strips opposite each other.
function frame({ ring, blocks }, upright, outer, way) {
  const gap = way.size * 0.5;
  const label = label_(ring, outer, way);
  const head = label.tall;
  const half = Math.ceil(blocks.length / 2);
  const parts = [blocks.slice(0, half), blocks.slice(half)];
  const along = upright ? outer.h - head - 2 * gap : outer.w - 2 * gap;
  const strips = parts.map((part) => strip(part, along, gap, upright));
  if (strips.some((one) => !one)) return null;
  const deep = strips.map((one) => (one.deep ? one.deep + gap : gap));
  // Left and right weigh the same, so that the child stays in the middle.
  const [before, after] = upright ? [Math.max(...deep), Math.max(...deep)] : deep;
  const room = upright
    ? { x: outer.x + before + gap, y: outer.y + head, w: outer.w - before - after - 2 * gap, h: outer.h - head - gap }
    : { x: outer.x + gap, y: outer.y + head + before, w: outer.w - 2 * gap, h: outer.h - head - before - after - gap };
  if (room.w <= 0 || room.h <= 0) return null;
  const starts = upright ? [outer.x + gap, room.x + room.w + gap] : [outer.y + head, room.y + room.h + gap];
  const from = upright ? outer.y + head + gap : outer.x + gap;
  const placed = strips.map((one, at) => one.items.map(({ block, deep, far }) => {
    const a = starts[at] + deep;
    const b = from + far;
    return { ...block, x: upright ? a : b, y: upright ? b : a };
  }));
  return {
    band: { ring, ...outer, r: way.size * 1.6, label: label.lines },
    blocks: placed[0].concat(placed[1]),
    room,
  };
}

function label_(ring, outer, way) {
  const size = way.size * 0.8;
  const found = wrap((way.labels || [])[ring - 1] || "", {
    size, width: outer.w - size * 3, most: 1, measure: way.measure,
  });
  const lines = found.lines.map((text) => ({ text, x: outer.x + outer.w / 2, y: outer.y + size * 1.35, size }));
  return { lines, tall: size * 1.8 };
}

// Blocks in lines along a side, evenly spread. {deep, items: [{block, deep, far}]}, or null where it cannot.
function strip(blocks, along, gap, upright) {
  const long = (block) => (upright ? block.h : block.w);
  const thick = (block) => (upright ? block.w : block.h);
  const lines = [];
  let used = Infinity;
  blocks.forEach((block) => {
    if (used + gap + long(block) > along) {
      lines.push([]);
      used = -gap;
    }
    used += gap + long(block);
    lines[lines.length - 1].push(block);
  });
  if (blocks.some((block) => long(block) > along)) return null;
  let deep = 0;
  const items = [];
  const fits = (line) => line.reduce((sum, block) => sum + long(block) + gap, -gap) <= along;
  evened(lines, fits).forEach((line) => {
    const most = Math.max(...line.map(thick));
    const spare = (along - line.reduce((sum, block) => sum + long(block), 0)) / (line.length + 1);
    let far = spare;
    line.forEach((block) => {
      items.push({ block, deep: deep + (most - thick(block)) / 2, far });
      far += long(block) + spare;
    });
    deep += most + gap;
  });
  return { deep: lines.length ? deep - gap : 0, items };
}

// The same lines with about the same number in each, where that makes none too long.
function evened(lines, fits) {
  const all = [].concat(...lines);
  const each = Math.ceil(all.length / (lines.length || 1));
  const even = lines.map((_, nr) => all.slice(nr * each, (nr + 1) * each)).filter((line) => line.length);
  return even.every(fits) ? even : lines;
}

// The child with the themes around it, in a room.
function around(child, themes, room, way) {
  return way.round ? rounded(child, themes, room, way) : rows(child, themes, room, way);
}

const middle = (room) => [room.x + room.w / 2, room.y + room.h / 2];
const at = (block, x, y) => ({ ...block, x: x - block.w / 2, y: y - block.h / 2 });

function rounded(child, themes, room, way) {
  const [x, y] = middle(room);
  const centre = at(child, x, y);
  const wide = Math.max(0, ...themes.map((theme) => theme.w));
  const tall = Math.max(0, ...themes.map((theme) => theme.h));
  const a = Math.min((room.w - wide) / 2, way.size * 17);
  const b = Math.min((room.h - tall) / 2, way.size * 17);
  const free = child.w <= room.w && child.h <= room.h && a >= 0 && b >= 0;
  // Each takes at least its height of the edge, which is shorter than that of the box around it.
  if (!free || 4 * (a + b) < themes.length * Math.min(...themes.map((theme) => theme.h))) return null;
  for (const turn of [0, 0.5]) {
    const placed = spread(themes.length, a, b, turn).map(([dx, dy], nr) => at(themes[nr], x + dx, y + dy));
    const blocks = [centre, ...placed];
    if (apart(blocks, way.size * 0.35)) {
      const links = placed.map((block) => [x, y, block.x + block.w / 2, block.y + block.h / 2]);
      return { blocks, links };
    }
  }
  return null;
}

// Places on an ellipse, equally far along its edge, from the top.
function spread(count, a, b, turn) {
  const STEPS = 360;
  const edge = [0];
  const point = (step) => {
    const angle = (step / STEPS) * 2 * Math.PI - Math.PI / 2;
    return [a * Math.cos(angle), b * Math.sin(angle)];
  };
  for (let step = 1; step <= STEPS; step += 1) {
    const [x, y] = point(step);
    const [px, py] = point(step - 1);
    edge.push(edge[step - 1] + Math.hypot(x - px, y - py));
  }
  const found = [];
  let step = 0;
  for (let nr = 0; nr < count; nr += 1) {
    const far = ((nr + turn) / count) * edge[STEPS];
    while (step < STEPS && edge[step] < far) step += 1;
    found.push(point(step));
  }
  return found;
}

// No two closer than `gap`. The child is a circle, so its corners are free.
function apart(blocks, gap) {
  return blocks.every((one, nr) => blocks.slice(nr + 1).every((other) => !near(one, other, gap)));
}

function near(one, other, gap) {
  const overlap = one.x < other.x + other.w + gap && other.x < one.x + one.w + gap
    && one.y < other.y + other.h + gap && other.y < one.y + one.h + gap;
  if (!overlap || one.kind !== "child") return overlap;
  const x = Math.max(other.x, Math.min(one.x + one.r, other.x + other.w));
  const y = Math.max(other.y, Math.min(one.y + one.r, other.y + other.h));
  return Math.hypot(x - one.x - one.r, y - one.y - one.r) < one.r + gap;
}

// Rows above and below, and blocks left and right of the child as far as there is room.
function rows(child, themes, room, way) {
  const gap = way.size * 0.4;
  if (child.w > room.w || child.h > room.h) return null;
  const wide = Math.max(1, ...themes.map((theme) => theme.w));
  const tall = Math.max(1, ...themes.map((theme) => theme.h));
  const columns = Math.floor(((room.w - child.w) / 2 - gap + 0.001) / (wide + gap));
  const high = Math.max(1, Math.floor((child.h + gap) / (tall + gap)));
  const beside = Math.min(themes.length, Math.max(0, columns) * high * 2);
  const rest = themes.length - beside;
  const above = themes.slice(0, Math.ceil(rest / 2));
  const sides = themes.slice(above.length, above.length + beside);
  const below = themes.slice(above.length + beside);
  const strips = [above, below].map((part) => strip(part, room.w, gap, false));
  if (strips.some((one) => !one)) return null;
  const left = sides.slice(0, Math.ceil(sides.length / 2));
  const wings = [left, sides.slice(left.length)].map((part) => wing(part, columns, gap, wide));
  const waist = Math.max(child.h, ...wings.map((one) => one.h));
  const needed = waist + strips.reduce((sum, one) => sum + (one.deep ? one.deep + gap : 0), 0);
  if (needed > room.h) return null;
  const spare = (room.h - needed) / 2;
  const y = room.y + spare + (strips[0].deep ? strips[0].deep + gap : 0);
  const placed = strips.map((one, nr) => one.items.map(({ block, deep, far }) => ({
    ...block, x: room.x + far, y: (nr ? y + waist + gap : room.y + spare) + deep,
  })));
  const x = room.x + room.w / 2;
  const side = (room.w - child.w) / 2;
  const winged = wings.map((one, nr) => {
    const from = nr ? room.x + side + child.w : room.x;
    return one.items.map(({ block, dx, dy }) => ({
      ...block, x: from + (side - one.w) / 2 + dx, y: y + (waist - one.h) / 2 + dy,
    }));
  });
  const blocks = [at(child, x, y + waist / 2), ...placed[0], ...winged[0], ...winged[1], ...placed[1]];
  return { blocks, links: [] };
}

// Blocks beside the child, in rows of at most `columns`.
function wing(blocks, columns, gap, wide) {
  const items = [];
  let y = 0;
  for (let from = 0; from < blocks.length; from += columns) {
    const row = blocks.slice(from, from + columns);
    const tall = Math.max(...row.map((block) => block.h));
    row.forEach((block, nr) => items.push({ block, dx: nr * (wide + gap), dy: y + (tall - block.h) / 2 }));
    y += tall + gap;
  }
  const across = Math.min(columns, blocks.length);
  return { items, w: across ? across * (wide + gap) - gap : 0, h: Math.max(0, y - gap) };
}
