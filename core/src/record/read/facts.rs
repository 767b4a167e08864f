//! The facts of a record, and the list of declined ones.

use alloc::{format, string::String};
use core::fmt;

use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Reading, Scalar, raw::Raw, unknown_key_path};
use crate::{
    logic::Index,
    record::{ErrorCode, Expected, MAX_RECORD_DEPTH},
    standard::Standard,
};

/// Looks the name of a fact up.
struct FactSeed<'s>(&'s Standard);

impl<'de> DeserializeSeed<'de> for FactSeed<'_> {
    type Value = Result<Index, (Option<String>, ErrorCode)>;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FactSeed<'_> {
    type Value = Result<Index, (Option<String>, ErrorCode)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a fact")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.fact_index(name).map_err(|code| (shown(name, &code), code)))
    }
}

/// The name as it may be shown: where it is a known name, or near one.
pub(crate) fn shown(name: &str, code: &ErrorCode) -> Option<String> {
    matches!(code, ErrorCode::DerivedFact | ErrorCode::UnknownFact { nearest: Some(_) }).then(|| name.into())
}

pub(super) fn facts<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, mut map: A) -> Result<(), A::Error> {
    let standard = reading.record.standard;
    let mut position = 0;
    while let Some(fact) = map.next_key_seed(FactSeed(standard))? {
        match fact {
            Ok(index) if reading.seen.contains(index) => {
                map.next_value::<IgnoredAny>()?;
                reading.note(reading.fact_path(index), ErrorCode::DuplicateKey);
            }
            Ok(index) => {
                let value = Scalar::of(map.next_value()?);
                reading.seen.insert(index);
                reading.give(index, &value);
            }
            Err((name, code)) => {
                map.next_value::<IgnoredAny>()?;
                reading.note(unknown_key_path("/facts", name.as_deref(), position), code);
            }
        }
        position += 1;
    }
    Ok(())
}

pub(super) fn declined<'de, A: SeqAccess<'de>>(reading: &mut Reading<'_>, mut list: A) -> Result<(), A::Error> {
    let mut position = 0;
    while let Some(raw) = list.next_element::<Raw<'_>>()? {
        match Scalar::of(raw) {
            Scalar::Word(name) => reading.decline(position, &name),
            Scalar::TooDeep => reading.note(format!("/declined/{position}"), ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH }),
            _ => reading.note(format!("/declined/{position}"), ErrorCode::WrongType { expected: Expected::FactName }),
        }
        position += 1;
    }
    Ok(())
}
