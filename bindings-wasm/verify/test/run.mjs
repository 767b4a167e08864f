/** The module that proves, in Node: each case in the folder `cases` comes out as it did in Rust itself, byte for byte. */

import assert from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const beforeLoading = performance.now();
const { promises, verify } = createRequire(import.meta.url)("./wasm/verify-node.cjs");
const loaded = performance.now() - beforeLoading;

const milliseconds = {};

/** What a call gives or throws, as text. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    assert.strictEqual(typeof error, "string", `no text was thrown: ${error}`);
    return error;
  }
}

for (const name of readdirSync("cases")) {
  const text = (file) => readFileSync(`cases/${name}/${file}`, "utf8");
  test(name, () => {
    const overlays = JSON.parse(text("overlays.json"));
    const asked = JSON.parse(text("promises.json"));
    const start = performance.now();
    const found = outcome(() => verify(text("rule-set.json"), overlays, text("charter.json"), asked));
    milliseconds[name] = Math.round(performance.now() - start);
    assert.strictEqual(found, text("expected.json"));
  });
}

test("the promises of a charter can be listed before anything is proved", () => {
  const charter = readFileSync("cases/standard/charter.json", "utf8");
  const proved = JSON.parse(readFileSync("cases/standard/expected.json", "utf8")).promises;
  const parts = ({ name, number, sentence, formal }) => ({ name, ...(number && { number }), sentence, formal });
  assert.deepStrictEqual(JSON.parse(promises(charter)), proved.map(parts));
  assert.match(outcome(() => promises("{")), /^\{"kind":"charter","errors":\[\{"path":"","code":"invalid_json"/);
});

test("what is wrong is told with its place", () => {
  const standard = readFileSync("cases/standard/rule-set.json", "utf8");
  const charter = readFileSync("cases/standard/charter.json", "utf8");
  const thrown = (...asked) => JSON.parse(outcome(() => verify(...asked)));

  assert.deepStrictEqual(thrown("{", [], charter, []).errors.map(({ code }) => code), ["invalid_json"]);
  const misspelt = thrown(standard.replace('"interview":', '"intervew":'), [], charter, []);
  assert.strictEqual(misspelt.kind, "rule_set");
  assert.match(misspelt.errors.find(({ path }) => path === "/intervew").help, /`interview`/);

  const overlay = thrown(standard, [JSON.parse(readFileSync("cases/overlays/overlays.json", "utf8"))[0], "{}"], charter, []);
  assert.strictEqual(overlay.kind, "rule_set");
  assert.ok(overlay.errors.every(({ document }) => document === "#2"));
  assert.ok(overlay.errors.some(({ path, code }) => path === "/id" && code === "missing_key"));

  const renamed = thrown(standard.replaceAll('"age_doubt"', '"age_doubted"'), [], charter, []);
  assert.strictEqual(renamed.kind, "charter");
  assert.ok(renamed.errors.every(({ code, help }) => code === "unknown_name" && help.includes("age_doubted")));

  assert.deepStrictEqual(thrown(standard, [], charter, ["shelter-independent-of-shelf"]), {
    kind: "unknown_promise",
    message: "the charter has no such promise",
    nearest: "shelter-independent-of-shield",
  });
});

process.on("exit", () => {
  console.log(`palermo-proved: ${JSON.stringify({ node: process.versions.node, loaded, milliseconds })}`);
});
