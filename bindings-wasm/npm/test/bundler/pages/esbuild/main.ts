/** The page for esbuild, which is told that WebAssembly is a file, and gives its place. */

import loader from "palermo/wasm/loader_bg.wasm";
import palermo from "palermo/wasm/palermo_bg.wasm";
import { offer } from "../page.js";

const at = (place: string) => new URL(place, import.meta.url);

offer(() => new Worker(at("worker.js"), { type: "module" }), { palermo: at(palermo), loader: at(loader) });
