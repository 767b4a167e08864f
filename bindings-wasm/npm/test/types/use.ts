/** What has to compile, and what must not: the compiler is the test. */

import {
  type ConductEvent,
  type Decision,
  type Explanation,
  type IntakeRecord,
  type Problem,
  type Question,
  type See2002Record,
  type StandardText,
  InternalError,
  NotInitialised,
  RecordErrors,
  RuleSetErrors,
  Standard,
  UnknownConclusion,
  init,
  initLoader,
} from "palermo";

const standard = Standard.see2002();

// Records of the embedded standard: every name and value is known.
const record: See2002Record = {
  reference: "01JD8Z3V7Q4M2K9X5T6R0B1C2D",
  facts: { age_years: 16, age_doubt: false, documents: "none", means_fraud_or_deception: null, return_wish: "unknown" },
  declined: ["home_violence_or_institution"],
  conduct: [{ code: "deported", actor: "police", certainty: "planned" }],
};
const decision: Decision = standard.evaluate(record);
standard.evaluate("{}");
standard.evaluate({});
standard.evaluate({ facts: null, declined: null, conduct: null, reference: null });
standard.evaluate({ declined: ["age_years"] as const });
// @ts-expect-error a fact that is misspelt
standard.evaluate({ facts: { age_yaers: 16 } });
// @ts-expect-error an age that is no number
standard.evaluate({ facts: { age_years: "16" } });
// @ts-expect-error a yes or no that is a word
standard.evaluate({ facts: { time_given: "yes" } });
// @ts-expect-error a word that the fact does not have
standard.evaluate({ facts: { documents: "stolen" } });
// @ts-expect-error a fact that the rules derive
standard.evaluate({ facts: { protected: true } });
// @ts-expect-error a key that a record does not have
standard.evaluate({ name: "somebody" });
// @ts-expect-error a declined fact that is misspelt
standard.evaluate({ declined: ["age_yaers"] });
// @ts-expect-error a conduct code that is misspelt
standard.evaluate({ conduct: [{ code: "deportd", certainty: "planned" }] });
// @ts-expect-error a certainty that there is not
standard.evaluate({ conduct: [{ code: "deported", certainty: "sure" }] });
// @ts-expect-error an event without a certainty
standard.evaluate({ conduct: [{ code: "deported" }] });
// @ts-expect-error a record is no list
standard.evaluate([]);

// What comes out is typed to the last word.
const status: "identified" | "presumed" | "undetermined" | "not_established" = decision.status;
// @ts-expect-error there is no such status
const noStatus: boolean = decision.status === "victim";
const bearers: string[] = decision.conclusions.flatMap((conclusion) => conclusion.bearers);
const actor: string | undefined = decision.violations[0]?.actor;
const questions: Question[] = standard.questions(record, "status");
// @ts-expect-error questions are about the decision or the status
standard.questions(record, "everything");
const explanation: Explanation = standard.explain(record, "entitlement:shelter");
standard.explain(record, decision.conclusions[0]?.id ?? "status");
const text: StandardText | undefined = standard.text("status:presumed");
// @ts-expect-error there may be no such text
const label: string = standard.text("entitlement:shelter").label;
const ask: "first" | "setting" | "seen" | "situation" | "need" | "wish" | "file" | "never" | undefined = standard.fact("age_years")?.ask;
const names: "age_years"[] = standard.factNames().filter((name) => name === "age_years");
// @ts-expect-error there is no such fact
const noNames: "age_yaers"[] = standard.factNames().filter((name) => name === "age_yaers");

// A standard that was loaded is typed by strings.
const loaded: Standard = Standard.fromJson("{}");
const other: IntakeRecord = { facts: { any_name: 16, another: "word" }, conduct: [{ code: "any", certainty: "planned" }] };
loaded.evaluate(other);
loaded.evaluate(record);
const event: ConductEvent = { code: "any", certainty: "alleged" };
loaded.evaluate({ conduct: [event] });
// @ts-expect-error values are yes or no, whole numbers, words or nothing
loaded.evaluate({ facts: { any_name: [] } });
// @ts-expect-error a standard is opened by its own functions
new Standard();

// Errors.
try {
  await init();
  await initLoader();
} catch (error) {
  if (error instanceof RecordErrors || error instanceof RuleSetErrors) {
    const problems: readonly Problem[] = error.errors;
    const [first] = problems;
    // @ts-expect-error the list may not be changed
    error.errors.push(first);
  } else if (error instanceof UnknownConclusion) {
    const nearest: string | undefined = error.nearest;
    void nearest;
  } else if (error instanceof NotInitialised || error instanceof InternalError) {
    const message: string = error.message;
    void message;
  }
}

standard.free();
void [status, noStatus, bearers, actor, questions, explanation, text, label, ask, names, noNames];
