//! The dictionary of a rule set: the facts of a record, the facts that rules give, conduct codes, texts, contested points.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Citation, Condition, Value};
use crate::vocabulary::{Sensitivity, Stage};

/// Everything that a form needs: the facts in catalogue order, the interview order and the conduct codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Dictionary {
    /// The facts of a record, in catalogue order.
    pub facts: Vec<Fact>,
    /// The interview order, stage by stage.
    pub interview: Vec<Interview>,
    /// The conduct codes, in catalogue order.
    pub conduct: Vec<ConductCode>,
}

/// A fact of the record: what it means, how it is asked and what it may influence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Fact {
    /// The name under which a record holds the fact.
    pub name: String,
    /// The group to which it belongs.
    pub group: String,
    /// A short name for screens.
    pub label: String,
    /// What its values mean, and what they do not.
    pub meaning: String,
    /// Its values; `unknown` always belongs to them and is not written.
    pub values: Values,
    /// The question as it is put; for a fact that is never asked, the advice not to.
    pub question: String,
    /// Help for whoever asks.
    pub help: String,
    /// When and of whom it may be asked.
    pub ask: Stage,
    /// How intrusive the question is.
    pub sensitivity: Sensitivity,
    /// Who can know it at first contact.
    pub known_by: Vec<String>,
    /// Whether it may never influence status, shelter or core assistance.
    pub shield: bool,
    /// Where the source speaks of it.
    pub source: Vec<Citation>,
}

/// A fact that rules give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct DerivedFact {
    /// The name that conditions use.
    pub name: String,
    /// Its values; `unknown` belongs to them where it is the default.
    pub values: Values,
    /// The order in which values win where rules give different ones.
    pub priority: Vec<Value>,
    /// The value where no rule gives one.
    pub default: Value,
}

/// The values that a fact can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Yes or no: JSON booleans.
    YesNo,
    /// One of a list of words.
    Choice(Vec<String>),
    /// A whole number of years between two bounds, both included.
    Years {
        /// The least.
        from: u32,
        /// The greatest.
        to: u32,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    from: u32,
    to: u32,
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::YesNo => serializer.serialize_str("yes_no"),
            Self::Choice(words) => words.serialize(serializer),
            Self::Years { from, to } => Bounds { from: *from, to: *to }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Word(String),
            Choice(Vec<String>),
            Bounds(Bounds),
        }
        match Written::deserialize(deserializer)? {
            Written::Word(word) if word == "yes_no" => Ok(Self::YesNo),
            Written::Word(_) => Err(de::Error::custom("values are `yes_no`, a list of words, or bounds")),
            Written::Choice(words) => Ok(Self::Choice(words)),
            Written::Bounds(Bounds { from, to }) => Ok(Self::Years { from, to }),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Values {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Values".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Yes or no, a list of words, or whole years between two bounds; unknown always belongs to them.",
            "oneOf": [
                { "const": "yes_no" },
                { "type": "array", "items": { "type": "string" }, "minItems": 1, "uniqueItems": true },
                {
                    "type": "object",
                    "properties": { "from": { "type": "integer", "minimum": 0 }, "to": { "type": "integer", "minimum": 0 } },
                    "required": ["from", "to"],
                    "additionalProperties": false
                }
            ]
        })
    }
}

/// A stage of the interview: what must be settled before it, and its facts in the order in which they are asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Interview {
    /// The stage.
    pub stage: Stage,
    /// Facts that must be yes before the stage is entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// Facts while which are yes the stage is not entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_while: Vec<String>,
    /// The facts of the stage, in order.
    pub ask: Vec<String>,
}

/// A code for something that a duty-bearer does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ConductCode {
    /// The code.
    pub code: String,
    /// The wider code, to be used only where none of its narrower ones fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// When recorded facts imply the conduct, as established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implied_when: Option<Condition>,
}

/// A point on which the source is contested, unclear or overtaken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ContestedPoint {
    /// The id of the point.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// The position of the source.
    pub source_says: String,
    /// What is contested or has changed.
    pub contested: String,
    /// What the rule set does about it.
    pub treatment: String,
    /// The rules that it touches.
    pub rules: Vec<String>,
}

/// What a person reads for an id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Text {
    /// A short label for a screen.
    pub label: String,
    /// One sentence that says the same to somebody who reads only this.
    pub sentence: String,
}
