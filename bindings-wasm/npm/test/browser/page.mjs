/** Everything that is tested in a page; the package is imported as it stands in the tarball. */

import * as palermo from "../node_modules/palermo/web/index.js";
import { cases } from "../shared/cases.mjs";
import { check, same, thrown } from "../shared/check.mjs";
import { bytesPerEvaluation, microseconds } from "../shared/measure.mjs";
import { panics } from "../shared/panic.mjs";
import { runVectors } from "../shared/vectors.mjs";

const { NotInitialised, Standard } = palermo;
const text = async (place) => (await fetch(place)).text();

const failures = [];
async function test(name, run) {
  try {
    await run();
    console.log(`✔ ${name}`);
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
    console.log(`✖ ${name}: ${error.stack}`);
  }
}

/** An object of the realm of another frame. */
function elsewhere() {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const { Map: OtherMap, Object: OtherObject } = frame.contentWindow;
  const record = new OtherObject();
  record.facts = new OtherObject();
  return { record, map: new OtherMap() };
}

/** What a worker answers. */
function inWorker(records) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(records);
  });
}

async function all({ vectors, records, rules }) {
  const report = {};

  await test("a call before init says what to do", () => {
    for (const call of [() => Standard.see2002(), () => Standard.at("2026-11-24")]) {
      const error = thrown(call, "before init");
      check(error instanceof NotInitialised && error.name === "NotInitialised", String(error));
      check(error.message.includes("`await init()`"), error.message);
    }
  });
  await palermo.init();
  await test("a rule set before initLoader says what to do", () => {
    const error = thrown(() => Standard.fromJson("{}"), "before initLoader");
    check(error instanceof NotInitialised && error.message.includes("`await initLoader()`"), String(error));
  });
  await palermo.initLoader();

  const standard = Standard.see2002();
  const ruleSet = await text(`../node_modules/palermo/rules/${rules}`);
  for (const [name, run] of Object.entries(cases)) {
    await test(name, () => run(palermo, standard, { ruleSet }));
  }
  await test("every vector, embedded and loaded", async () => {
    const files = {};
    for (const name of vectors) {
      files[name] = JSON.parse(await text(`../vectors/${name}`));
    }
    report.vectors = runVectors(palermo, standard, files);
    same(runVectors(palermo, Standard.fromJson(ruleSet), files), report.vectors, "the loaded rule set");
  });
  const texts = await Promise.all(records.map((name) => text(`../records/${name}`)));
  await test("an object of another frame is plain data as well", () => {
    const { record, map } = elsewhere();
    record.facts.age_years = 16;
    same(standard.evaluate(record).child, "child", "the record of another frame");
    record.facts = map;
    check(thrown(() => standard.evaluate(record), "a map") instanceof palermo.RecordErrors, "a map of another frame");
  });
  await test("several workers decide at once", async () => {
    const expected = texts.map((record) => standard.evaluateJson(record));
    for (const answers of await Promise.all([inWorker(texts), inWorker(texts), inWorker(texts)])) {
      same(answers, expected, "the answers of a worker");
    }
  });
  await test("an error of palermo itself closes it, and says so again and again", async () => {
    const copy = await import("../palermo-panics/web/index.js");
    await copy.init();
    panics(copy);
  });
  await test("memory stays what it is over 50,000 evaluations", async () => {
    report.bytes_per_evaluation = await bytesPerEvaluation(standard, texts, globalThis.bytesInUse);
    check(report.bytes_per_evaluation < 20, `it grows by ${report.bytes_per_evaluation} bytes for each evaluation`);
  });
  report.microseconds = microseconds(standard, texts);
  return { failures, report };
}

globalThis.all = all;
