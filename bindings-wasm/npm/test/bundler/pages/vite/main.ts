/** The page for Vite, which finds the WebAssembly by itself. */

import { offer } from "../page.js";

offer(() => new Worker(new URL("worker.ts", import.meta.url), { type: "module" }));
