/** A server that gives WebAssembly a wrong type, and a place where there is none. */

import { Standard, init } from "../node_modules/palermo/web/index.js";
import { check } from "../shared/check.mjs";

async function wrong() {
  let message = "nothing";
  await init(new URL("nothing.wasm", import.meta.url)).catch((error) => (message = error.message));
  check(message.includes("404"), `a place where there is nothing gives: ${message}`);
  // It can be tried again, and the wrong type does no harm.
  await init();
  return Standard.see2002().evaluate({}).status;
}

globalThis.wrong = wrong;
