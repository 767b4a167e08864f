/** The entry of Node for `import`: the same classes that `require` gives, so that `instanceof` holds across both. */

export * from "./node.js";
