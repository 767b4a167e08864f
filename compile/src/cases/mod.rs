//! Runs the cases of a rule set: each has to come out as it says, and where it says that an unknown decides, some value of
//! it has to turn the result round.
//!
//! A case shows a lawyer when a rule applies and when it does not. One that is wrong misleads whoever signs the rule, so every
//! failure says what came out instead and which part of the condition decided it.

mod deciding;
mod trial;
mod unknown;

use std::collections::BTreeMap;

use palermo::{
    FactIs, IntakeRecord, Problem, Standard,
    load::LoadErrors,
    rule_set::{Condition, Rule, RuleSet},
};
use serde::Serialize;

use self::trial::Trial;
use crate::SourcePlace;

/// What a case says of its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The rule applies.
    Fires,
    /// The rule does not apply.
    Silent,
    /// The rule's conduct, recorded as established, breaks it.
    Breached,
    /// The rule's conduct does not break it.
    NotBreached,
}

/// What came of the cases of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// How many rules were looked at.
    pub rules: usize,
    /// How many cases were run.
    pub cases: usize,
    /// How many cases make each claim.
    pub claims: BTreeMap<Claim, usize>,
    /// How many cases say that an unknown decides.
    pub unknown: usize,
    /// The rules that show no case.
    pub without: Vec<String>,
    /// The cases that did not come out as they say, in the order of the rules; a case can fail in more than one way.
    pub failures: Vec<CaseFailure>,
}

/// A case that did not come out as it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseFailure {
    /// The rule.
    pub rule: String,
    /// The number of the case in its file, counted from 1.
    pub case: usize,
    /// Where the case stands, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<SourcePlace>,
    /// What the case says.
    pub claim: Claim,
    /// What came out instead.
    #[serde(flatten)]
    pub reason: FailureReason,
    /// The facts of the case, and the conduct where it is about a breach.
    pub record: IntakeRecord,
}

/// Why a case fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "came_out", rename_all = "snake_case")]
pub enum FailureReason {
    /// The opposite came out.
    TheOtherWay {
        /// What decided it.
        decides: Decides,
    },
    /// The facts are no valid record.
    NoRecord {
        /// Every error.
        problems: Vec<Problem>,
    },
    /// The case speaks of a breach, and the rule names no conduct that breaks it.
    NoConduct,
    /// A fact that is said to be unknown is given.
    Given {
        /// The fact.
        fact: String,
    },
    /// No value of the facts that are said to decide turns the result round.
    NothingTurns {
        /// The facts.
        unknown: Vec<String>,
        /// What decides in fact.
        decides: Decides,
    },
    /// A fact that is said to decide has no part in it, whatever the others are.
    NoPart {
        /// The fact.
        fact: String,
    },
    /// So many facts are said to decide that their values cannot all be tried.
    TooMany,
}

/// The part of a condition that decides that it holds, or that it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decides {
    /// Whether the condition holds.
    pub holds: bool,
    /// Where it holds, the parts that hold; where it does not, the parts that do not.
    pub part: Condition,
    /// The facts that stand in this part, with their values, input and derived.
    pub facts: Vec<FactIs>,
}

/// Runs every case of the rules of a rule set that `of` accepts.
///
/// # Errors
///
/// Where the rule set cannot be decided by.
pub fn run(rule_set: &RuleSet, of: impl Fn(&Rule) -> bool) -> Result<CaseReport, LoadErrors> {
    let standard = Standard::from_rule_set(rule_set)?;
    let trial = Trial::new(rule_set, &standard);
    let mut report = CaseReport {
        rules: 0,
        cases: 0,
        claims: [Claim::Fires, Claim::Silent, Claim::Breached, Claim::NotBreached].map(|claim| (claim, 0)).into(),
        unknown: 0,
        without: Vec::new(),
        failures: Vec::new(),
    };
    for rule in rule_set.rules.iter().filter(|rule| of(rule)) {
        report.rules += 1;
        if rule.cases.is_empty() {
            report.without.push(rule.id.clone());
        }
        for (case, number) in rule.cases.iter().zip(1..) {
            let Some((claim, facts)) = trial.claim(case) else { continue };
            report.cases += 1;
            *report.claims.entry(claim).or_default() += 1;
            report.unknown += usize::from(!case.unknown.is_empty());
            let failed = trial.case(rule, claim, &facts, &case.unknown);
            report.failures.extend(failed.into_iter().map(|reason| CaseFailure {
                rule: rule.id.clone(),
                case: number,
                place: None,
                claim,
                reason,
                record: trial::record(rule, claim, &facts),
            }));
        }
    }
    Ok(report)
}

impl CaseReport {
    /// How many cases did not come out as they say.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.failures.chunk_by(|one, other| (&one.rule, one.case) == (&other.rule, other.case)).count()
    }

    /// Puts the place of each failing case, which `place` finds by the id of the rule and the JSON Pointer inside the rule.
    #[must_use]
    pub fn placed(mut self, place: impl Fn(&str, &str) -> Option<SourcePlace>) -> Self {
        for failure in &mut self.failures {
            let inside = format!("/cases/{}", failure.case.saturating_sub(1));
            failure.place = place(&failure.rule, &inside);
        }
        self
    }
}
