// The answers of a patient as a QuestionnaireResponse of HL7 FHIR R4B, made in this browser from what the sheet shows.
import { all } from "./page.js";
import { save } from "./save.js";

const words = (where) => all(where)[0].textContent.trim();

function answered(linkId, text, name, value) {
  const display = words(`.kh-their [data-when="${name}=${value}"]`);
  return { linkId, text, answer: [{ valueCoding: { code: String(value), display } }] };
}

// `made`: of a patient who does not exist, which FHIR says with a tag.
function response(found, questions, made) {
  const points = Object.keys(found.answers)
    .filter((nr) => found.answers[nr])
    .map((nr) => answered(`belangrijk.${nr}`, words(`.kh-their [data-unless="${nr}=0"] strong`), nr, found.answers[nr]));
  const heading = (place) => all(".kh-their h3")[place].textContent;
  const item = points.length ? [{ linkId: "belangrijk", text: heading(2), item: points }] : [];
  if (found.leaning) item.push(answered("neiging", heading(0), "leaning", found.leaning));
  if (found.role) item.push(answered("rol", heading(1), "role", found.role));
  const test = { system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HTEST", display: "test health data" };
  return {
    resourceType: "QuestionnaireResponse",
    ...(made && { meta: { tag: [test] } }),
    questionnaire: `${new URL(questions, location.href).href}|${found.version.n}`,
    status: "completed",
    authored: new Date().toISOString(),
    ...(item.length && { item }),
  };
}

export function keep({ dataset }, found, made) {
  save(dataset.name, "json", "application/fhir+json", JSON.stringify(response(found, dataset.fhir, made)));
}
