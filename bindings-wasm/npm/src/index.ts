/**
 * The entry for pages, workers of pages and bundlers: await {@link init} once, then use {@link Standard}.
 *
 * @packageDocumentation
 */

import { engine, loader } from "./standard.js";
import initPalermo, * as glue from "../wasm/palermo-web.js";
import initPalermoLoader, * as loaderGlue from "../wasm/loader-web.js";

export * from "./shared.js";

/** Where WebAssembly comes from: a place, what was fetched, bytes, or a compiled module. */
export type WasmSource = string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/**
 * Fetches and opens the WebAssembly that decides; to be awaited once before anything else. Calling it again is harmless, and
 * tries again where it failed. In Node it does nothing, so that one program runs in both.
 *
 * @param source where to take it from, if not from beside this module.
 */
export const init: (source?: WasmSource) => Promise<void> = once(async (source) => {
  await initPalermo({ module_or_path: await checked(source ?? new URL("../wasm/palermo_bg.wasm", import.meta.url)) });
  engine.openWith(() => glue);
});

/**
 * Fetches and opens the WebAssembly that compiles rule sets of your own; to be awaited once before `Standard.fromJson`, beside
 * {@link init}. In Node it does nothing.
 *
 * @param source where to take it from, if not from beside this module.
 */
export const initLoader: (source?: WasmSource) => Promise<void> = once(async (source) => {
  await initPalermoLoader({ module_or_path: await checked(source ?? new URL("../wasm/loader_bg.wasm", import.meta.url)) });
  loader.openWith(() => loaderGlue);
});

/** Lets a function run once, or until it succeeds. */
function once(run: (source?: WasmSource) => Promise<void>): (source?: WasmSource) => Promise<void> {
  let running: Promise<void> | undefined;
  return (source) => {
    running ??= run(source).catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

/** Fetches what is a place, and says so where the server does not have it, rather than try to compile an error page. */
async function checked(source: WasmSource): Promise<Response | BufferSource | WebAssembly.Module> {
  const isPlace = typeof source === "string" || source instanceof URL || source instanceof Request;
  const taken = await (isPlace ? fetch(source) : source);
  if (taken instanceof Response && !taken.ok) {
    throw new Error(`the WebAssembly of palermo cannot be fetched: the server answers ${taken.status} for ${taken.url}`);
  }
  return taken;
}
