/** The package of a page with a function that panics. */

export * from "../src/index.js";
export { panicInside } from "./panic.js";
