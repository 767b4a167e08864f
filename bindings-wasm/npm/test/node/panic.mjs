/** What a caller sees of a panic; `palermo-panics` is a copy of the package with a function that panics. */

import assert from "node:assert";
import { createRequire } from "node:module";

const { InternalError, Standard, panicInside } = createRequire(import.meta.url)("../palermo-panics/node/node.js");

const standard = Standard.see2002();
assert.strictEqual(standard.evaluate({}).status, "undetermined");
for (const call of [panicInside, () => standard.evaluate({}), () => standard.id, () => Standard.see2002(), panicInside]) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof InternalError && error.name === "InternalError", String(error));
    assert.match(error.message, /anew/);
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    return true;
  });
}
// Giving memory back is no deciding; it must not throw while something else is being cleaned up.
standard.free();
