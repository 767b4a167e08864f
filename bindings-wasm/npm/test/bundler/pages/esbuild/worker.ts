/** The worker for esbuild. */

import palermo from "palermo/wasm/palermo_bg.wasm";
import { answer } from "../page.js";

answer(new URL(palermo, import.meta.url));
