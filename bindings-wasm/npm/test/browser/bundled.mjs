/** The pages that bundlers make of the package, and the one that Vite serves while somebody develops. */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { check, same } from "../shared/check.mjs";
import { serve } from "./server.mjs";

const MODULES = ["palermo_bg", "loader_bg"];

/**
 * Runs the pages and returns what failed. `project` is where they were built, `open` opens a page of a server; the vectors
 * have to come out in each page, by the embedded standard and by the rule set.
 */
export async function runBundled(project, open, vectors, ruleSet) {
  const material = { records: vectors.map(({ record }) => JSON.parse(record)), ruleSet };
  const decisions = vectors.map(({ decision }) => decision);
  check(decisions.length > 0, "there is nothing to decide on");
  const failures = [];
  const run = async (name, starting, finish) => {
    const server = await starting;
    try {
      finish(await decides(server, open, material, decisions));
      console.log(`✔ a page ${name}`);
    } catch (error) {
      failures.push(`a page ${name}: ${error.message}`);
      console.log(`✖ a page ${name}: ${error.stack}`);
    } finally {
      await server.close();
    }
  };
  for (const [name, bundler] of [["built by Vite", "vite"], ["built by esbuild", "esbuild"]]) {
    const built = join(project, "built", bundler);
    await run(name, serve(built), (fetched) => areAssets(fetched, built, project));
  }
  await run("that Vite serves for development", develop(project), () => {});
  return failures;
}

/** Lets a page decide in every way, and returns the places from which it fetched WebAssembly. */
async function decides(server, open, { records, ruleSet }, decisions) {
  const fetched = new Map();
  const watch = (request) => {
    const { pathname } = new URL(request.url());
    const module = MODULES.find((name) => pathname.includes(name));
    if (module !== undefined) {
      fetched.set(module, pathname);
    }
  };
  const page = await open(server, "../index", (opened) => opened.on("request", watch));
  const expect = (answers, way) => same(answers, decisions, `the decisions ${way}`);
  const only = (names, when) => same([...fetched.keys()], names, `the WebAssembly that is fetched ${when}`);

  only([], "before anything is asked");
  expect(await page.evaluate((given) => globalThis.page.embedded(given), records), "by the embedded standard");
  expect(await page.evaluate((given) => globalThis.page.inWorker(given), records), "in a worker");
  only(["palermo_bg"], "without a rule set to load");
  const byRuleSet = page.evaluate(([given, text]) => globalThis.page.loaded(given, text), [records, ruleSet]);
  expect(await byRuleSet, "by the loaded rule set");
  only(MODULES, "with a rule set to load");
  await page.context().close();
  return fetched;
}

/** What was fetched is a file that the bundler put among its own, with a name of its content, and there is no other one. */
function areAssets(fetched, built, project) {
  for (const [module, place] of fetched) {
    check(/_bg-[\w-]{8}\.wasm$/.test(place), `${module} is fetched from ${place}, which the bundler did not name`);
    const original = readFileSync(join(project, "node_modules/palermo/wasm", `${module}.wasm`));
    check(readFileSync(join(built, place)).equals(original), `${place} is not the file of the package`);
  }
  const emitted = readdirSync(built, { recursive: true }).filter((name) => name.endsWith(".wasm"));
  same(emitted.length, MODULES.length, "the number of files of WebAssembly");
}

/** Starts the server of Vite. */
async function develop(project) {
  const { createServer } = await import(pathToFileURL(createRequire(`${project}/package.json`).resolve("vite")));
  const server = await createServer({
    root: join(project, "pages/vite"),
    configFile: false,
    logLevel: "warn",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
  });
  await server.listen();
  return { address: `http://127.0.0.1:${server.httpServer.address().port}`, close: () => server.close() };
}
