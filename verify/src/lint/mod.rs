//! Advice about a rule set: what in it can never happen, says nothing new, or asks for what nobody needs.
//!
//! A finding is no error: a rule that another one contains can still cite what the other does not. Each says what is so for
//! every record that there could be, and what to do about it.

mod breaches;
mod facts;
mod literals;
mod members;
mod never_fires;
mod questions;
mod sets;
mod subsumed;
mod texts;

use std::fmt;

use palermo::rule_set::RuleSet;
use serde::Serialize;

use crate::{
    Decisive, Domain, Facts, Failure, Literal, Model, NODE_LIMIT, Space, decisive,
    report::{Named, REPORT_FORMAT},
};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Lint {
    /// A rule that fires in no record.
    RuleNeverFires,
    /// A rule that gives what another one gives, and fires in some of its records alone.
    RuleSubsumed,
    /// A rule that gives what another one gives in the same records.
    RuleDuplicate,
    /// A fact that no condition reads, and that is not shielded.
    FactUnread,
    /// A fact that is asked and can change nothing.
    QuestionNeedless,
    /// Conduct that breaks its rule in no record.
    BreachNever,
    /// Conduct that recorded facts are said to imply, and never do.
    ImpliedNever,
    /// A literal that never decides: its condition is the same without it.
    LiteralIdle,
    /// A set that no condition reads.
    SetUnread,
    /// A member of a set that changes no condition in which the set stands.
    MemberIdle,
    /// Something that people read has no label and no sentence.
    TextMissing,
}

impl Lint {
    /// Every lint, in the order of reports.
    pub const ALL: [Self; 11] = [
        Self::RuleNeverFires,
        Self::RuleSubsumed,
        Self::RuleDuplicate,
        Self::FactUnread,
        Self::QuestionNeedless,
        Self::BreachNever,
        Self::ImpliedNever,
        Self::LiteralIdle,
        Self::SetUnread,
        Self::MemberIdle,
        Self::TextMissing,
    ];

    /// Its code, as JSON has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RuleNeverFires => "rule_never_fires",
            Self::RuleSubsumed => "rule_subsumed",
            Self::RuleDuplicate => "rule_duplicate",
            Self::FactUnread => "fact_unread",
            Self::QuestionNeedless => "question_needless",
            Self::BreachNever => "breach_never",
            Self::ImpliedNever => "implied_never",
            Self::LiteralIdle => "literal_idle",
            Self::SetUnread => "set_unread",
            Self::MemberIdle => "member_idle",
            Self::TextMissing => "text_missing",
        }
    }

    /// What to do about such a finding.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::RuleNeverFires => "Remove the rule, or correct its condition: nobody can ever have what it gives.",
            Self::RuleSubsumed | Self::RuleDuplicate => {
                "Keep the rule only for what it cites; otherwise remove it and add its citations to the other one."
            }
            Self::FactUnread => "Remove the fact, shield it and never ask it, or write the rule that needs it.",
            Self::QuestionNeedless => "Do not ask it: set `ask` to `never`, or write the rule that needs the answer.",
            Self::BreachNever => "Correct the condition of the breach, or remove the conduct code: it can never be a violation.",
            Self::ImpliedNever => "Correct `implied_when`: where it holds, the conduct breaks nothing.",
            Self::LiteralIdle => "Remove the literal, or correct the condition: another part of it already says the same.",
            Self::SetUnread => "Remove the set, or write the rule that needs it.",
            Self::MemberIdle => "Remove the member from the set, or correct what stands beside it.",
            Self::TextMissing => "Give it a label and a sentence under `texts`: whoever reads a decision sees its id instead.",
        }
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Something that is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Finding {
    /// What it is about.
    pub lint: Lint,
    /// The id of the rule, the name of the fact or the set, or the conduct code.
    pub subject: String,
    /// What is so, in a sentence.
    pub sentence: String,
    /// What to do about it.
    pub advice: String,
    /// The rule that already gives what the subject gives, where the finding is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// The literal that never decides, where the finding is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub literal: Option<Literal>,
    /// A smallest record that shows it, where one can: that of a rule that is contained in another one has the other rule
    /// fire alone, that of a duplicate has both fire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<Facts>,
}

impl Finding {
    fn new(lint: Lint, subject: &str, sentence: String) -> Self {
        let (subject, advice) = (subject.into(), lint.advice().into());
        Self { lint, subject, sentence, advice, other: None, literal: None, witness: None }
    }
}

/// What is found in a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LintReport {
    /// The version of the report format.
    pub format: u32,
    /// The rule set.
    pub rule_set: Named,
    /// What is found, in the order of the lints and of the rule set.
    pub findings: Vec<Finding>,
    /// Lints whose diagrams grew beyond the limit, so that there can be findings that are not listed.
    pub undecided: Vec<Lint>,
}

/// What every lint looks at.
struct Looked<'l> {
    space: &'l Space<'l>,
    model: &'l Model<'l>,
    literals: &'l [Decisive],
}

/// Looks for everything.
///
/// # Errors
///
/// Where the rule set cannot be decided by, or itself grows beyond the limit of a diagram.
pub fn lint(rule_set: &RuleSet) -> Result<LintReport, Failure> {
    let domain = Domain::new(&[rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, rule_set)?;
    let literals = decisive(&space, &model)?;
    let looked = Looked { space: &space, model: &model, literals: &literals };
    let (mut findings, mut undecided) = (Vec::new(), Vec::new());
    for lint in Lint::ALL {
        let found = match lint {
            Lint::RuleNeverFires => Ok(never_fires::find(&looked)),
            Lint::RuleSubsumed | Lint::RuleDuplicate => subsumed::find(&looked, lint),
            Lint::FactUnread => Ok(facts::find(&looked)),
            Lint::QuestionNeedless => questions::find(&looked),
            Lint::BreachNever => Ok(breaches::broken_never(&looked)),
            Lint::ImpliedNever => breaches::implied_never(&looked),
            Lint::LiteralIdle => Ok(literals::find(&looked)),
            Lint::SetUnread => Ok(sets::find(&looked)),
            Lint::MemberIdle => members::find(&looked),
            Lint::TextMissing => Ok(texts::find(&looked)),
        };
        match found {
            Ok(found) => findings.extend(found),
            Err(Failure::Limit { .. }) => undecided.push(lint),
            Err(failure) => return Err(failure),
        }
    }
    Ok(LintReport { format: REPORT_FORMAT, rule_set: Named::of(rule_set), findings, undecided })
}
