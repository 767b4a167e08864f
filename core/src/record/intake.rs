//! The intake record as a plain document: what a form or a case system hands over.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Serialize, Serializer};

use super::Reference;
use crate::vocabulary::{Actor, Certainty};

/// What is known about one person's situation, and what officials did.
///
/// A record holds no identity: no name, no date of birth, no number of a document, no address, no free text. Everything
/// may be absent; a fact that is absent is unknown, never "no". Which facts and codes there are, the dictionary of the
/// standard says.
///
/// [`crate::Standard::check`] holds a record against its standard.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct IntakeRecord {
    /// A random token that the caller can match with its own files: a UUID with hyphens or a ULID.
    #[cfg_attr(feature = "schemars", schemars(default))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// What is known, by the names of the dictionary.
    #[cfg_attr(feature = "schemars", schemars(default))]
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, FactValue>,
    /// Facts that the person would rather not be asked.
    #[cfg_attr(feature = "schemars", schemars(default))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
    /// What duty-bearers did, one event each.
    #[cfg_attr(feature = "schemars", schemars(default))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conduct: Vec<ConductEvent>,
}

/// Something that a duty-bearer did, is said to have done, plans or is known not to have done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ConductEvent {
    /// What was done: a conduct code of the standard.
    pub code: String,
    /// Who did it, where that is known.
    #[cfg_attr(feature = "schemars", schemars(default))]
    #[serde(skip_serializing_if = "Option::is_none")]
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

impl From<String> for FactValue {
    fn from(value: String) -> Self {
        Self::Word(value)
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
