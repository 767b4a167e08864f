//! What proofs speak about: a conclusion, a value of a derived fact, the breach of a duty.

use std::{collections::BTreeSet, fmt, str::FromStr};

use palermo::{
    ConclusionKind,
    rule_set::{DerivedFact, RuleSet, Value},
};
use serde::{Serialize, Serializer};

/// Something that follows from a record or does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Output {
    /// A conclusion about the person, by its id: `entitlement:shelter`.
    Conclusion(String),
    /// The status has a value: `status:presumed`.
    Status(String),
    /// A derived fact has a value: `fact:means_element=yes`.
    Derived {
        /// The derived fact.
        fact: String,
        /// The value by its name: `yes`, `no` or a word.
        value: String,
    },
    /// Conduct with this code, once it happened, breaks a duty towards the person: `violation:deported`.
    Violation(String),
    /// Recorded facts imply conduct with this code, and it breaks a duty towards the person: `implied:rights_not_explained`.
    Implied(String),
}

impl Output {
    /// That a derived fact has a value: the status, or another one.
    pub(crate) fn of_value(rule_set: &RuleSet, fact: &str, value: &str) -> Self {
        if rule_set.decision.status.fact == fact {
            Self::Status(value.into())
        } else {
            Self::Derived { fact: fact.into(), value: value.into() }
        }
    }

    /// Every value of a derived fact.
    pub(crate) fn of_fact(rule_set: &RuleSet, fact: &DerivedFact) -> impl Iterator<Item = Self> {
        let values: BTreeSet<&Value> = fact.priority.iter().chain([&fact.default]).collect();
        values.into_iter().map(|value| Self::of_value(rule_set, &fact.name, value.name()))
    }
}

impl FromStr for Output {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, name) = text.split_once(':').ok_or(())?;
        if name.is_empty() {
            return Err(());
        }
        if ConclusionKind::from_word(kind).is_some() {
            return Ok(Self::Conclusion(text.into()));
        }
        match kind {
            "status" => Ok(Self::Status(name.into())),
            "violation" => Ok(Self::Violation(name.into())),
            "implied" => Ok(Self::Implied(name.into())),
            "fact" => {
                let (fact, value) = name.split_once('=').ok_or(())?;
                Ok(Self::Derived { fact: fact.into(), value: value.into() })
            }
            _ => Err(()),
        }
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conclusion(id) => f.write_str(id),
            Self::Status(value) => write!(f, "status:{value}"),
            Self::Derived { fact, value } => write!(f, "fact:{fact}={value}"),
            Self::Violation(code) => write!(f, "violation:{code}"),
            Self::Implied(code) => write!(f, "implied:{code}"),
        }
    }
}

impl Serialize for Output {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Output {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Output".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Something that follows from a record or does not: the id of a conclusion, `status:value`, \
                            `fact:name=value` or `violation:code`.",
            "type": "string",
            "pattern": "^[a-z_]+:."
        })
    }
}
