/** Everything that is tested in Chromium: `node run.mjs FOLDER-OF-PLAYWRIGHT CHROMIUM PROJECT-OF-BUNDLERS`. */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

import { median } from "../shared/measure.mjs";
import { runBundled } from "./bundled.mjs";
import { serve } from "./server.mjs";

const [, , tools, executablePath, bundlers] = process.argv;
const { chromium } = createRequire(`${tools}/package.json`)("playwright-core");
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const browser = await chromium.launch({ executablePath, args });
const good = await serve(process.cwd());
const odd = await serve(process.cwd(), { wasmType: "text/plain" });
const plain = await serve(process.cwd(), { policy: "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" });
try {
  const page = await open(good, "page");
  const session = await page.context().newCDPSession(page);
  await page.exposeFunction("bytesInUse", async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  });
  const vectors = readdirSync("vectors").filter((name) => name.endsWith(".json") && name !== "schema.json");
  const [rules] = readdirSync("node_modules/palermo/rules");
  const given = { vectors, records: readdirSync("records"), rules };
  const { failures, report } = await page.evaluate((material) => globalThis.all(material), given);

  const status = await (await open(odd, "wrong")).evaluate(() => globalThis.wrong());
  if (status !== "undetermined") {
    failures.push(`with a wrong type of the WebAssembly the status is ${status}`);
  }

  // The lines of README.md, as they stand there: with a script in the page.
  const shown = await open(plain, "../readme");
  await shown.waitForFunction(() => document.body.textContent.includes("presumed: "), undefined, { timeout: 10_000 });

  const { vectors: examples } = JSON.parse(readFileSync("vectors/examples.json", "utf8"));
  const ruleSet = readFileSync(`node_modules/palermo/rules/${rules}`, "utf8");
  failures.push(...(await runBundled(bundlers, open, examples, ruleSet)));

  const times = [];
  for (let count = 0; count < 9; count++) {
    const fresh = await open(good, "first");
    times.push(await fresh.evaluate(() => globalThis.first()));
    await fresh.context().close();
  }
  report.first_decision_milliseconds = median(times);
  report.runtime = `Chromium ${browser.version()}`;
  if (failures.length > 0) {
    console.error(failures.join("\n"));
    process.exitCode = 1;
  } else {
    console.log(`palermo-measured: ${JSON.stringify(report)}`);
  }
} finally {
  await browser.close();
  good.close();
  odd.close();
  plain.close();
}

/** Opens a page of our own in a context of its own, where nothing is kept of another one; `prepare` gets it before. */
async function open({ address }, name, prepare = () => {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  prepare(page);
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => {
    console.error(error);
    process.exitCode = 1;
  });
  await page.goto(`${address}/browser/${name}.html`);
  return page;
}
