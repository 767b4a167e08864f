//! The parts of a record that hold others: the record itself, its lists, and the keys of objects.

use alloc::{format, string::String};
use core::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{
    Reading, Scalar,
    event::event,
    facts::{declined, facts},
    raw::Raw,
};
use crate::{
    near::nearest,
    record::{ErrorCode, Expected, MAX_RECORD_DEPTH, Reference, pointer},
};

const RECORD_KEYS: [&str; 4] = ["reference", "facts", "declined", "conduct"];

/// The parts of a record that hold others.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Record,
    Facts,
    Declined,
    Conduct,
    Event(usize),
}

impl Part {
    pub(super) fn path(self) -> String {
        match self {
            Self::Record => String::new(),
            Self::Facts => "/facts".into(),
            Self::Declined => "/declined".into(),
            Self::Conduct => "/conduct".into(),
            Self::Event(position) => format!("/conduct/{position}"),
        }
    }

    fn expected(self) -> Expected {
        match self {
            Self::Record | Self::Facts | Self::Event(_) => Expected::Object,
            Self::Declined | Self::Conduct => Expected::List,
        }
    }
}

/// Reads one part, whatever is found there.
pub(super) struct Seed<'r, 's> {
    pub(super) reading: &'r mut Reading<'s>,
    pub(super) part: Part,
    /// Whether to look at the part before it is entered.
    pub(super) careful: bool,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.careful {
            return deserializer.deserialize_any(self);
        }
        let Raw(text) = Raw::deserialize(deserializer)?;
        if text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            self.wrong_type();
            return Ok(());
        }
        serde_json::Deserializer::from_str(text).deserialize_any(self).map_err(de::Error::custom)
    }
}

impl<'s> Seed<'_, 's> {
    /// The seed of a part inside this one.
    fn inside<'r>(reading: &'r mut Reading<'s>, part: Part, careful: bool) -> Seed<'r, 's> {
        Seed { reading, part, careful }
    }

    fn wrong_type(self) {
        self.reading.note(self.part.path(), ErrorCode::WrongType { expected: self.part.expected() });
    }
}

macro_rules! no_scalar {
    ($($visit:ident: $value:ty),+) => {
        $(fn $visit<E: de::Error>(self, _: $value) -> Result<(), E> {
            self.wrong_type();
            Ok(())
        })+
    };
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part of a record")
    }

    no_scalar!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        // Every key at the top may be null; the record itself and an event may not.
        if matches!(self.part, Part::Record | Part::Event(_)) {
            self.wrong_type();
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.part {
            Part::Record => record(self.reading, map, self.careful),
            Part::Facts => facts(self.reading, map),
            Part::Event(position) => event(self.reading, position, map),
            Part::Declined | Part::Conduct => {
                let mut map = map;
                self.wrong_type();
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(())
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        match self.part {
            Part::Declined => declined(self.reading, list),
            Part::Conduct => {
                let mut position = 0;
                while list.next_element_seed(Seed::inside(self.reading, Part::Event(position), self.careful))?.is_some() {
                    position += 1;
                }
                Ok(())
            }
            Part::Record | Part::Facts | Part::Event(_) => {
                self.wrong_type();
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(())
            }
        }
    }
}

/// Which of a few known keys a key is.
pub(super) struct KeySeed<'k, const N: usize>(pub(super) &'k [&'static str; N]);

pub(super) enum Key {
    Known(usize),
    Unknown(Option<String>, Option<&'static str>),
}

impl<'de, const N: usize> DeserializeSeed<'de> for KeySeed<'_, N> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<const N: usize> Visitor<'_> for KeySeed<'_, N> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Key, E> {
        Ok(self.0.iter().position(|known| *known == key).map_or_else(
            || {
                let near = nearest(key, self.0.iter().copied());
                Key::Unknown(near.map(|_| key.into()), near)
            },
            Key::Known,
        ))
    }
}

/// The pointer to an unknown key: itself where it is near a known name, else its position.
pub(crate) fn unknown_key_path(path: &str, key: Option<&str>, position: usize) -> String {
    key.map_or_else(|| format!("{path}/#{position}"), |key| pointer(path, key))
}

/// Notes a key that is not known or stands twice, and says whether its value is to be skipped.
pub(super) fn skip<const N: usize>(
    reading: &mut Reading<'_>,
    path: &str,
    key: &Key,
    names: &[&str; N],
    seen: &mut [bool; N],
    position: usize,
) -> bool {
    match key {
        Key::Unknown(key, near) => {
            let path = unknown_key_path(path, key.as_deref(), position);
            reading.note(path, ErrorCode::UnknownKey { nearest: near.map(Into::into) });
            true
        }
        Key::Known(index) => match (seen.get_mut(*index), names.get(*index)) {
            (Some(seen), Some(name)) if *seen => {
                reading.note(pointer(path, name), ErrorCode::DuplicateKey);
                true
            }
            (Some(seen), _) => {
                *seen = true;
                false
            }
            _ => true,
        },
    }
}

fn record<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, mut map: A, careful: bool) -> Result<(), A::Error> {
    let mut seen = [false; 4];
    let mut position = 0;
    while let Some(key) = map.next_key_seed(KeySeed(&RECORD_KEYS))? {
        if skip(reading, "", &key, &RECORD_KEYS, &mut seen, position) {
            map.next_value::<IgnoredAny>()?;
        } else {
            match key {
                Key::Known(0) => reference(reading, &Scalar::of(map.next_value()?)),
                Key::Known(1) => map.next_value_seed(Seed::inside(reading, Part::Facts, careful))?,
                Key::Known(2) => map.next_value_seed(Seed::inside(reading, Part::Declined, careful))?,
                _ => map.next_value_seed(Seed::inside(reading, Part::Conduct, careful))?,
            }
        }
        position += 1;
    }
    Ok(())
}

fn reference(reading: &mut Reading<'_>, value: &Scalar<'_>) {
    let code = match value {
        Scalar::Null => return,
        Scalar::Word(word) => match Reference::parse(word) {
            Some(reference) => {
                reading.record.reference = Some(reference);
                return;
            }
            None => ErrorCode::InvalidReference,
        },
        Scalar::TooDeep => ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH },
        _ => ErrorCode::WrongType { expected: Expected::Word },
    };
    reading.note("/reference".into(), code);
}
