//! Builds a record fact by fact. The methods for the facts of the embedded standard are generated (`generated::see_2002`).

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use palermo::{Actor, Certainty};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::{IntakeRecord, generated::own::FactValue};

/// Builds a record for the standard see-2002. What is not given stays unknown, never "no".
///
/// Every method changes the builder and returns it, so that calls can be chained. Values are not judged here: what no record
/// can hold is refused, with its place, when the record is used.
#[derive(Default, uniffi::Object)]
pub struct RecordBuilder {
    parts: Mutex<Parts>,
}

/// A record in the making, as it is written in JSON.
#[derive(Default, Serialize)]
struct Parts {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    /// In the order in which they were said, which is the order of what is wrong with them.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "object")]
    facts: Vec<(String, Value)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    declined: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conduct: Vec<Event>,
}

#[derive(Serialize)]
struct Event {
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<Actor>,
    certainty: Certainty,
}

#[uniffi::export]
impl RecordBuilder {
    /// A record in which nothing is known.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// The token by which the caller knows the record again: a random UUID with hyphens or a ULID, and nothing else.
    pub fn reference(self: Arc<Self>, reference: String) -> Arc<Self> {
        self.with(|parts| parts.reference = Some(reference))
    }

    /// A fact by its name, for a standard that was loaded.
    pub fn fact_by_name(self: Arc<Self>, name: String, value: FactValue) -> Arc<Self> {
        let value = match value {
            FactValue::Unknown => Value::Null,
            FactValue::YesNo { value } => Value::from(value),
            FactValue::Years { years } => Value::from(years),
            FactValue::Word { word } => Value::from(word),
        };
        self.with(|parts| parts.say(name, value))
    }

    /// A fact by its name that the person would rather not be asked, for a standard that was loaded.
    pub fn declined_by_name(self: Arc<Self>, name: &str) -> Arc<Self> {
        self.decline(name)
    }

    /// Something that a duty-bearer did, by its code, for a standard that was loaded.
    #[uniffi::method(default(actor = None))]
    pub fn conduct_by_code(self: Arc<Self>, code: &str, certainty: Certainty, actor: Option<Actor>) -> Arc<Self> {
        self.event(code, certainty, actor)
    }

    /// The record as it stands now; the builder can be used on.
    #[must_use]
    pub fn build(&self) -> Arc<IntakeRecord> {
        let parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        // Texts, whole numbers, lists and a map of texts only, so that writing cannot fail.
        Arc::new(IntakeRecord::new(serde_json::to_string(&*parts).unwrap_or_default()))
    }
}

/// What the generated methods do.
impl RecordBuilder {
    pub(crate) fn know(self: Arc<Self>, fact: &str, value: Value) -> Arc<Self> {
        self.with(|parts| parts.say(fact.to_string(), value))
    }

    pub(crate) fn decline(self: Arc<Self>, fact: &str) -> Arc<Self> {
        self.with(|parts| parts.declined.push(fact.to_string()))
    }

    pub(crate) fn event(self: Arc<Self>, code: &str, certainty: Certainty, actor: Option<Actor>) -> Arc<Self> {
        self.with(|parts| parts.conduct.push(Event { code: code.to_string(), actor, certainty }))
    }

    fn with(self: Arc<Self>, change: impl FnOnce(&mut Parts)) -> Arc<Self> {
        change(&mut self.parts.lock().unwrap_or_else(PoisonError::into_inner));
        self
    }
}

impl Parts {
    /// What is said of a fact last is what counts.
    fn say(&mut self, name: String, value: Value) {
        match self.facts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, said)) => *said = value,
            None => self.facts.push((name, value)),
        }
    }
}

fn object<S: Serializer>(members: &[(String, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
}

impl fmt::Debug for RecordBuilder {
    /// Shows nothing of the record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordBuilder").finish_non_exhaustive()
    }
}
