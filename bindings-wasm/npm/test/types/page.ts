/** What only a page can do. */

import { Standard, init, initLoader, type WasmSource } from "palermo";
import schema from "palermo/schemas/record.json";

const place = new URL("palermo.wasm", "https://example.org");
const source: WasmSource = fetch(place);
await init(source);
await init(place);
await initLoader(new ArrayBuffer(8));
Standard.fromJson(schema);
