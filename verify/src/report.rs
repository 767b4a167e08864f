//! What came of proving a charter: a verdict for every promise, and for each broken one the records that break it.

use std::fmt;

use palermo::{IntakeRecord, OverlayId, rule_set::RuleSet};
use serde::Serialize;

use crate::charter::Test;

/// The version of the format of every report: of proofs, of a diff, of lints, of coverage.
pub const REPORT_FORMAT: u32 = 1;

/// What came of holding a rule set to a charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Report {
    /// The version of the report format.
    pub format: u32,
    /// The rule set, or the base of what is composed.
    pub rule_set: Named,
    /// The overlays that are composed on it.
    pub overlays: Vec<Named>,
    /// Another rule set behind which it may not fall, where it was held against one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub against: Option<Reference>,
    /// Why nobody can decide by the rule set, where that is so: then only promises about how it is written have an answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub errors: Vec<String>,
    /// The charter.
    pub charter: Named,
    /// Whether no promise is refuted and none is undecided.
    pub holds: bool,
    /// How many promises have which verdict.
    pub counts: Counts,
    /// Entitlements that overlays declare to depend, by nature, on a wish, a need or a stage.
    pub not_core: Vec<NotCore>,
    /// The promises, in the order of the charter.
    pub promises: Vec<PromiseReport>,
}

impl Report {
    /// The ways in which promises are broken, promise by promise.
    pub fn refutations(&self) -> impl Iterator<Item = &Refutation> {
        self.promises.iter().flat_map(PromiseReport::refutations)
    }
}

/// A document by its id and version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// `sha256:` and the digest of its canonical JSON, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub digest: Option<String>,
    /// The overlays that are composed on it, each with its digest; the digest above is then that of the rule set alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub overlays: Vec<OverlayId>,
}

impl Named {
    /// The name of a rule set, with the overlays that are composed on it.
    #[must_use]
    pub fn of(rule_set: &RuleSet) -> Self {
        let (digest, overlays) = match &rule_set.composed {
            Some(composed) => (composed.base.clone(), composed.overlays.clone()),
            None => (rule_set.digest(), Vec::new()),
        };
        Self { id: rule_set.id.clone(), version: rule_set.version.clone(), digest: Some(digest), overlays }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.version)?;
        self.overlays.iter().try_for_each(|overlay| write!(f, " with {} {}", overlay.id, overlay.version))
    }
}

/// What a rule set was held against: nothing that it gives may be lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Reference {
    /// The rule set, with its overlays.
    pub rule_set: Named,
    /// Whether both go by the same names and versions: then nothing of it may be written differently either.
    pub of_same_name: bool,
}

/// How many promises have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Counts {
    /// Proved.
    pub holds: usize,
    /// Refuted.
    pub refuted: usize,
    /// Nothing to say: what they speak of never happens.
    pub vacuous: usize,
    /// A limit was reached, or the rule set cannot be decided by.
    pub undecided: usize,
    /// Not about this rule set.
    pub not_applicable: usize,
    /// About the engine; tests show them.
    pub shown_by_tests: usize,
}

/// An entitlement that an overlay declares to depend, by nature, on a wish, a need or a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NotCore {
    /// The overlay.
    pub overlay: String,
    /// The entitlement.
    pub conclusion: String,
    /// Why it is not part of core assistance.
    pub reason: String,
}

/// What came of a promise, or of one of its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// Proved for every possible record.
    Holds,
    /// Some record, or some part of the rule set, breaks it.
    Refuted,
    /// It holds only because what it speaks of never happens.
    Vacuous,
    /// A limit was reached, or the rule set cannot be decided by. It may hold or not.
    Undecided,
    /// It is not about this rule set.
    NotApplicable,
    /// It is about the engine; tests show it.
    ShownByTests,
}

impl Verdict {
    /// The word as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Refuted => "refuted",
            Self::Vacuous => "vacuous",
            Self::Undecided => "undecided",
            Self::NotApplicable => "not_applicable",
            Self::ShownByTests => "shown_by_tests",
        }
    }

    /// What a promise comes to whose statements came to these: the worst counts, and what is vacuous or not applicable only
    /// where nothing else was said.
    #[must_use]
    pub fn of_all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let weight = |verdict: &Self| match verdict {
            Self::Refuted => 5,
            Self::Undecided => 4,
            Self::Holds => 3,
            Self::ShownByTests => 2,
            Self::Vacuous => 1,
            Self::NotApplicable => 0,
        };
        verdicts.into_iter().max_by_key(weight).unwrap_or(Self::NotApplicable)
    }
}

/// What came of one promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PromiseReport {
    /// The name of the promise.
    pub name: String,
    /// The number by which other documents refer to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub number: Option<String>,
    /// What is promised.
    pub sentence: String,
    /// The same as a formal statement.
    pub formal: String,
    /// What came of it.
    pub verdict: Verdict,
    /// What came of each of its statements.
    pub proofs: Vec<Proof>,
}

impl PromiseReport {
    /// The ways in which the promise is broken, statement by statement.
    pub fn refutations(&self) -> impl Iterator<Item = &Refutation> {
        self.proofs.iter().flat_map(|proof| &proof.refutations)
    }
}

/// What came of one statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Proof {
    /// The form of the statement.
    pub form: String,
    /// What came of it.
    pub verdict: Verdict,
    /// How many separate questions were decided.
    pub checked: usize,
    /// Why the verdict is what it is, where no refutation says it, and what else is worth knowing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub remarks: Vec<String>,
    /// The parts of the statement that never happen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub vacuous: Vec<String>,
    /// What breaks it: one entry for each conclusion and fact, up to a limit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub refutations: Vec<Refutation>,
    /// How many more refutations there are beyond the limit.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub further: usize,
    /// The tests that show it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub tests: Vec<Test>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// One thing that breaks a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Refutation {
    /// What is broken, in one line.
    pub says: String,
    /// What follows in one place and not in the other, or follows and must not, or does not and must: an id as in charters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub output: Option<String>,
    /// The facts in which two records differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub differ: Vec<String>,
    /// The record, or the first of two; none where the rule set itself breaks the statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub first: Option<WitnessRecord>,
    /// The second record, or the same one under what is composed. A record holds no fact that what decides it does not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub second: Option<WitnessRecord>,
    /// Where the rule set itself breaks the statement: the rules, or other parts, that do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub parts: Vec<String>,
}

/// A record of a witness: no record with fewer known facts breaks the statement in this way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct WitnessRecord {
    /// By what it is decided.
    pub by: DecidedBy,
    /// The record, as `palermo evaluate` reads it. Where the statement is about a violation, the conduct stands in it.
    pub record: IntakeRecord,
    /// Whether the output follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub follows: Option<bool>,
    /// The rules by which it follows, or those that would give it and do not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub rules: Vec<String>,
}

/// By what a record of a witness is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum DecidedBy {
    /// The base alone.
    Base,
    /// The base with everything that is composed on it.
    Composed,
    /// The rule set that it is held against.
    Against,
}
