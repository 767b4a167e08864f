/** Runs the vectors as `tests/vectors/README.md` says. */

import { check } from "./check.mjs";

const FILE = ["format", "about", "standard", "flags", "count", "vectors"];
const VALID = ["id", "about", "flags", "record", "record_parts", "decision", "compact", "subject", "explanation", "status_questions", "report"];
const REFUSED = ["id", "about", "flags", "record", "record_parts", "errors"];

/**
 * Runs every vector of every file against a standard, with its text and with the object that the text is.
 *
 * @returns how many vectors there are; all of them came out as they should.
 */
export function runVectors(palermo, standard, files) {
  const ids = new Set();
  const failures = [];
  for (const [name, file] of Object.entries(files)) {
    wellFormed(name, file, standard);
    for (const vector of file.vectors) {
      check(!ids.has(vector.id), `the id ${vector.id} stands twice`);
      ids.add(vector.id);
      known(vector, vector.errors === undefined ? VALID : REFUSED, vector.id);
      check(vector.flags.every((flag) => flag in file.flags), `${vector.id} has a flag that is not explained`);
      failures.push(...(vector.errors === undefined ? valid(standard, vector) : refused(palermo, standard, vector)));
    }
  }
  check(failures.length === 0, `${failures.length} comparisons failed:\n${failures.slice(0, 20).join("\n")}`);
  check(ids.size > 700, `there are only ${ids.size} vectors`);
  return ids.size;
}

function wellFormed(name, file, standard) {
  known(file, FILE, name);
  check(file.format === 1, `${name} has another format`);
  check(file.count === file.vectors.length, `${name} has another count`);
  check(JSON.stringify(file.standard) === JSON.stringify(standard.identity()), `${name} is for another standard`);
}

/** Whoever passes over a member that it does not know passes over something that has to be compared. */
function known(object, members, name) {
  const unknown = Object.keys(object).filter((key) => !members.includes(key));
  check(unknown.length === 0, `${name} has members that are not known: ${unknown}`);
}

function textOf({ record, record_parts: parts }) {
  return record ?? parts.map(({ text, times }) => text.repeat(times)).join("");
}

/**
 * The text, and the object that it is, unless what the vector shows does not outlive the reading. A text that is a word alone
 * is read as that word, which in JavaScript would be taken for the text of a record.
 */
function inputs(vector) {
  const text = textOf(vector);
  const object = vector.flags.includes("text_only") ? "" : JSON.parse(text);
  return typeof object === "string" ? [text] : [text, object];
}

function valid(standard, vector) {
  const failures = [];
  const { id, decision, compact, subject, explanation, status_questions: questions, report } = vector;
  const compare = (what, is, should) => {
    if (should !== undefined && is !== should) {
      failures.push(`${id}: ${what} differs from place ${firstDifference(is, should)} on`);
    }
  };
  for (const input of inputs(vector)) {
    compare("decision", standard.evaluateJson(input), decision);
    compare("decision as an object", JSON.stringify(standard.evaluate(input)), decision);
    compare("compact", standard.evaluateCompactJson(input), compact);
    compare("compact as an object", JSON.stringify(standard.evaluateCompact(input)), compact);
    if (explanation !== undefined) {
      compare("explanation", standard.explainJson(input, subject), explanation);
      compare("explanation as an object", JSON.stringify(standard.explain(input, subject)), explanation);
    }
    compare("status_questions", standard.questionsJson(input, "status"), questions);
    compare("status_questions as objects", JSON.stringify(standard.questions(input, "status")), questions);
    const found = standard.validate(input);
    const shown = { warnings: found.warnings.map(place), advice: found.advice.map(place) };
    compare("report", JSON.stringify(shown), report && JSON.stringify({ warnings: report.warnings, advice: report.advice }));
    compare("errors of the report", JSON.stringify(found.errors), "[]");
  }
  return failures;
}

function refused(palermo, standard, vector) {
  const failures = [];
  const should = JSON.stringify(vector.errors);
  for (const input of inputs(vector)) {
    const validated = JSON.stringify(standard.validate(input).errors.map(place));
    if (validated !== should) {
      failures.push(`${vector.id}: validate finds ${validated}, and should find ${should}`);
    }
    for (const method of ["evaluate", "evaluateJson", "evaluateCompact", "questions"]) {
      try {
        standard[method](input);
        failures.push(`${vector.id}: ${method} refuses nothing`);
      } catch (error) {
        const is = error instanceof palermo.RecordErrors ? JSON.stringify(error.errors.map(place)) : String(error);
        if (is !== should) {
          failures.push(`${vector.id}: ${method} gives ${is}, and should give ${should}`);
        }
      }
    }
  }
  return failures;
}

function place({ path, code }) {
  return { path, code };
}

function firstDifference(one, other) {
  let place = 0;
  while (place < one.length && one[place] === other[place]) {
    place++;
  }
  return place;
}
