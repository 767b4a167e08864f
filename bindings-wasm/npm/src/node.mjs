/**
 * The entry of Node for `import`: the same classes that `require` gives, so that `instanceof` holds across both.
 *
 * It asks `require` itself: an `import` of CommonJS makes Node look through its text for names first, which takes longer than
 * to run it. A test holds the names to those of the other entry.
 */

import { createRequire } from "node:module";

export const {
  InternalError,
  MAX_RECORD_BYTES,
  MAX_RECORD_DEPTH,
  MAX_RECORD_ERRORS,
  NotInitialised,
  RecordErrors,
  RuleSetErrors,
  Standard,
  UnknownConclusion,
  init,
  initLoader,
} = createRequire(import.meta.url)("./node.js");
