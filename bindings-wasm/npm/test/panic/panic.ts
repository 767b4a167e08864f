/** Panics inside the WebAssembly; for the tests alone, in a folder beside `src`. */

import { engine } from "../src/standard.js";

export function panicInside(): void {
  engine.call(({ RawStandard }) => (RawStandard.see2002() as unknown as { panicInside(): void }).panicInside());
}
