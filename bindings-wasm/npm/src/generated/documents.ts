/**
 * The documents that go in and out, whatever the standard.
 *
 * Made by `cargo xtask generate`; do not edit.
 */

/**
 * Who did what a conduct event records.
 * - `police`: Police, international police included.
 * - `prosecutor`: A prosecutor.
 * - `court`: A court.
 * - `state`: Another part of the state.
 * - `ngo`: A non-governmental organisation.
 * - `international_organisation`: An international organisation.
 * - `donor`: A donor.
 * - `embassy`: An embassy.
 * - `other`: Somebody else.
 */
export type Actor =
  | "police"
  | "prosecutor"
  | "court"
  | "state"
  | "ngo"
  | "international_organisation"
  | "donor"
  | "embassy"
  | "other";

/**
 * Who has to see that a rule is kept.
 * - `all`: Everybody.
 * - `police`: Police, international police included.
 * - `prosecutor`: Prosecutors.
 * - `court`: Courts.
 * - `state`: The state beyond police, prosecutors and courts.
 * - `ngo`: Non-governmental organisations.
 * - `international_organisation`: International organisations.
 * - `donor`: Donors.
 */
export type Bearer = "all" | "police" | "prosecutor" | "court" | "state" | "ngo" | "international_organisation" | "donor";

/** The conduct that breaks a rule, and when it does. */
export interface Breach {
  /** The conduct code. */
  code: string;
  /**
   * When the conduct breaks the rule, where that is not the rule's own condition: a duty done later does not erase an
   * earlier breach.
   */
  when?: Condition;
}

/**
 * How certain it is that recorded conduct happened.
 * - `established`: It happened.
 * - `alleged`: Somebody says that it happened.
 * - `planned`: It is announced, threatened or about to happen.
 * - `ruled_out`: It is known not to have happened.
 */
export type Certainty = "established" | "alleged" | "planned" | "ruled_out";

/**
 * Whether the person is treated as a child.
 * - `child`: Under 18.
 * - `presumed_child`: Treated as a child until a doubt about age is cleared.
 * - `adult`: Known to be adult.
 * - `unknown`: Not known; never treated as adult.
 */
export type ChildStatus = "child" | "presumed_child" | "adult" | "unknown";

/** Where something is said. */
export type Citation = { at: string; lines: Lines } | { instrument: string; article: string; confidence: Confidence } | { by_reference: string };

/** The short form for bulk users. */
export interface CompactDecision {
  /** The reference of the record. */
  reference?: Reference;
  /** How the person is to be treated. */
  status: Status;
  /** The ids of the conclusions, in catalogue order. */
  conclusions: string[];
  /** Conduct that broke a duty. */
  violations: Violation[];
}

/** Something owed, forbidden or due, or a destination, with the rules that gave it. */
export interface Conclusion {
  /** The id, kind and name. */
  id: string;
  /** The kind. */
  kind: ConclusionKind;
  /** The rules that gave it. */
  rules: string[];
  /** Who has to see to it. */
  bearers: Bearer[];
}

/**
 * What a conclusion is about: something owed, forbidden, due, or a destination that is offered.
 * - `entitlement`: Something that the person is owed.
 * - `prohibition`: Something that nobody may do to the person.
 * - `obligation`: Something that an official or a helper has to do.
 * - `refer`: A destination to which the person is offered a referral.
 */
export type ConclusionKind = "entitlement" | "prohibition" | "obligation" | "refer";

/** When something applies. `unknown` is accepted only where it is written out. */
export type Condition = "always" | "otherwise" | { all: Condition[] } | { any: Condition[] } | { any_of: string; is: boolean | string | (boolean | string)[] } | { all_of: string; is: boolean | string | (boolean | string)[] } | { [name: string]: boolean | string | (boolean | string)[] | { below: number; or_unknown?: boolean } | { at_least: number; or_unknown?: boolean } };

/** A code for something that a duty-bearer does. */
export interface ConductCode {
  /** The code. */
  code: string;
  /** The wider code, to be used only where none of its narrower ones fits. */
  parent?: string;
  /** When recorded facts imply the conduct, as established. */
  implied_when?: Condition;
}

/** Something that a duty-bearer did, is said to have done, plans or is known not to have done. */
export interface ConductEvent {
  /** What was done: a conduct code of the standard. */
  code: string;
  /** Who did it, where that is known. */
  actor?: Actor | null | undefined;
  /** How certain it is. */
  certainty: Certainty;
}

/**
 * How sure it is that a cited article has its number and says what it is cited for.
 * - `high`: Compared with a copy of the text.
 * - `medium`: Compared with a part of it.
 * - `unverified`: Not compared: to be checked by whoever relies on it.
 */
export type Confidence = "high" | "medium" | "unverified";

/**
 * What follows from a record: what the person is owed, what nobody may do, who is called, what was broken, what to ask.
 */
export interface Decision {
  /** The reference of the record. */
  reference?: Reference;
  /** The standard by which was decided. */
  standard: StandardId;
  /** How the person is to be treated. */
  status: Status;
  /** The rules that gave the status. */
  status_rules: string[];
  /** What is known of the three elements of the definition. */
  elements: Elements;
  /** Whether the person is treated as a child today. */
  child: ChildStatus;
  /** Whether the person was under 18 when the trafficking began. */
  child_when_trafficked: Known;
  /** Every entitlement, prohibition, obligation and referral, in catalogue order. */
  conclusions: Conclusion[];
  /** Conduct that broke a duty. */
  violations: Violation[];
  /** Conduct that is no breach yet. */
  pending: Pending[];
  /** Where the person is offered a referral to, the most urgent first. */
  referrals: Referral[];
  /** What to ask next, in the order in which it is asked. */
  questions: Question[];
  /** Shielded facts that the record holds and no rule used: names, never values. */
  shielded: Shielded[];
}

/**
 * Where a rule comes from, so that everybody sees what the source says and what was added.
 * - `explicit`: E: the source says it.
 * - `inverse`: F: the inverse of a practice that the source criticises.
 * - `reference`: R: by reference to another instrument.
 * - `design`: D: an inference of the design that is not in the source.
 */
export type Derivation = "explicit" | "inverse" | "reference" | "design";

/** Everything that a form needs: the facts in catalogue order, the interview order and the conduct codes. */
export interface Dictionary {
  /** The facts of a record, in catalogue order. */
  facts: Fact[];
  /** The interview order, stage by stage. */
  interview: Interview[];
  /** The conduct codes, in catalogue order. */
  conduct: ConductCode[];
}

/**
 * What an answer to a question may still change.
 * - `status`: The status of the person.
 * - `entitlement`: An entitlement.
 * - `prohibition`: A prohibition.
 * - `obligation`: An obligation.
 * - `refer`: A referral.
 * - `violation`: Whether recorded conduct broke a duty.
 */
export type Effect = "status" | "entitlement" | "prohibition" | "obligation" | "refer" | "violation";

/**
 * What is known of one element of the definition.
 * - `established`: Known.
 * - `open`: Not known; an answer given without safety leaves it so.
 * - `not_met`: Known to be absent, by answers given in safety.
 */
export type ElementState = "established" | "open" | "not_met";

/** What is known of the three elements of the Palermo definition. */
export interface Elements {
  /** Recruiting, transporting, transferring, harbouring or receiving the person. */
  act: ElementState;
  /** Force, deception or another means; not needed for a child. */
  means: ElementState;
  /** The intended exploitation. */
  purpose: ElementState;
}

/** A clause of a condition: met by some fact, or what would meet it. */
export interface ExplainedClause {
  /** Whether it is met. */
  met: boolean;
  /** The facts that meet it, with their values. */
  by?: FactIs[];
  /** The values that would meet it, any one of them. */
  needs?: FactNeeds[];
  /**
   * Parts of the clause that are conditions of their own: one of which every clause is met meets this clause as well.
   * Only a condition that is too long for a list of clauses has such parts.
   */
  parts?: ExplainedClause[][];
}

/** A rule in an explanation. */
export interface ExplainedRule {
  /** The id of the rule. */
  rule: string;
  /** What follows from it. */
  gives: string[];
  /** Whether it fires. */
  fires: boolean;
  /** What it says. */
  sentence: string;
  /** Whether the source says it, or how it was inferred. */
  derivation: Derivation;
  /** Where the source says it. */
  source: Citation[];
  /** The ids of the contested points that touch it. */
  contested?: string[];
  /** Its condition, clause by clause; every one has to be met. None where it always applies. */
  clauses: ExplainedClause[];
}

/** Why a conclusion holds or does not. */
export interface Explanation {
  /** The reference of the record. */
  reference?: Reference;
  /** The standard by which was decided. */
  standard: StandardId;
  /** What is explained: the id of a conclusion, or `status:` and the status. */
  conclusion: string;
  /** Whether it holds. */
  holds: boolean;
  /** The rules that give it; where it does not hold, the rules that could. */
  rules: ExplainedRule[];
  /** The rules behind the facts that those rules read, from near to far. */
  because: ExplainedRule[];
}

/** A fact of the record: what it means, how it is asked and what it may influence. */
export interface Fact {
  /** The name under which a record holds the fact. */
  name: string;
  /** The group to which it belongs. */
  group: string;
  /** A short name for screens. */
  label: string;
  /** What its values mean, and what they do not. */
  meaning: string;
  /** Its values; `unknown` always belongs to them and is not written. */
  values: Values;
  /** The question as it is put; for a fact that is never asked, the advice not to. */
  question: string;
  /** Help for whoever asks. */
  help: string;
  /** When and of whom it may be asked. */
  ask: Stage;
  /** How intrusive the question is. */
  sensitivity: Sensitivity;
  /** Who can know it at first contact. */
  known_by: string[];
  /** Whether it may never influence status, shelter or core assistance. */
  shield: boolean;
  /** Where the source speaks of it. */
  source: Citation[];
}

/** A fact and its value: `yes`, `no`, `unknown`, a word, or a span of years such as `0-17`. */
export interface FactIs {
  /** The name of the fact, input or derived. */
  fact: string;
  /** Its value. */
  value: string;
}

/** A fact and the values of it that would do. */
export interface FactNeeds {
  /** The name of the fact, input or derived. */
  fact: string;
  /** The values, any one of them. */
  values: string[];
}

/** Yes or no, whole years, or a word of the fact's list; null is unknown. */
export type FactValue = boolean | number | string | null;

/** What the first screen shows, the most pressing first. */
export interface FirstScreen {
  /** Conclusions that say what to do now. */
  now: string[];
  /** Prohibitions that matter first. */
  must_not: string[];
}

/** The days on which a rule set is in force. */
export interface InForce {
  /** The first day, `YYYY-MM-DD`. */
  from: string;
  /** The last day, `YYYY-MM-DD`; absent while no end is known. */
  to?: string;
}

/** An instrument whose articles are cited. Its text is no part of the project, so it has neither lines nor a digest. */
export interface Instrument {
  /** The id by which citations name it. */
  id: string;
  /** Its title. */
  title: string;
  /** Who adopted or published it. */
  publisher: string;
  /** When it was adopted or published. */
  published: string;
}

/**
 * What is known about one person's situation, and what officials did.
 *
 * A record holds no identity: no name, no date of birth, no number of a document, no address, no free text. Everything
 * may be absent; a fact that is absent is unknown, never "no". Which facts and codes there are, the dictionary of the
 * standard says.
 */
export interface IntakeRecord {
  /** A random token that the caller can match with its own files: a UUID with hyphens or a ULID. */
  reference?: Reference | null | undefined;
  /** What is known, by the names of the dictionary. */
  facts?: { readonly [name: string]: FactValue | undefined } | null | undefined;
  /** Facts that the person would rather not be asked. */
  declined?: readonly string[] | null | undefined;
  /** What duty-bearers did, one event each. */
  conduct?: readonly ConductEvent[] | null | undefined;
}

/** A stage of the interview: what must be settled before it, and its facts in the order in which they are asked. */
export interface Interview {
  /** The stage. */
  stage: Stage;
  /** Facts that must be yes before the stage is entered. */
  after?: string[];
  /** Facts while which are yes the stage is not entered. */
  not_while?: string[];
  /** The facts of the stage, in order. */
  ask: string[];
}

/**
 * Whether something is known to be so, known not to be so, or unknown.
 * - `yes`: Known to be so.
 * - `no`: Known not to be so.
 * - `unknown`: Not known.
 */
export type Known = "yes" | "no" | "unknown";

/** A line, or the first and the last line, counted from 1. */
export type Lines = [number] | [number, number];

/**
 * The mood of a rule.
 * - `obligation`: A duty.
 * - `entitlement`: Something owed.
 * - `prohibition`: Something forbidden.
 * - `presumption`: How something is to be taken in doubt, or what must not count.
 * - `definition`: What a word of the rule set means.
 * - `violation_pattern`: A practice that is itself the breach.
 */
export type Modality = "obligation" | "entitlement" | "prohibition" | "presumption" | "definition" | "violation_pattern";

/** An overlay that was composed on a standard. */
export interface OverlayId {
  /** Its id. */
  id: string;
  /** Its version. */
  version: string;
  /** `sha256:` and the digest of its canonical JSON. */
  digest: string;
}

/** Conduct that is no breach yet. */
export interface Pending {
  /** The conduct code. */
  code: string;
  /** The rule that it would break. */
  rule: string;
  /** Who does it, where the record says so. */
  actor?: Actor;
  /** How certain it is. */
  certainty: Certainty;
  /** The facts that have to be settled before it is a breach; empty where it is planned and would be one. */
  waits_for: string[];
}

/** An error, a warning or a piece of advice as plain data. */
export interface Problem {
  /** Where it is: a JSON Pointer into the record, or into the document that was loaded. */
  path: string;
  /** What it is, in a word that does not change between versions. */
  code: string;
  /** What it is, in a few words. */
  message: string;
  /** What to do about it. */
  help: string;
  /** The overlay in which it is; absent where it is in the record, or in the rule set itself. */
  document?: string;
}

/** A fact that could still change something, and when it may be asked. */
export interface Question {
  /** The name of the fact; the dictionary has its question and help. */
  fact: string;
  /** When and of whom it may be asked. */
  ask: Stage;
  /** How intrusive it is. */
  sensitivity: Sensitivity;
  /**
   * What has to be settled before it is asked: facts that are not yet yes, and facts that must not be yes. A form shows
   * only questions without this.
   */
  after?: string[];
  /** What an answer may still change. */
  may_change: Effect[];
}

/** A UUID with hyphens or a ULID; never a name, never a case or document number. */
export type Reference = string;

/** A destination to which the person is offered a referral. */
export interface Referral {
  /** The destination. */
  to: string;
  /** The rules that gave it. */
  rules: string[];
}

/** A rule of a rule set. */
export interface Rule {
  /** `family/name`, which is also the place of its file. */
  id: string;
  /** What the rule says, in one sentence. */
  sentence: string;
  /** Where the source says it, or what it is inferred from. */
  source: Citation[];
  /** Its mood. */
  modality: Modality;
  /** Whether the source says it, or how it was inferred. */
  derivation: Derivation;
  /** Who has to see that it is kept. */
  bearers: Bearer[];
  /** When it applies. */
  when: Condition;
  /**
   * What follows: conclusions (`entitlement:`, `prohibition:`, `obligation:`, `refer:`), facts (`fact:name=value`,
   * `status:value`) and notes (`irrelevant:`, `scope:`, `basis:`, `actor:`, `invariant:`).
   */
  then: string[];
  /** The conduct that breaks it. */
  breach?: Breach;
  /** How the source was read. Texts that are embedded leave it out. */
  reading?: string;
}

/**
 * What a rule set speaks about.
 * - `case`: A person's situation.
 */
export type RuleSetKind = "case";

/**
 * How intrusive a question is.
 * - `low`: Little.
 * - `medium`: Some.
 * - `high`: Much.
 * - `very_high`: Very much.
 */
export type Sensitivity = "low" | "medium" | "high" | "very_high";

/** A shielded fact that the record holds and no rule used. */
export interface Shielded {
  /** The name of the fact. */
  fact: string;
  /** The rules that say why it changes nothing. */
  rules: string[];
}

/** A document that rules cite. */
export interface SourceDocument {
  /** The id of the document; its text is looked for under this name. */
  id: string;
  /** Its title. */
  title: string;
  /** Who published it. */
  publisher: string;
  /** When it was published. */
  published: string;
  /** How many lines its text has. */
  lines: number;
  /** SHA-256 of its text, in hexadecimal. */
  sha256: string;
}

/**
 * When, and of whom, a fact may be asked.
 * - `first`: Danger and health, before anything else.
 * - `setting`: How the talk is held; asked of whoever meets the person.
 * - `seen`: What was observed or reported; asked of whoever meets the person.
 * - `situation`: What happened; asked of the person, only in safety.
 * - `need`: What the person needs; asked of the person, only in safety.
 * - `wish`: What the person wants; asked of the person, after time to think.
 * - `file`: What the file says; never asked of the person.
 * - `never`: Never asked: it changes nothing.
 */
export type Stage = "first" | "setting" | "seen" | "situation" | "need" | "wish" | "file" | "never";

/** The standard by which a decision was made. */
export interface StandardId {
  /** Its id. */
  id: string;
  /** Its version. */
  version: string;
  /** `sha256:` and the digest of its canonical JSON. */
  digest: string;
  /** The overlays composed on it, in the order in which they were composed. */
  overlays: OverlayId[];
}

/** What a standard is. */
export interface StandardInfo {
  /** Whether it is a standard, or a practice written as rules. */
  standing: Standing;
  /** What it is called. */
  title: string;
  /** What it is, in a few sentences. */
  summary: string;
  /** When it is in force. */
  in_force: InForce;
  /** The documents that the rules cite; line numbers refer to the first. */
  documents: SourceDocument[];
  /** The instruments whose articles the rules cite beside those documents. */
  instruments: Instrument[];
}

/** What a person reads for an id. */
export interface StandardText {
  /** A short label for a screen. */
  label: string;
  /** One sentence that says the same to somebody who reads only this. */
  sentence: string;
}

/**
 * What a rule set is held to be: rules to decide by, or a description of how others decided.
 * - `standard`: Rules that say how people are to be treated.
 * - `observed_practice`: How people were treated, written as rules so that it can be held against a standard. Nobody
 *   decides by it, and nothing is composed with it.
 */
export type Standing = "standard" | "observed_practice";

/**
 * How the person is to be treated on the best present knowledge. There is no "not a victim".
 * - `identified`: Every element is known.
 * - `presumed`: Signs are known and nothing refutes them; the protection is the same as for identified.
 * - `undetermined`: Nothing is known either way; screening stays due.
 * - `not_established`: A completed identification in safety found an element absent; open to new facts.
 */
export type Status = "identified" | "presumed" | "undetermined" | "not_established";

/**
 * Everything that can be said of a record.
 *
 * A record with an error cannot be decided on. Warnings and advice change no decision.
 */
export interface ValidationReport {
  /** What has to be mended before anything is decided, in the order of the document. */
  errors: Problem[];
  /** What is probably not meant so. */
  warnings: Problem[];
  /** What should rather not be collected. */
  advice: Problem[];
}

/** Yes or no, a list of words, or whole years between two bounds; unknown always belongs to them. */
export type Values = "yes_no" | string[] | { from: number; to: number };

/** Conduct that broke a duty. */
export interface Violation {
  /** The conduct code. */
  code: string;
  /** The rule that was broken. */
  rule: string;
  /** Who did it, where the record says so. */
  actor?: Actor;
  /** How certain it is that it happened. */
  certainty: Certainty;
}
