/** What only a page can do. */

import { Standard, init, initLoader, type WasmSource } from "palermo";
import schema from "palermo/schemas/record.json";

const source: WasmSource = new URL("palermo.wasm", "https://example.org");
await init(source);
await init(fetch(source));
await initLoader(new ArrayBuffer(8));
// @ts-expect-error no source
await init(16);
Standard.fromJson(schema);
