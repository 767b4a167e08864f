//! Where one literal alone decides: for each literal of each condition the records in which turning it around, with every
//! other literal as it is, turns the condition around (masking MC/DC, by the Boolean difference of the written condition).
//!
//! The records are a function, so nothing is missed: a literal whose function never holds decides for no record that there
//! could ever be.

mod tree;

use std::fmt;

use palermo::rule_set::Condition;
use serde::Serialize;

use self::tree::Tree;
use crate::{Facts, Failure, Function, Model, Space, Witness};

/// A condition by what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConditionOf {
    /// When a rule fires.
    Rule {
        /// The id of the rule.
        rule: String,
    },
    /// When conduct breaks a rule.
    Breach {
        /// The code of the conduct.
        code: String,
        /// The id of the rule.
        rule: String,
    },
    /// When recorded facts imply that conduct happened.
    Implied {
        /// The code of the conduct.
        code: String,
        /// The id of the rule that it breaks.
        rule: String,
    },
}

impl ConditionOf {
    /// The id of the rule, or the conduct code.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Rule { rule: id } | Self::Breach { code: id, .. } | Self::Implied { code: id, .. } => id,
        }
    }

    /// The id of the rule that it is about.
    #[must_use]
    pub fn rule(&self) -> &str {
        match self {
            Self::Rule { rule } | Self::Breach { rule, .. } | Self::Implied { rule, .. } => rule,
        }
    }
}

impl fmt::Display for ConditionOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule { rule } => write!(f, "the rule {rule}"),
            Self::Breach { code, .. } => write!(f, "the breach {code}"),
            Self::Implied { code, .. } => write!(f, "the implied conduct {code}"),
        }
    }
}

/// A literal by its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Literal {
    /// The condition in which it stands.
    pub condition: ConditionOf,
    /// Its number among the literals of the condition, counted from 0 as they are written, sets spelled out.
    pub number: usize,
    /// The fact, input or derived.
    pub fact: String,
    /// The literal as conditions write it: the fact with the values that it accepts.
    pub written: Condition,
    /// The set whose member it is, where it is not written in the condition itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
}

/// A literal with the records in which it alone decides.
#[derive(Clone, Debug)]
pub struct Decisive {
    /// The literal.
    pub literal: Literal,
    /// Where it holds and alone decides.
    pub met: Function,
    /// Where it does not hold and alone decides.
    pub missed: Function,
    /// Where it makes a difference outside whether the condition holds: nothing else gives what it would give.
    pub shows: Function,
}

impl Decisive {
    /// A smallest record in which the literal alone decides; where there are such, one in which it shows outside.
    #[must_use]
    pub fn witness(&self, space: &Space<'_>, met: bool) -> Option<Facts> {
        let decides = if met { &self.met } else { &self.missed };
        let shown = space.and(decides, &self.shows).ok().filter(|shown| !shown.is_never());
        Witness::smallest(space.domain(), shown.as_ref().unwrap_or(decides)).map(|witness| witness.first)
    }

    /// Whether no record lets it decide, at least on one side: the condition is the same without it, or without what it is in.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.met.is_never() || self.missed.is_never()
    }
}

/// Every literal of every condition of a rule set: of rules in their order, then of breaches and of implied conduct.
///
/// # Errors
///
/// Where a function grows beyond the limit of the space.
pub fn decisive(space: &Space<'_>, model: &Model<'_>) -> Result<Vec<Decisive>, Failure> {
    let rule_set = model.rule_set();
    let mut found = Vec::new();
    for (place, rule) in rule_set.rules.iter().enumerate() {
        let shows = model.rule_shows(space, place)?;
        of_condition(space, model, &ConditionOf::Rule { rule: rule.id.clone() }, &rule.when, &shows, &mut found)?;
    }
    for rule in &rule_set.rules {
        let Some(breach) = &rule.breach else { continue };
        let condition = ConditionOf::Breach { code: breach.code.clone(), rule: rule.id.clone() };
        let when = breach.when.as_ref().unwrap_or(&rule.when);
        of_condition(space, model, &condition, when, &space.always(), &mut found)?;
    }
    for code in &model.codes {
        let written = rule_set.conduct.iter().find(|known| known.code == code.code);
        let Some(when) = written.and_then(|known| known.implied_when.as_ref()) else { continue };
        let condition = ConditionOf::Implied { code: code.code.clone(), rule: code.rule.clone() };
        of_condition(space, model, &condition, when, &code.breach, &mut found)?;
    }
    Ok(found)
}

fn of_condition(
    space: &Space<'_>,
    model: &Model<'_>,
    of: &ConditionOf,
    condition: &Condition,
    shows: &Function,
    found: &mut Vec<Decisive>,
) -> Result<(), Failure> {
    for (number, (leaf, decides)) in Tree::new(space, model, condition)?.deciding(space)?.into_iter().enumerate() {
        let met = space.and(&decides, &leaf.holds)?;
        let missed = space.and_not(&decides, &leaf.holds)?;
        let written = Condition::Literal { fact: leaf.fact.clone(), accepts: leaf.accepts };
        let literal = Literal { condition: of.clone(), number, fact: leaf.fact, written, set: leaf.set };
        found.push(Decisive { literal, met, missed, shows: shows.clone() });
    }
    Ok(())
}
