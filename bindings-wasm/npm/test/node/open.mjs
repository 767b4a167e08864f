/** The package in Node, by the way that the command line names: `import` or `require`. */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

export const way = process.argv[2];
export const palermo = way === "require" ? createRequire(import.meta.url)("palermo") : await import("palermo");

/** The files of a folder of the project, by name. */
export function filesOf(folder) {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
}

/** The text of the rule set that the package brings along. */
export const ruleSet = readFileSync(`node_modules/palermo/rules/${readdirSync("node_modules/palermo/rules")[0]}`, "utf8");

/** The records to measure with. */
export const records = Object.values(filesOf("records"));
