//! A conduct event of a record.

use alloc::string::String;

use serde::de::{IgnoredAny, MapAccess};

use super::{
    Reading, Scalar,
    parts::{Key, KeySeed, Part, skip},
};
use crate::{
    logic::Index,
    record::{ErrorCode, Expected, MAX_RECORD_DEPTH, pointer},
    vocabulary::{Actor, Certainty},
};

const EVENT_KEYS: [&str; 3] = ["code", "actor", "certainty"];

pub(super) fn event<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, position: usize, mut map: A) -> Result<(), A::Error> {
    let path = Part::Event(position).path();
    let mut seen = [false; 3];
    let (mut code, mut actor, mut certainty) = (None, None, None);
    let mut key_position = 0;
    while let Some(key) = map.next_key_seed(KeySeed(&EVENT_KEYS))? {
        if skip(reading, &path, &key, &EVENT_KEYS, &mut seen, key_position) {
            map.next_value::<IgnoredAny>()?;
        } else {
            let value = Scalar::of(map.next_value()?);
            match key {
                Key::Known(0) => code = event_code(reading, &path, &value),
                Key::Known(1) => {
                    actor = vocabulary(reading, &path, "actor", &value, true, Actor::from_word, Actor::ALL, Actor::as_str);
                }
                _ => {
                    certainty = vocabulary(
                        reading,
                        &path,
                        "certainty",
                        &value,
                        false,
                        Certainty::from_word,
                        Certainty::ALL,
                        Certainty::as_str,
                    );
                }
            }
        }
        key_position += 1;
    }
    let [has_code, _, has_certainty] = seen;
    for (has, key) in [(has_code, "code"), (has_certainty, "certainty")] {
        if !has {
            reading.note(pointer(&path, key), ErrorCode::MissingKey);
        }
    }
    if let (Some(code), Some(certainty)) = (code, certainty) {
        reading.push_event(code, actor, certainty);
    }
    Ok(())
}

fn event_code(reading: &mut Reading<'_>, path: &str, value: &Scalar<'_>) -> Option<Index> {
    let found = match value {
        Scalar::Word(word) => reading.record.standard.conduct_index(word),
        Scalar::TooDeep => Err(ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH }),
        _ => Err(ErrorCode::WrongType { expected: Expected::Word }),
    };
    found.map_err(|code| reading.note(pointer(path, "code"), code)).ok()
}

#[expect(clippy::too_many_arguments, reason = "two callers that differ in all of it")]
fn vocabulary<T: Copy>(
    reading: &mut Reading<'_>,
    path: &str,
    key: &str,
    value: &Scalar<'_>,
    optional: bool,
    from_word: impl Fn(&str) -> Option<T>,
    all: &[T],
    as_str: impl Fn(T) -> &'static str,
) -> Option<T> {
    let code = match value {
        Scalar::Null if optional => return None,
        Scalar::Word(word) => match from_word(word) {
            Some(entry) => return Some(entry),
            None => ErrorCode::UnknownValue { accepted: all.iter().map(|entry| String::from(as_str(*entry))).collect() },
        },
        Scalar::TooDeep => ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH },
        _ => ErrorCode::WrongType { expected: Expected::Word },
    };
    reading.note(pointer(path, key), code);
    None
}
