/**
 * The limits of a record.
 *
 * Made by `cargo xtask generate`; do not edit.
 */

/** The greatest length of the text of a record, in bytes. */
export const MAX_RECORD_BYTES = 1048576;

/** How deep the values of a record may be nested. */
export const MAX_RECORD_DEPTH = 32;

/** How many errors of one record are listed. */
export const MAX_RECORD_ERRORS = 1000;
