/** The package of Node with a function that panics. */

export * from "../src/node.js";
export { panicInside } from "./panic.js";
