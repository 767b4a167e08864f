//! Why a question about a rule set has no answer.

use std::fmt;

use palermo::load::LoadErrors;

/// Why a question about a rule set has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// A function grew beyond the limit of its size: nothing is decided.
    Limit {
        /// How many nodes a function may have.
        nodes: usize,
    },
    /// The rule set cannot be decided by.
    RuleSet(LoadErrors),
    /// Two rule sets declare a fact with different values, so that no record suits both.
    Incompatible {
        /// The name of the fact.
        fact: String,
    },
    /// A condition speaks of something that the rule set does not have.
    UnknownName {
        /// What kind of name it is: a fact, a set or a value.
        what: &'static str,
        /// The name: of the rule set or the charter, never of a record.
        name: String,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Limit { nodes } => write!(f, "a function grew beyond {nodes} nodes: nothing is decided"),
            Self::RuleSet(errors) => write!(f, "the rule set cannot be decided by:\n{errors}"),
            Self::Incompatible { fact } => write!(f, "the rule sets give the fact {fact} different values"),
            Self::UnknownName { what, name } => write!(f, "the rule set has no {what} {name}"),
        }
    }
}

impl std::error::Error for Failure {}
