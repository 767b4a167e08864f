//! What of the source the rules cite, and what of the rules some records exercise.
//!
//! A rule is exercised by a record in which it fires. A literal is exercised on one of its sides by a record in which it is met
//! (or missed) and alone decides (masking MC/DC). What can never decide is said so and not counted as missing, and what is
//! missing comes with a smallest record that would exercise it.

mod records;
mod source;

use palermo::rule_set::{Lines, RuleSet};
use serde::Serialize;

pub use self::records::NamedRecord;
use crate::{
    Domain, Facts, Failure, Literal, Model, NODE_LIMIT, Space, decisive,
    report::{Named, REPORT_FORMAT},
};

/// What is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Coverage {
    /// The version of the report format.
    pub format: u32,
    /// The rule set.
    pub rule_set: Named,
    /// What of the source is cited.
    pub source: SourceCoverage,
    /// What of the rules the records exercise; absent where no records were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<RecordCoverage>,
}

/// What of the source is cited, by rules and by facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SourceCoverage {
    /// How many anchors there are in the source index.
    pub anchors: usize,
    /// How many of them a rule cites from which something follows for a person.
    pub anchors_in_rules: usize,
    /// How many of them only definitions and notes cite, or only facts.
    pub anchors_in_definitions_only: usize,
    /// How many nothing cites.
    pub anchors_uncited: usize,
    /// How many lines the source has; 0 where the rule set has no source document.
    pub lines: u32,
    /// How many of them are cited.
    pub lines_cited: u32,
    /// The anchors, in the order of the source index.
    pub bullets: Vec<Bullet>,
    /// The articles of other instruments that are cited, in their order.
    pub articles: Vec<CitedElsewhere>,
    /// What else is cited by reference, in the order of its words.
    pub references: Vec<CitedElsewhere>,
}

/// An anchor of the source with what cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Bullet {
    /// The anchor: section and bullet, or table and entry.
    pub at: String,
    /// The ranges of lines that are cited under it.
    pub ranges: Vec<Lines>,
    /// Rules that cite it and from which something follows for a person: a conclusion, or conduct that breaks them.
    pub rules: Vec<String>,
    /// Rules that cite it and only define something or note it.
    pub definitions: Vec<String>,
    /// Facts that cite it.
    pub facts: Vec<String>,
}

/// Something other than the source document that rules or facts cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CitedElsewhere {
    /// What is cited: the instrument and its article, or the words of the reference.
    pub cited: String,
    /// The rules that cite it.
    pub rules: Vec<String>,
    /// The facts that cite it.
    pub facts: Vec<String>,
}

/// What of a rule set some records exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RecordCoverage {
    /// How many records there are.
    pub records: usize,
    /// How many rules there are that can fire.
    pub rules_possible: usize,
    /// How many of them fire in some record.
    pub rules_fired: usize,
    /// How many sides of literals there are that can decide.
    pub sides_possible: usize,
    /// How many of them are exercised.
    pub sides_exercised: usize,
    /// Every rule, in the order of the rule set.
    pub rules: Vec<RuleExercise>,
    /// Every literal of every condition.
    pub literals: Vec<LiteralExercise>,
}

/// How a rule is exercised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RuleExercise {
    /// The id of the rule.
    pub rule: String,
    /// In how many records it fires.
    pub fires_in: usize,
    /// Whether it can.
    pub exercise: Exercise,
}

/// How a literal is exercised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LiteralExercise {
    /// The literal.
    pub literal: Literal,
    /// Where it is met and alone decides.
    pub met: Exercise,
    /// Where it is missed and alone decides.
    pub missed: Exercise,
}

/// Whether something is exercised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Exercise {
    /// It is.
    Exercised {
        /// The name of the first record that does.
        by: String,
    },
    /// It is not, and could be.
    Missing {
        /// What is known in a smallest record that would. For the literal of a breach it also has an event of the code.
        facts: Facts,
    },
    /// No record can.
    Impossible,
}

impl RecordCoverage {
    /// Whether everything is exercised that can be.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.rules_fired == self.rules_possible && self.sides_exercised == self.sides_possible
    }
}

/// Says what of the source is cited, and what of the rules the records exercise. Records that the rule set does not understand
/// exercise nothing: facts and codes that it does not know are passed over.
///
/// # Errors
///
/// Where the rule set cannot be decided by, or grows beyond the limit of a diagram.
pub fn coverage(rule_set: &RuleSet, records: &[NamedRecord]) -> Result<Coverage, Failure> {
    let domain = Domain::new(&[rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, rule_set)?;
    let exercised = (!records.is_empty()).then(|| Ok(records::exercised(&space, &model, decisive(&space, &model)?, records)));
    Ok(Coverage {
        format: REPORT_FORMAT,
        rule_set: Named::of(rule_set),
        source: source::cited(rule_set),
        records: exercised.transpose()?,
    })
}
