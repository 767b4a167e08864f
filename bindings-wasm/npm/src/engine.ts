/**
 * The WebAssembly behind the package: how a module of it is opened, called, and closed for good by an error of its own.
 */

import { InternalError, NotInitialised, RecordErrors, RuleSetErrors, UnknownConclusion } from "./errors.js";
import type { Problem } from "./generated/documents.js";

/** What a module throws is JSON text of this form. */
type Thrown =
  | { readonly kind: "record" | "rule_set"; readonly errors: readonly Problem[] }
  | { readonly kind: "unknown_conclusion"; readonly message: string; readonly nearest: string | null };

/** A module of WebAssembly with its JavaScript, of type `Glue`. */
export class Engine<Glue> {
  #open: () => Glue;
  #broken: InternalError | undefined;

  /** `opener` is the function that a page has to await before any call. */
  constructor(opener: string) {
    this.#open = () => {
      throw new NotInitialised(opener);
    };
  }

  /** Says how the module is opened at its first use. */
  openWith(open: () => Glue): void {
    let opened: Glue | undefined;
    this.#open = () => (opened ??= open());
  }

  /** Gives something of the module back, where the module is still in use. */
  release(free: () => void): void {
    if (this.#broken === undefined) {
      this.call(free);
    }
  }

  /** Calls into the module and makes errors of what it throws. */
  call<T>(use: (glue: Glue) => T): T {
    if (this.#broken !== undefined) {
      throw new InternalError(this.#broken.cause);
    }
    const glue = this.#open();
    try {
      return use(glue);
    } catch (thrown) {
      if (typeof thrown === "string") {
        throw errorOf(JSON.parse(thrown) as Thrown);
      }
      // A trap, or a stack that ran out in the middle of a call.
      this.#broken = new InternalError(thrown);
      throw this.#broken;
    }
  }
}

function errorOf(thrown: Thrown): Error {
  switch (thrown.kind) {
    case "record":
      return new RecordErrors(thrown.errors);
    case "rule_set":
      return new RuleSetErrors(thrown.errors);
    case "unknown_conclusion":
      return new UnknownConclusion(thrown.message, thrown.nearest ?? undefined);
  }
}
