/** Decides in a worker. */

import { parentPort, workerData } from "node:worker_threads";

import { palermo } from "./open.mjs";

const standard = palermo.Standard.see2002();
let answers;
for (let times = 0; times < 200; times++) {
  answers = workerData.map((text) => standard.evaluateJson(text));
}
parentPort.postMessage(answers);
