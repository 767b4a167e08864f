/**
 * The entry for Node. The WebAssembly is read at the first call, so nothing has to be awaited.
 *
 * @packageDocumentation
 */

import { engine, loader } from "./standard.js";

export * from "./shared.js";

engine.openWith(() => require("../wasm/palermo-node.cjs"));
loader.openWith(() => require("../wasm/loader-node.cjs"));

/** Does nothing in Node: it is there so that one program runs in a page as well. */
export function init(source?: unknown): Promise<void> {
  void source;
  return Promise.resolve();
}

/** Does nothing in Node: it is there so that one program runs in a page as well. */
export function initLoader(source?: unknown): Promise<void> {
  void source;
  return Promise.resolve();
}
