/** What a caller sees of a panic. */

import { check, same, thrown } from "./check.mjs";

/** `palermo` is a copy of the package with a function that panics. */
export function panics({ InternalError, Standard, panicInside }) {
  const standard = Standard.see2002();
  same(standard.evaluate({}).status, "undetermined", "before the panic");
  for (const call of [panicInside, () => standard.evaluate({}), () => standard.id, () => Standard.see2002(), panicInside]) {
    const error = thrown(call, "after a panic");
    check(error instanceof InternalError && error.name === "InternalError", `it is ${error}`);
    check(error.message.includes("anew"), error.message);
    check(error.cause instanceof WebAssembly.RuntimeError, `the cause is ${error.cause}`);
  }
  // Giving memory back is no deciding; it throws nothing while something else is being cleaned up.
  standard.free();
}
