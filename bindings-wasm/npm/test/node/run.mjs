/** Everything that is tested in one process of Node: `node run.mjs import` or `node run.mjs require`. */

import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import vm from "node:vm";
import { Worker } from "node:worker_threads";

import { cases } from "../shared/cases.mjs";
import { median, microseconds } from "../shared/measure.mjs";
import { panics } from "../shared/panic.mjs";
import { runVectors } from "../shared/vectors.mjs";
import { filesOf, palermo, records, ruleSet, way } from "./open.mjs";

const { Standard } = palermo;
const standard = Standard.see2002();
const report = {};

for (const [name, run] of Object.entries(cases)) {
  test(name, () => run(palermo, standard, { ruleSet }));
}

test("every vector, embedded and loaded", () => {
  const files = Object.fromEntries(
    Object.entries(filesOf("vectors"))
      .filter(([name]) => name.endsWith(".json") && name !== "schema.json")
      .map(([name, text]) => [name, JSON.parse(text)]),
  );
  report.vectors = runVectors(palermo, standard, files);
  assert.strictEqual(runVectors(palermo, Standard.fromJson(ruleSet), files), report.vectors);
});

test("import and require give the same classes, so that instanceof holds across both", async () => {
  const required = createRequire(import.meta.url)("palermo");
  const imported = await import("palermo");
  for (const name of Object.keys(required)) {
    assert.strictEqual(imported[name], required[name], name);
  }
  const plain = (names) => names.filter((name) => !["default", "__esModule", "module.exports"].includes(name)).sort();
  assert.deepStrictEqual(plain(Object.keys(imported)), plain(Object.keys(required)));
});

test("an object of another realm is plain data as well", () => {
  const record = vm.runInNewContext('({ facts: { age_years: 16 }, declined: ["age_doubt"], conduct: [] })');
  assert.strictEqual(standard.evaluate(record).child, "child");
  const error = vm.runInNewContext("({ facts: new Map([['age_years', 16]]) })");
  assert.throws(() => standard.evaluate(error), palermo.RecordErrors);
});

test("an error of palermo itself closes it, and says so again and again", () => {
  panics(createRequire(import.meta.url)("../palermo-panics/node/node.cjs"));
});

test("several workers decide at once", async () => {
  const expected = records.map((text) => standard.evaluateJson(text));
  const inWorker = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.mjs", import.meta.url), { argv: [way], workerData: records });
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  for (const answers of await Promise.all(Array.from({ length: 4 }, inWorker))) {
    assert.deepStrictEqual(answers, expected);
  }
});

test("memory stays what it is over 50,000 evaluations", () => {
  const out = alone("memory.mjs", ["--expose-gc"]);
  report.bytes_per_evaluation = Number(out);
  // An object that is kept takes more, and the text of a decision has some 20,000 bytes.
  assert.ok(report.bytes_per_evaluation < 20, `it grows by ${out} bytes for each evaluation`);
});

test("it is measured", () => {
  report.runtime = `Node ${process.versions.node}, ${way}`;
  report.microseconds = microseconds(standard, records);
  report.first_decision_milliseconds = median(Array.from({ length: 15 }, () => Number(alone(`first.${way === "require" ? "cjs" : "mjs"}`))));
  console.log(`palermo-measured: ${JSON.stringify(report)}`);
});

/** Runs a program in a process of its own and returns what it prints. */
function alone(program, flags = []) {
  return execFileSync(process.execPath, [...flags, new URL(program, import.meta.url).pathname, way], { encoding: "utf8" });
}
