/** Decides in a worker of a page. */

import { Standard, init } from "../node_modules/palermo/web/index.js";

globalThis.onmessage = async ({ data }) => {
  await init();
  const standard = Standard.see2002();
  let answers;
  for (let times = 0; times < 100; times++) {
    answers = data.map((text) => standard.evaluateJson(text));
  }
  globalThis.postMessage(answers);
};
