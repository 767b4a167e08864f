/** What both entries export. */

export { InternalError, NotInitialised, RecordErrors, RuleSetErrors, UnknownConclusion } from "./errors.js";
export type * from "./generated/documents.js";
export { MAX_RECORD_BYTES, MAX_RECORD_DEPTH, MAX_RECORD_ERRORS } from "./generated/limits.js";
export type * from "./generated/see-2002.js";
export { type AnyVocabulary, Standard, type Vocabulary } from "./standard.js";
