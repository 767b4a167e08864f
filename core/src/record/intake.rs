//! The intake record as a plain document: what a form or a case system hands over.

use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
};

use super::Reference;
use crate::vocabulary::{Actor, Certainty};

/// What is known about one person's situation, and what officials did.
///
/// A record holds no identity: no name, no date of birth, no number of a document, no address, no free text. Everything
/// may be absent; a fact that is absent is unknown, never "no". Which facts and codes there are, the
/// [dictionary](crate::Standard::dictionary) of the standard says; [`crate::Standard::check`] holds a record against it.
///
/// This type is for programs that build or keep records. To decide on JSON text, hand the text itself to
/// [`crate::Standard::read_json`]: it reports every error with its place, and is faster.
///
/// ```
/// use palermo::{FactValue, IntakeRecord};
///
/// let mut record = IntakeRecord::default();
/// record.facts.insert("age_years".into(), FactValue::Years(16));
/// assert_eq!(serde_json::to_string(&record)?, r#"{"facts":{"age_years":16}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct IntakeRecord {
    /// A random token that the caller can match with its own files: a UUID with hyphens or a ULID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// What is known, by the names of the dictionary.
    #[serde(default, deserialize_with = "facts_without_duplicates", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, FactValue>,
    /// Facts that the person would rather not be asked.
    #[serde(default, deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
    /// What duty-bearers did, one event each.
    #[serde(default, deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub conduct: Vec<ConductEvent>,
}

/// Something that a duty-bearer did, is said to have done, plans or is known not to have done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ConductEvent {
    /// What was done: a conduct code of the standard.
    pub code: String,
    /// Who did it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// The value of a fact in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// Not known; `null` in JSON, and the same as leaving the fact out.
    Unknown,
    /// Yes or no.
    YesNo(bool),
    /// Whole years.
    Years(u32),
    /// A word of the fact's list.
    Word(String),
}

impl From<bool> for FactValue {
    fn from(value: bool) -> Self {
        Self::YesNo(value)
    }
}

impl From<u32> for FactValue {
    fn from(value: u32) -> Self {
        Self::Years(value)
    }
}

impl From<&str> for FactValue {
    fn from(value: &str) -> Self {
        Self::Word(value.into())
    }
}

impl<T: Into<FactValue>> From<Option<T>> for FactValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Into::into)
    }
}

impl Serialize for FactValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_unit(),
            Self::YesNo(value) => serializer.serialize_bool(*value),
            Self::Years(years) => serializer.serialize_u32(*years),
            Self::Word(word) => serializer.serialize_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for FactValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;

        impl Visitor<'_> for ValueVisitor {
            type Value = FactValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, null, a whole number or a word")
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<FactValue, E> {
                Ok(FactValue::YesNo(value))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<FactValue, E> {
                u32::try_from(value).map(FactValue::Years).map_err(|_| E::custom("the number is too large"))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<FactValue, E> {
                Ok(FactValue::Word(word.into()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<FactValue, E> {
                Ok(FactValue::Unknown)
            }
        }

        deserializer.deserialize_any(ValueVisitor)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for FactValue {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "FactValue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Yes or no, whole years, or a word of the fact's list; null is unknown.",
            "type": ["boolean", "integer", "string", "null"]
        })
    }
}

fn null_as_empty<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A duplicate key would silently lose one of its values, so it is an error here as it is in [`crate::Standard::read_json`].
fn facts_without_duplicates<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, FactValue>, D::Error> {
    struct FactsVisitor;

    impl<'de> Visitor<'de> for FactsVisitor {
        type Value = BTreeMap<String, FactValue>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of facts or null")
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(BTreeMap::new())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut facts = BTreeMap::new();
            while let Some((name, value)) = map.next_entry::<String, FactValue>()? {
                if facts.insert(name, value).is_some() {
                    return Err(de::Error::custom("a fact stands twice"));
                }
            }
            Ok(facts)
        }
    }

    deserializer.deserialize_any(FactsVisitor)
}
