/// <reference lib="esnext.disposable" preserve="true" />
/** A standard: a compiled rule set with its texts, against which records are held. */

import { decisionOf, type Words } from "./decision.js";
import { Engine } from "./engine.js";
import { RuleSetErrors } from "./errors.js";
import type {
  CompactDecision,
  ConductCode,
  Decision,
  Dictionary,
  Explanation,
  Fact,
  FirstScreen,
  IntakeRecord,
  Question,
  Rule,
  RuleSetKind,
  StandardId,
  StandardInfo,
  StandardText,
  ValidationReport,
} from "./generated/documents.js";
import type { See2002 } from "./generated/see-2002.js";
import { recordText, ruleSetText } from "./text.js";
import type * as LoaderGlue from "../wasm/loader-web.js";
import type * as Glue from "../wasm/palermo-web.js";

/** The names of a standard: the record, and the words that stand in it. */
export interface Vocabulary {
  /** The record as an object. */
  readonly record: object;
  /** The names of the facts. */
  readonly fact: string;
  /** The conduct codes. */
  readonly conduct: string;
  /** The ids of the conclusions. */
  readonly conclusion: string;
}

/** The names of a standard that was loaded at run time: any. */
export interface AnyVocabulary extends Vocabulary {
  readonly record: IntakeRecord;
}

/** One of the words that are known, which an editor offers, or any other text. */
type OrAny<Word extends string> = Word | (string & {});

/** @internal The module that decides. */
export const engine = new Engine<Pick<typeof Glue, "RawStandard">>("init");

/** @internal The module that compiles rule sets; nobody else reads it. */
export const loader = new Engine<Pick<typeof LoaderGlue, "RawImages">>("initLoader");

/**
 * A rule set, ready to decide by: the embedded one, or one of your own. Open it once and keep it.
 *
 * Every method that takes a record takes a plain object, or JSON text; text is never handed to anybody else. With an object,
 * what is `undefined` is absent, and what is no plain data (a function, `NaN`, a `Map`, an object with a class of its own)
 * is an error at its place: nothing becomes "unknown" in silence. Each throws {@link RecordErrors} with every error at once,
 * and a `TypeError` where an object cannot be read at all.
 *
 * @example
 * ```ts
 * const standard = Standard.see2002();
 * const decision = standard.evaluate({ facts: { age_years: 16, ind_afraid_of_controller: true } });
 * console.log(decision.status); // presumed
 * ```
 */
export class Standard<V extends Vocabulary = AnyVocabulary> {
  #raw: Glue.RawStandard | undefined;
  /** The words that the numbers of a decision stand for, from the first decision on. */
  #words: Words | undefined;

  private constructor(raw: Glue.RawStandard) {
    this.#raw = raw;
  }

  /** The standard of 2002 for the protection of trafficked people in South-eastern Europe. */
  static see2002(): Standard<See2002> {
    return new Standard(engine.call(({ RawStandard }) => RawStandard.see2002()));
  }

  /**
   * The embedded standard that is in force on a day, written `2026-11-24`, or nothing where none is.
   *
   * @throws RangeError where that is no day.
   */
  static at(day: string): Standard<See2002> | undefined {
    const standard = Standard.see2002();
    if (standard.isInForce(day)) {
      return standard;
    }
    standard.free();
    return undefined;
  }

  /**
   * Loads a compiled rule set, as `palermo rules build` makes it: JSON text, or the object that it is. It takes some
   * milliseconds. A page has to await `initLoader()` first.
   *
   * @throws {@link RuleSetErrors} with everything that is wrong.
   */
  static fromJson(ruleSet: string | object): Standard {
    const text = ruleSetText(ruleSet);
    return Standard.#loaded(({ RawImages }) => RawImages.fromJson(text));
  }

  /**
   * Composes overlays with a rule set: what a later text adds to it. Each of them is JSON text, or the object that it is. In
   * which order they are named does not matter. A page has to await `initLoader()` first.
   *
   * @throws {@link RuleSetErrors} with everything that is wrong; an error inside an overlay names it under `document`.
   */
  static compose(ruleSet: string | object, overlays: Iterable<string | object>): Standard {
    const base = ruleSetText(ruleSet);
    const texts = Array.from(overlays, ruleSetText);
    return Standard.#loaded(({ RawImages }) => RawImages.compose(base, texts));
  }

  static #loaded(make: (glue: Pick<typeof LoaderGlue, "RawImages">) => LoaderGlue.RawImages): Standard {
    const [logic, texts] = loader.call((glue) => {
      const images = make(glue);
      try {
        return [images.logic(), images.texts()] as const;
      } finally {
        images.free();
      }
    });
    const raw = engine.call(({ RawStandard }) => RawStandard.fromImages(logic, texts));
    if (raw === undefined) {
      throw new RuleSetErrors([
        {
          path: "",
          code: "other_version",
          message: "the two WebAssembly modules are not of one version",
          help: "serve both files of the same package",
        },
      ]);
    }
    return new Standard<AnyVocabulary>(raw);
  }

  /** The id of the rule set. */
  get id(): string {
    return this.#call((raw) => raw.id);
  }

  /** The version of the rule set. */
  get version(): string {
    return this.#call((raw) => raw.version);
  }

  /** `sha256:` and the digest of the rule set's canonical JSON. */
  get digest(): string {
    return this.#call((raw) => raw.digest);
  }

  /** What the rule set speaks about. */
  get kind(): RuleSetKind {
    return this.#call((raw) => raw.kind) as RuleSetKind;
  }

  /** Id, version, digest and overlays, as they stand in every decision. */
  identity(): StandardId {
    return this.#parsed((raw) => raw.identity());
  }

  /** What the rule set is: title, summary, days in force, documents. */
  about(): StandardInfo {
    return this.#parsed((raw) => raw.about());
  }

  /**
   * Whether the rule set is in force on a day, written `2026-11-24`.
   *
   * @throws RangeError where that is no day.
   */
  isInForce(day: string): boolean {
    const answer = this.#call((raw) => raw.isInForce(String(day)));
    if (answer === undefined) {
      throw new RangeError("there is no such day; write it as 2026-11-24");
    }
    return answer;
  }

  /** Decides on a record. */
  evaluate(record: V["record"] | string): Decision {
    const text = recordText(record);
    const numbers = this.#call((raw) => raw.evaluateToNumbers(text));
    this.#words ??= this.#parsed((raw) => raw.decisionWords());
    return decisionOf(numbers, this.#words as Words);
  }

  /** Decides on a record: the canonical JSON of the decision, which is the same text in every language. */
  evaluateJson(record: V["record"] | string): string {
    const text = recordText(record);
    return this.#call((raw) => raw.evaluate(text));
  }

  /** Decides on a record, in the short form. */
  evaluateCompact(record: V["record"] | string): CompactDecision {
    return JSON.parse(this.evaluateCompactJson(record)) as CompactDecision;
  }

  /** Decides on a record: the canonical JSON of the short form. */
  evaluateCompactJson(record: V["record"] | string): string {
    const text = recordText(record);
    return this.#call((raw) => raw.evaluateCompact(text));
  }

  /**
   * Why a conclusion holds or does not: the rules, the facts that met each clause, and the source.
   *
   * @param subject the id of a conclusion, `status`, or `status:` and a status.
   * @throws {@link UnknownConclusion} where the standard has no such conclusion, with the nearest one.
   */
  explain(record: V["record"] | string, subject: OrAny<V["conclusion"] | "status">): Explanation {
    return JSON.parse(this.explainJson(record, subject)) as Explanation;
  }

  /** Why a conclusion holds or does not: the canonical JSON of {@link Standard.explain}. */
  explainJson(record: V["record"] | string, subject: OrAny<V["conclusion"] | "status">): string {
    const text = recordText(record);
    return this.#call((raw) => raw.explain(text, String(subject)));
  }

  /**
   * What to ask next, in the interview order: the open facts that could still change something. A form shows only those
   * without `after`.
   *
   * @param about the whole decision, or the status alone.
   */
  questions(record: V["record"] | string, about: "decision" | "status" = "decision"): Question[] {
    return JSON.parse(this.questionsJson(record, about)) as Question[];
  }

  /** What to ask next: the canonical JSON of {@link Standard.questions}. */
  questionsJson(record: V["record"] | string, about: "decision" | "status" = "decision"): string {
    const text = recordText(record);
    return this.#call((raw) => raw.questions(text, about === "status"));
  }

  /** Everything that can be said of a record: errors, warnings, advice. It throws nothing for a wrong record. */
  validate(record: V["record"] | string): ValidationReport {
    return JSON.parse(this.validateJson(record)) as ValidationReport;
  }

  /** Everything that can be said of a record: the canonical JSON of {@link Standard.validate}. */
  validateJson(record: V["record"] | string): string {
    const text = recordText(record);
    return this.#call((raw) => raw.validate(text));
  }

  /** Everything that a form needs: each fact with its question and help, the interview order, the conduct codes. */
  dictionary(): Dictionary {
    return this.#parsed((raw) => raw.dictionary());
  }

  /** A fact of the dictionary, or nothing where there is no such fact. */
  fact(name: OrAny<V["fact"]>): Fact | undefined {
    return this.#found((raw) => raw.fact(String(name)));
  }

  /** A conduct code of the dictionary, or nothing where there is no such code. */
  conduct(code: OrAny<V["conduct"]>): ConductCode | undefined {
    return this.#found((raw) => raw.conduct(String(code)));
  }

  /** The rules, in catalogue order. */
  rules(): Rule[] {
    return this.#parsed((raw) => raw.rules());
  }

  /** A rule, or nothing where there is no such rule. */
  rule(id: string): Rule | undefined {
    return this.#found((raw) => raw.rule(String(id)));
  }

  /**
   * The label and the sentence for an id, or nothing where there is no such id: a conclusion (`entitlement:shelter`), a
   * status (`status:presumed`), a conduct code (`conduct:deported`), a value (`value:documents=none`), a word
   * (`bearer:police`).
   */
  text(id: OrAny<V["conclusion"]>): StandardText | undefined {
    return this.#found((raw) => raw.text(String(id)));
  }

  /** What a first screen shows of a long decision, the most pressing first. */
  firstScreen(): FirstScreen {
    return this.#parsed((raw) => raw.firstScreen());
  }

  /** The ids of every conclusion that some rule can give, in catalogue order. */
  conclusions(): V["conclusion"][] {
    return this.#call((raw) => raw.conclusions());
  }

  /** The names of the facts of a record, in catalogue order. */
  factNames(): V["fact"][] {
    return this.#call((raw) => raw.factNames());
  }

  /** The conduct codes, in catalogue order. */
  conductCodes(): V["conduct"][] {
    return this.#call((raw) => raw.conductCodes());
  }

  /**
   * Gives the memory of the standard back; it cannot be used any more. A standard that nothing refers to any more is given
   * back in any case, sooner or later.
   */
  free(): void {
    const raw = this.#raw;
    this.#raw = undefined;
    if (raw !== undefined) {
      engine.release(() => raw.free());
    }
  }

  /** The same as {@link Standard.free}, for `using`. */
  [Symbol.dispose](): void {
    this.free();
  }

  #call<T>(use: (raw: Glue.RawStandard) => T): T {
    const raw = this.#raw;
    if (raw === undefined) {
      throw new TypeError("the memory of this standard was given back; open another one");
    }
    return engine.call(() => use(raw));
  }

  #parsed<T>(use: (raw: Glue.RawStandard) => string): T {
    return JSON.parse(this.#call(use)) as T;
  }

  #found<T>(use: (raw: Glue.RawStandard) => string | undefined): T | undefined {
    const text = this.#call(use);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }
}
