/**
 * The decision as objects, made of the numbers that the module gives. Parsing the text of a decision would take as long as
 * deciding; here every id and word is a text that is there already.
 *
 * The order of the numbers is described in `core/src/evaluate/numbers.rs`. Every object and list is a new one, which the
 * caller may change; its keys stand in the order of the canonical JSON.
 */

import type {
  Actor,
  Bearer,
  Certainty,
  ChildStatus,
  Conclusion,
  ConclusionKind,
  Decision,
  Effect,
  ElementState,
  Known,
  Pending,
  Question,
  Sensitivity,
  Stage,
  StandardId,
  Status,
  Violation,
} from "./generated/documents.js";

/** The words of a standard, each in its place. */
export interface Words {
  readonly standard: StandardId;
  readonly rules: readonly string[];
  readonly conclusions: readonly { readonly id: string; readonly kind: ConclusionKind; readonly name: string }[];
  readonly conduct: readonly { readonly code: string; readonly rule: string }[];
  readonly facts: readonly { readonly fact: string; readonly ask: Stage; readonly sensitivity: Sensitivity }[];
  readonly statuses: readonly Status[];
  readonly element_states: readonly ElementState[];
  readonly child_statuses: readonly ChildStatus[];
  readonly known: readonly Known[];
  readonly bearers: readonly Bearer[];
  readonly actors: readonly Actor[];
  readonly certainties: readonly Certainty[];
  readonly effects: readonly Effect[];
}

/** Makes the decision of its numbers. */
export function decisionOf(numbers: Uint16Array, words: Words): Decision {
  let place = 0;
  // The module and its words are of one version, so every number has its word.
  const next = (): number => numbers[place++]!;
  const one = <T>(table: readonly T[]): T => table[next()]!;
  const list = <T>(entry: () => T): T[] => {
    const entries: T[] = [];
    for (let left = next(); left > 0; left--) {
      entries.push(entry());
    }
    return entries;
  };
  const rule = (): string => one(words.rules);
  const rules = (): string[] => list(rule);
  const fact = (): string => one(words.facts).fact;
  const marked = <T>(table: readonly T[]): T[] => {
    const entries: T[] = [];
    for (let bits = next(), bit = 0; bits !== 0; bits >>= 1, bit++) {
      if ((bits & 1) === 1) {
        entries.push(table[bit]!);
      }
    }
    return entries;
  };
  const event = (): Violation => {
    const { code, rule } = one(words.conduct);
    const actor = next();
    const certainty = one(words.certainties);
    return actor === 0 ? { code, rule, certainty } : { code, rule, actor: words.actors[actor - 1]!, certainty };
  };
  const conclusion = (): Conclusion => {
    const { id, kind } = one(words.conclusions);
    return { id, kind, rules: rules(), bearers: marked(words.bearers) };
  };
  const question = (): Question => {
    const { fact: name, ask, sensitivity } = one(words.facts);
    const after = list(fact);
    const may_change = marked(words.effects);
    return after.length === 0
      ? { fact: name, ask, sensitivity, may_change }
      : { fact: name, ask, sensitivity, after, may_change };
  };

  const reference = String.fromCharCode(...list(next));
  const { id, version, digest, overlays } = words.standard;
  const decision: Decision = {
    standard: { id, version, digest, overlays: overlays.map((overlay) => ({ ...overlay })) },
    status: one(words.statuses),
    status_rules: rules(),
    elements: { act: one(words.element_states), means: one(words.element_states), purpose: one(words.element_states) },
    child: one(words.child_statuses),
    child_when_trafficked: one(words.known),
    conclusions: list(conclusion),
    violations: list(event),
    pending: list((): Pending => ({ ...event(), waits_for: list(fact) })),
    referrals: list(() => ({ to: one(words.conclusions).name, rules: rules() })),
    questions: list(question),
    shielded: list(() => ({ fact: fact(), rules: rules() })),
  };
  return reference === "" ? decision : { reference, ...decision };
}
