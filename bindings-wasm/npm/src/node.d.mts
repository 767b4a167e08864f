/** The entry of Node for `import`: the same classes that `require` gives. */

export * from "./node.js";
