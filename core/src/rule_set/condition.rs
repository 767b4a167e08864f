//! Conditions as they are written: all and any over literals and over named sets of facts.
//!
//! A literal lists the values that it accepts; `unknown` is accepted only where it is written out. There is no "not" and
//! no "missing". The JSON form is the YAML form: `"always"`, `{"all": […]}`, `{"any": […]}`, `{"any_of": set, "is": […]}`,
//! `{"all_of": set, "is": […]}`, `{fact: [values]}`, `{fact: {"below": 18}}`.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeMap};

/// When something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Always.
    Always,
    /// Where no other rule gives the derived fact that this rule gives a value for.
    Otherwise,
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// Some member of a set has one of the values.
    AnyOf {
        /// The name of the set.
        set: String,
        /// The values.
        is: Vec<Value>,
    },
    /// Every member of a set has one of the values.
    AllOf {
        /// The name of the set.
        set: String,
        /// The values.
        is: Vec<Value>,
    },
    /// A fact has one of the accepted values.
    Literal {
        /// The name of the fact.
        fact: String,
        /// What is accepted.
        accepts: Accepts,
    },
}

/// The values that a literal accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accepts {
    /// One of the listed values.
    OneOf(Vec<Value>),
    /// A number below the bound, which is itself excluded.
    Below {
        /// The bound.
        bound: u32,
        /// Whether `unknown` is accepted as well.
        or_unknown: bool,
    },
    /// A number that is at least the bound, which is itself included.
    AtLeast {
        /// The bound.
        bound: u32,
        /// Whether `unknown` is accepted as well.
        or_unknown: bool,
    },
}

/// A value of a fact: `true`, `false`, `unknown` or a word of the fact's list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// A word, `unknown` included.
    Word(String),
}

impl Value {
    /// The value's name, as it stands in `fact:` consequences and text ids: `yes`, `no` or the word.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::YesNo(true) => "yes",
            Self::YesNo(false) => "no",
            Self::Word(word) => word,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bound {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    below: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<u32>,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    or_unknown: bool,
}

impl Serialize for Accepts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::OneOf(values) => values.serialize(serializer),
            Self::Below { bound, or_unknown } => {
                Bound { below: Some(*bound), at_least: None, or_unknown: *or_unknown }.serialize(serializer)
            }
            Self::AtLeast { bound, or_unknown } => {
                Bound { below: None, at_least: Some(*bound), or_unknown: *or_unknown }.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Accepts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(Value),
            Many(Vec<Value>),
            Bound(Bound),
        }
        match Written::deserialize(deserializer)? {
            Written::One(value) => Ok(Self::OneOf(Vec::from([value]))),
            Written::Many(values) => Ok(Self::OneOf(values)),
            Written::Bound(Bound { below: Some(bound), at_least: None, or_unknown }) => Ok(Self::Below { bound, or_unknown }),
            Written::Bound(Bound { below: None, at_least: Some(bound), or_unknown }) => Ok(Self::AtLeast { bound, or_unknown }),
            Written::Bound(_) => Err(de::Error::custom("write either `below` or `at_least`")),
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self {
            Self::Always => return serializer.serialize_str("always"),
            Self::Otherwise => return serializer.serialize_str("otherwise"),
            Self::AnyOf { .. } | Self::AllOf { .. } => serializer.serialize_map(Some(2))?,
            Self::All(_) | Self::Any(_) | Self::Literal { .. } => serializer.serialize_map(Some(1))?,
        };
        match self {
            Self::Always | Self::Otherwise => {}
            Self::All(parts) => map.serialize_entry("all", parts)?,
            Self::Any(parts) => map.serialize_entry("any", parts)?,
            Self::AnyOf { set, is } => {
                map.serialize_entry("any_of", set)?;
                map.serialize_entry("is", is)?;
            }
            Self::AllOf { set, is } => {
                map.serialize_entry("all_of", set)?;
                map.serialize_entry("is", is)?;
            }
            Self::Literal { fact, accepts } => map.serialize_entry(fact, accepts)?,
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Part {
            Conditions(Vec<Condition>),
            Accepts(Accepts),
        }
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Word(String),
            Map(BTreeMap<String, Part>),
        }
        let parts = match Written::deserialize(deserializer)? {
            Written::Word(word) if word == "always" => return Ok(Self::Always),
            Written::Word(word) if word == "otherwise" => return Ok(Self::Otherwise),
            Written::Word(_) => {
                return Err(de::Error::custom("a condition in one word is `always` or `otherwise`"));
            }
            Written::Map(parts) => parts,
        };
        let word = |part: &Part| match part {
            Part::Accepts(Accepts::OneOf(values)) => match values.as_slice() {
                [Value::Word(word)] => Some(word.clone()),
                _ => None,
            },
            _ => None,
        };
        let mut entries = parts.into_iter();
        match (entries.next(), entries.next(), entries.next()) {
            (Some((key, Part::Conditions(parts))), None, None) if key == "all" => Ok(Self::All(parts)),
            (Some((key, Part::Conditions(parts))), None, None) if key == "any" => Ok(Self::Any(parts)),
            (Some((fact, Part::Accepts(accepts))), None, None) => Ok(Self::Literal { fact, accepts }),
            (Some((key, set)), Some((is, Part::Accepts(Accepts::OneOf(values)))), None) if is == "is" => {
                match (key.as_str(), word(&set)) {
                    ("any_of", Some(set)) => Ok(Self::AnyOf { set, is: values }),
                    ("all_of", Some(set)) => Ok(Self::AllOf { set, is: values }),
                    _ => Err(de::Error::custom(format!("`{key}` is no quantifier over a set"))),
                }
            }
            _ => Err(de::Error::custom("a condition has one key, or `any_of`/`all_of` and `is`")),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Condition {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let itself = generator.subschema_for::<Self>();
        let values = schemars::json_schema!({
            "anyOf": [
                { "type": ["boolean", "string"] },
                { "type": "array", "items": { "type": ["boolean", "string"] }, "minItems": 1 }
            ]
        });
        let parts = schemars::json_schema!({ "type": "array", "items": itself, "minItems": 1 });
        let bound = |key: &str| {
            schemars::json_schema!({
                "type": "object",
                "properties": { key: { "type": "integer", "minimum": 0 }, "or_unknown": { "type": "boolean" } },
                "required": [key],
                "additionalProperties": false
            })
        };
        let quantified = |key: &str| {
            schemars::json_schema!({
                "type": "object",
                "properties": { key: { "type": "string" }, "is": values },
                "required": [key, "is"],
                "additionalProperties": false
            })
        };
        let group = |key: &str| {
            schemars::json_schema!({
                "type": "object",
                "properties": { key: parts },
                "required": [key],
                "additionalProperties": false
            })
        };
        schemars::json_schema!({
            "description": "When something applies. `unknown` is accepted only where it is written out.",
            "oneOf": [
                { "enum": ["always", "otherwise"] },
                group("all"),
                group("any"),
                quantified("any_of"),
                quantified("all_of"),
                {
                    "description": "A fact and the values that are accepted of it.",
                    "type": "object",
                    "propertyNames": { "not": { "enum": ["all", "any", "any_of", "all_of", "is"] } },
                    "additionalProperties": { "anyOf": [values, bound("below"), bound("at_least")] },
                    "minProperties": 1,
                    "maxProperties": 1
                }
            ]
        })
    }
}
