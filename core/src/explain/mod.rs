//! Why: the chain of rules behind a conclusion or the status, the facts that met each clause, or what is missing.

mod explainer;
mod write;

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde::{Deserialize, Serialize};

use self::explainer::{Explained, Explainer};
pub(crate) use self::write::write_explanation;
use crate::{
    evaluate::{StandardId, outcome, standard_id},
    record::{CheckedRecord, Reference},
    rule_set::Citation,
    vocabulary::Derivation,
};

/// Why a conclusion holds or does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Explanation {
    /// The reference of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// The standard by which was decided.
    pub standard: StandardId,
    /// What is explained: the id of a conclusion, or `status:` and the status.
    pub conclusion: String,
    /// Whether it holds.
    pub holds: bool,
    /// The rules that give it; where it does not hold, the rules that could.
    pub rules: Vec<ExplainedRule>,
    /// The rules behind the facts that those rules read, from near to far.
    pub because: Vec<ExplainedRule>,
}

/// A rule in an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ExplainedRule {
    /// The id of the rule.
    pub rule: String,
    /// What follows from it.
    pub gives: Vec<String>,
    /// Whether it fires.
    pub fires: bool,
    /// What it says.
    pub sentence: String,
    /// Whether the source says it, or how it was inferred.
    pub derivation: Derivation,
    /// Where the source says it.
    pub source: Vec<Citation>,
    /// The ids of the contested points that touch it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<String>,
    /// Its condition, clause by clause; every one has to be met. None where it always applies.
    pub clauses: Vec<ExplainedClause>,
}

/// A clause of a condition: met by some fact, or what would meet it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ExplainedClause {
    /// Whether it is met.
    pub met: bool,
    /// The facts that meet it, with their values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<FactIs>,
    /// The values that would meet it, any one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<FactNeeds>,
    /// Parts of the clause that are conditions of their own: one of which every clause is met meets this clause as well. Only
    /// a condition that is too long for a list of clauses has such parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Vec<ExplainedClause>>,
}

impl ExplainedClause {
    /// Every fact that meets the clause, those inside its parts too.
    pub fn known(&self) -> impl Iterator<Item = &FactIs> {
        self.flat().into_iter().flat_map(|clause| &clause.by)
    }

    /// Every value that would help to meet the clause, those inside its parts too; of a part, every clause has to be met.
    pub fn missing(&self) -> impl Iterator<Item = &FactNeeds> {
        self.flat().into_iter().flat_map(|clause| &clause.needs)
    }

    /// The clause and all clauses inside its parts.
    fn flat(&self) -> Vec<&Self> {
        let mut flat = Vec::from([self]);
        for clause in self.parts.iter().flatten() {
            flat.extend(clause.flat());
        }
        flat
    }
}

/// A fact and its value: `yes`, `no`, `unknown`, a word, or a span of years such as `0-17`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactIs {
    /// The name of the fact, input or derived.
    pub fact: String,
    /// Its value.
    pub value: String,
}

/// A fact and the values of it that would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FactNeeds {
    /// The name of the fact, input or derived.
    pub fact: String,
    /// The values, any one of them.
    pub values: Vec<String>,
}

/// There is no conclusion with this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownConclusion {
    nearest: Option<String>,
}

impl UnknownConclusion {
    /// The conclusion that was meant, where one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

impl fmt::Display for UnknownConclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the standard has no such conclusion")?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => f.write_str("; use an id such as those of the decision, or `status`"),
        }
    }
}

impl core::error::Error for UnknownConclusion {}

/// Explains a conclusion, or the status, of a record, as plain data.
pub(crate) fn explain(record: &CheckedRecord<'_>, subject: &str) -> Result<Explanation, UnknownConclusion> {
    let outcome = outcome(record);
    let explainer = Explainer::new(record, &outcome);
    let Explained { conclusion, holds, rules, because } = explainer.explained(subject)?;
    Ok(Explanation {
        reference: record.reference,
        standard: standard_id(&record.standard.logic),
        conclusion,
        holds,
        rules: rules.iter().filter_map(|rule| explainer.rule(*rule)).collect(),
        because: because.iter().filter_map(|rule| explainer.rule(*rule)).collect(),
    })
}
