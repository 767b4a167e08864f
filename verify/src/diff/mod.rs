//! What changes between two rule sets: in what is written, and in what follows for a person, over every record of both.

mod meaning;
mod written;

use palermo::rule_set::RuleSet;
use serde::Serialize;

use crate::{
    Domain, Facts, Failure, Model, NODE_LIMIT, Output, Space,
    report::{Named, REPORT_FORMAT},
};

/// What changes between two rule sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Diff {
    /// The version of the report format.
    pub format: u32,
    /// The first rule set.
    pub from: Named,
    /// The second rule set.
    pub to: Named,
    /// What changes in the facts of a record.
    pub facts: FactChanges,
    /// What changes in the rules as they are written.
    pub rules: RuleChanges,
    /// For each conclusion about a person, in which records it follows by one rule set alone.
    pub conclusions: Vec<OutputChange>,
    /// For each derived fact, the status first, from which value to which it moves.
    pub derived: Vec<DerivedChange>,
    /// For each conduct code, in which records the conduct breaks a duty by one rule set alone.
    pub violations: Vec<OutputChange>,
    /// For each conduct code, in which records recorded facts imply the conduct by one rule set alone.
    pub implied: Vec<OutputChange>,
}

/// What changes in the facts of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactChanges {
    /// Facts that only the first rule set knows.
    pub only_from: Vec<String>,
    /// Facts that only the second one knows.
    pub only_to: Vec<String>,
    /// Facts of both that they describe differently, with the members that differ.
    pub changed: Vec<Changed>,
}

/// What changes in the rules as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RuleChanges {
    /// Rules of the second rule set alone.
    pub added: Vec<String>,
    /// Rules of the first rule set alone.
    pub removed: Vec<String>,
    /// Rules of both that are written differently, or fire in other records.
    pub changed: Vec<ChangedRule>,
}

/// Something of both rule sets that they write differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// The members that differ, by their names in the document.
    pub parts: Vec<String>,
}

/// A rule of both rule sets that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ChangedRule {
    /// Its id.
    pub rule: String,
    /// The members that differ, by their names in the document. None do where the rule fires in other records because of
    /// what it reads.
    pub parts: Vec<String>,
    /// In which records it fires.
    pub fires: Change,
    /// A smallest record in which it fires by the second rule set alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<Facts>,
    /// A smallest record in which it fires by the first rule set alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Facts>,
}

/// How a function of records changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is the same for all records.
    Same,
    /// It comes to hold for some records and holds for all for which it held.
    Gained,
    /// It no longer holds for some records and holds for no others.
    Lost,
    /// It comes to hold for some and no longer holds for others.
    Both,
    /// Its diagram grew beyond the limit: nothing is known.
    Undecided,
}

/// How something that follows changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OutputChange {
    /// What follows or does not.
    pub output: Output,
    /// How it changes.
    pub change: Change,
    /// A smallest record for which it follows by the second rule set alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<Shown>,
    /// A smallest record for which it follows by the first rule set alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Shown>,
}

/// A record for which something follows by one of the rule sets alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Shown {
    /// What is known in it.
    pub facts: Facts,
    /// The rules of that rule set from which it follows.
    pub rules: Vec<String>,
}

/// How a derived fact changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DerivedChange {
    /// The derived fact.
    pub fact: String,
    /// Whether it is the status.
    pub is_status: bool,
    /// Whether the diagrams grew beyond the limit, so that there can be moves that are not listed.
    pub is_undecided: bool,
    /// From which values to which it moves, each with a smallest record; none where it is the same for all records.
    pub moves: Vec<Move>,
}

/// A derived fact has one value by the first rule set and another one by the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Move {
    /// The value by the first rule set; absent where it has no such fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The value by the second rule set; absent where it has no such fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What is known in a smallest record for which it is so.
    pub facts: Facts,
}

impl Diff {
    /// Whether the same follows for all records.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.outputs().all(|output| output.change == Change::Same)
            && self.derived.iter().all(|derived| derived.moves.is_empty() && !derived.is_undecided)
    }

    /// Whether nobody loses anything: every conclusion, violation and implied conduct is the same or gained.
    #[must_use]
    pub fn only_gains(&self) -> bool {
        self.outputs().all(|output| matches!(output.change, Change::Same | Change::Gained))
    }

    /// Whether somebody loses something: some conclusion, violation or implied conduct is lost by some record.
    #[must_use]
    pub fn somebody_loses(&self) -> bool {
        self.outputs().any(|output| matches!(output.change, Change::Lost | Change::Both))
    }

    /// Conclusions, violations and implied conduct.
    pub fn outputs(&self) -> impl Iterator<Item = &OutputChange> {
        self.conclusions.iter().chain(&self.violations).chain(&self.implied)
    }
}

/// Compares two rule sets over the records that have the facts of both.
///
/// # Errors
///
/// Where a rule set cannot be decided by, where the two give a fact different values, or where a rule set itself grows beyond
/// the limit of a diagram.
pub fn diff(from: &RuleSet, to: &RuleSet) -> Result<Diff, Failure> {
    diff_within(from, to, NODE_LIMIT)
}

/// As [`diff`], with diagrams of at most so many nodes.
///
/// # Errors
///
/// As [`diff`].
pub fn diff_within(from: &RuleSet, to: &RuleSet, limit: usize) -> Result<Diff, Failure> {
    let domain = Domain::new(&[from, to], [])?;
    let space = Space::new(&domain, limit);
    let models = meaning::Models { space: &space, from: &Model::new(&space, from)?, to: &Model::new(&space, to)? };
    Ok(Diff {
        format: REPORT_FORMAT,
        from: Named::of(from),
        to: Named::of(to),
        facts: written::facts(from, to),
        rules: models.rules(),
        conclusions: models.conclusions(),
        derived: models.derived(),
        violations: models.violations(),
        implied: models.implied(),
    })
}
