/**
 * Plain objects as JSON text, so that nothing in them silently becomes "unknown".
 *
 * `JSON.stringify` writes `null` for what is no number and leaves functions and the like out; in a record both would read
 * as "not known". Here everything that is no plain data becomes a value of a wrong type at its place, about which the engine
 * complains there. Only a property whose value is `undefined` is left out, as is usual in JavaScript.
 */

import { MAX_RECORD_BYTES, MAX_RECORD_DEPTH } from "./generated/limits.js";

/** No limits of the engine, only of what is tried: the published rule set has some 400,000 characters on ten levels. */
const MAX_RULE_SET_CHARACTERS = 1 << 27;
const MAX_RULE_SET_DEPTH = 128;

/** Names and words that need no escaping, as nearly all in a record. */
const PLAIN = /^[\w-]*$/;

/** The JSON text of a record, which may be text already. */
export function recordText(record: unknown): string {
  const text = typeof record === "string" ? record : written(record, 2 * MAX_RECORD_DEPTH, MAX_RECORD_BYTES);
  // What is too long is refused for its length, for which that much suffices; the rest need not be copied.
  return text.length > MAX_RECORD_BYTES ? text.slice(0, MAX_RECORD_BYTES + 1) : text;
}

/** The JSON text of a rule set, which may be text already. */
export function ruleSetText(ruleSet: unknown): string {
  return typeof ruleSet === "string" ? ruleSet : written(ruleSet, MAX_RULE_SET_DEPTH, MAX_RULE_SET_CHARACTERS);
}

function written(root: unknown, maxDepth: number, maxCharacters: number): string {
  const writer = new Writer(maxDepth, maxCharacters);
  try {
    return writer.value(root, "", 0, false);
  } catch {
    if (writer.gaveUp === "too long") {
      return " ".repeat(maxCharacters + 1);
    }
    // Without a `cause`: the error of a getter may hold what the getter read.
    throw new TypeError(
      writer.gaveUp === "circle"
        ? "the object contains itself; hand over a plain object"
        : "the object cannot be read: a getter, a `toJSON` or a proxy in it threw; hand over a plain object",
    );
  }
}

class Writer {
  /** Why writing was given up, where that was not an error of the object. */
  gaveUp: "too long" | "circle" | undefined;
  /** The objects and lists around the place that is being written. */
  readonly #around: object[] = [];
  readonly #maxDepth: number;
  /** How many characters may still be written. */
  #left: number;

  constructor(maxDepth: number, maxCharacters: number) {
    this.#maxDepth = maxDepth;
    this.#left = maxCharacters;
  }

  value(value: unknown, key: string, depth: number, inList: boolean): string {
    switch (typeof value) {
      case "string": {
        this.#count(value.length);
        return quoted(value);
      }
      case "boolean":
        return value ? "true" : "false";
      case "number":
        return Number.isFinite(value) ? String(value) : wrong(key, depth, inList);
      case "object":
        return value === null ? "null" : this.#object(value, key, depth, inList);
      default:
        return wrong(key, depth, inList);
    }
  }

  #object(object: object, key: string, depth: number, inList: boolean): string {
    let data: object = object;
    const toJson: unknown = (object as { readonly toJSON?: unknown }).toJSON;
    if (typeof toJson === "function") {
      const made: unknown = toJson.call(object, key);
      if (typeof made !== "object") {
        return this.value(made, key, depth, inList);
      }
      if (made === null) {
        // What a day that is none makes of itself.
        return wrong(key, depth, inList);
      }
      data = made;
    }
    if (this.#around.includes(data)) {
      this.#giveUp("circle");
    }
    if (depth > this.#maxDepth) {
      // By then it is deeper than the engine takes, and the engine complains.
      return "[]";
    }
    this.#around.push(data);
    let text: string;
    if (Array.isArray(data)) {
      text = this.#list(data, depth);
    } else if (isPlain(data)) {
      text = this.#entries(data as Readonly<Record<string, unknown>>, depth);
    } else {
      text = wrong(key, depth, inList);
    }
    this.#around.pop();
    return text;
  }

  #list(list: readonly unknown[], depth: number): string {
    let text = "[";
    // By index, since a hole in a list is something wrong and not nothing.
    for (let index = 0; index < list.length; index++) {
      this.#count(2);
      const entry = this.value(list[index], "", depth + 1, true);
      text += index === 0 ? entry : `,${entry}`;
    }
    return `${text}]`;
  }

  #entries(object: Readonly<Record<string, unknown>>, depth: number): string {
    let text = "{";
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value === undefined) {
        continue;
      }
      this.#count(key.length + 4);
      text += text.length === 1 ? quoted(key) : `,${quoted(key)}`;
      // Nearly all facts are yes or no; they go the short way.
      if (value === true) {
        text += ":true";
      } else if (value === false) {
        text += ":false";
      } else {
        text += `:${this.value(value, key, depth + 1, false)}`;
      }
    }
    return `${text}}`;
  }

  /** Counts what is written at the least, so that an object which is shared over and over within itself comes to an end. */
  #count(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) {
      this.#giveUp("too long");
    }
  }

  #giveUp(reason: "too long" | "circle"): never {
    this.gaveUp = reason;
    throw new Error(reason);
  }
}

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Whether an object is what `{…}` makes, in this realm or in another one; what has a class of its own hides its data. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return (
    prototype === Object.prototype ||
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "hasOwnProperty"))
  );
}

/**
 * A value that has the wrong type at its place. At the root, for the facts and within a list a list is wrong; what else
 * stands in a record is nowhere an object.
 */
function wrong(key: string, depth: number, inList: boolean): string {
  return depth === 0 || inList || (depth === 1 && key === "facts") ? "[]" : "{}";
}
