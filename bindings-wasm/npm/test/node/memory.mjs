/** Prints how many bytes the process grows by for each evaluation. */

import { bytesPerEvaluation } from "../shared/measure.mjs";
import { palermo, records } from "./open.mjs";

const standard = palermo.Standard.see2002();
const bytes = () => {
  globalThis.gc();
  globalThis.gc();
  // What JavaScript holds, and, outside of it, the memory of the WebAssembly.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
console.log(await bytesPerEvaluation(standard, records, bytes));
