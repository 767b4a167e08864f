/**
 * What is thrown. Every message says what is wrong and what to do, and none holds a value of a record: what people told is
 * not to end up in a log.
 */

import type { Problem } from "./generated/documents.js";

/** A record cannot be decided on. */
export class RecordErrors extends Error {
  static {
    named(this, "RecordErrors");
  }

  /** Every error, in the order of the document: where it is, what it is, and what to do. There is at least one. */
  readonly errors: readonly Problem[];

  /** @internal */
  constructor(errors: readonly Problem[]) {
    super(oneALine("record", errors));
    this.errors = errors;
  }
}

/** A rule set cannot be loaded. */
export class RuleSetErrors extends Error {
  static {
    named(this, "RuleSetErrors");
  }

  /** Every error: where it is, what it is, and what to do. There is at least one. */
  readonly errors: readonly Problem[];

  /** @internal */
  constructor(errors: readonly Problem[]) {
    super(oneALine("rule set", errors));
    this.errors = errors;
  }
}

/** The standard has no such conclusion to explain. */
export class UnknownConclusion extends Error {
  static {
    named(this, "UnknownConclusion");
  }

  /** The id that was meant, where one is near. */
  readonly nearest: string | undefined;

  /** @internal */
  constructor(message: string, nearest: string | undefined) {
    super(message);
    this.nearest = nearest;
  }
}

/** Something was called in a page before its WebAssembly was there; the message says what to write. */
export class NotInitialised extends Error {
  static {
    named(this, "NotInitialised");
  }

  /** @internal */
  constructor(opener: string) {
    super(`the WebAssembly of palermo is not there yet: write \`await ${opener}()\` once, before this call`);
  }
}

/**
 * An error of palermo itself, never of a record. Nobody knows what state its memory is in then, so nothing is decided any
 * more: every later call throws this again, until the page is loaded, or the process or worker started, anew.
 */
export class InternalError extends Error {
  static {
    named(this, "InternalError");
  }

  /** @internal */
  constructor(cause: unknown) {
    super(
      "palermo met an error of its own and decides nothing any more: load the page, or start the process or worker, anew, " +
        "and please report the stack of this error's `cause`, which holds nothing of the record",
      { cause },
    );
  }
}

/** As the built-in errors have it: on the prototype, where no minifier changes it and no listing of the fields shows it. */
function named(Class: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(Class.prototype, "name", { value: name, configurable: true, writable: true });
}

function oneALine(whole: string, errors: readonly Problem[]): string {
  const place = ({ document, path }: Problem): string => {
    if (document !== undefined) {
      return `overlay ${document} ${path}`.trimEnd();
    }
    return path === "" ? whole : path;
  };
  return errors.map((problem) => `${place(problem)}: ${problem.message} (${problem.help})`).join("\n");
}
