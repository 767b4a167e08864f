/** The package of Node with a function that panics; for the tests alone, in a folder beside `src`. */

import { engine } from "../src/standard.js";

export * from "../src/node.js";

/** Panics inside the WebAssembly. */
export function panicInside(): void {
  engine.call(({ RawStandard }) => (RawStandard.see2002() as unknown as { panicInside(): void }).panicInside());
}
