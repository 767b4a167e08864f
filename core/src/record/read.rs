//! Reads a record from JSON straight into bits: no document tree, no allocation for what is well formed, every error.
//!
//! A wrong type is noted and the value skipped; only text that is no JSON stops the reading. Scalars are looked at in
//! their written form (`RawValue`), since `16.0` and `1e1` are numbers that no whole number should be written as, and
//! `1e999` is valid JSON that no number type holds.

use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::fmt;

use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{
    CheckedRecord, ErrorCode, Event, Expected, FactBits, MAX_RECORD_BYTES, MAX_RECORD_DEPTH, RecordError, RecordErrors,
    Reference, pointer,
};
use crate::{
    logic::{Index, ValueCodes},
    near::nearest,
    standard::Standard,
    vocabulary::{Actor, Certainty},
};

const RECORD_KEYS: [&str; 4] = ["reference", "facts", "declined", "conduct"];
const EVENT_KEYS: [&str; 3] = ["code", "actor", "certainty"];

/// Reads one record.
pub(crate) fn read<'s>(standard: &'s Standard, text: &str) -> Result<CheckedRecord<'s>, RecordErrors> {
    if text.len() > MAX_RECORD_BYTES {
        let code = ErrorCode::TooLarge { limit: MAX_RECORD_BYTES };
        return Err(RecordErrors::new(Vec::from([RecordError { path: String::new(), code }])));
    }
    let mut reading = Reading::new(standard);
    let mut json = serde_json::Deserializer::from_str(text);
    let end = Seed { reading: &mut reading, part: Part::Record }.deserialize(&mut json).and_then(|()| json.end());
    if let Err(error) = end {
        let code = ErrorCode::InvalidJson { line: error.line(), column: error.column().max(1) };
        reading.note(String::new(), code);
    }
    reading.finish()
}

/// What has been read so far.
pub(super) struct Reading<'s> {
    pub(super) record: CheckedRecord<'s>,
    /// Each error with the place in the document at which it belongs.
    errors: Vec<(usize, RecordError)>,
    /// Counts what has been read, so that errors found late stand where they belong.
    clock: usize,
    /// Declined facts with the place at which they were declined.
    declined: Vec<(usize, usize, Index)>,
    /// Facts that have stood in the record, known or not.
    seen: FactBits,
}

impl<'s> Reading<'s> {
    pub(super) fn new(standard: &'s Standard) -> Self {
        Self { record: CheckedRecord::empty(standard), errors: Vec::new(), clock: 0, declined: Vec::new(), seen: FactBits::EMPTY }
    }

    pub(super) fn note(&mut self, path: String, code: ErrorCode) {
        self.clock += 1;
        self.errors.push((self.clock, RecordError { path, code }));
    }

    pub(super) fn decline(&mut self, position: usize, name: &str) {
        match self.record.standard.fact_index(name) {
            Ok(fact) => {
                self.clock += 1;
                self.declined.push((self.clock, position, fact));
                self.record.declined.insert(fact);
            }
            Err(code) => self.note(format!("/declined/{position}"), code),
        }
    }

    /// Puts the word or the years that a fact has.
    pub(super) fn give(&mut self, index: Index, path: impl Fn() -> String, value: &Scalar<'_>) {
        let standard = self.record.standard;
        let Some(fact) = self.record.fact(index) else {
            return;
        };
        let expected = match &fact.values {
            ValueCodes::YesNo => Expected::YesNo,
            ValueCodes::Years { .. } => Expected::Years,
            ValueCodes::Choice(_) => Expected::Word,
        };
        let place = match (value, &fact.values) {
            (Scalar::Null, _) => return,
            (Scalar::YesNo(yes), ValueCodes::YesNo) => Ok(u32::from(!yes)),
            (Scalar::Whole(years), ValueCodes::Years { from, to, .. }) => {
                years.and_then(|years| fact.cell(years)).ok_or(ErrorCode::OutOfRange { from: *from, to: *to })
            }
            (Scalar::Fraction, ValueCodes::Years { .. }) => Err(ErrorCode::NotWhole),
            (Scalar::Word(word), ValueCodes::Choice(_)) if word == "unknown" => return,
            (Scalar::Word(word), ValueCodes::Choice(words)) => fact
                .place_of_word(word)
                .ok_or_else(|| ErrorCode::UnknownValue { accepted: words.iter().map(|word| String::from(&**word)).collect() }),
            (Scalar::TooDeep, _) => Err(ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH }),
            _ => Err(ErrorCode::WrongType { expected }),
        };
        match place {
            Ok(place) => self.record.give(index, fact, place),
            Err(code) => self.note(path(), code),
        }
        debug_assert!(core::ptr::eq(standard, self.record.standard));
    }

    pub(super) fn push_event(&mut self, code: Index, actor: Option<Actor>, certainty: Certainty) {
        self.record.events.push(Event { code, actor, certainty });
    }

    pub(super) fn finish(mut self) -> Result<CheckedRecord<'s>, RecordErrors> {
        for (clock, position, fact) in core::mem::take(&mut self.declined) {
            if self.record.given.contains(fact) {
                let path = format!("/declined/{position}");
                self.errors.push((clock, RecordError { path, code: ErrorCode::DeclinedAndGiven }));
            }
        }
        if self.errors.is_empty() {
            return Ok(self.record);
        }
        self.errors.sort_by_key(|(clock, _)| *clock);
        Err(RecordErrors::new(self.errors.into_iter().map(|(_, error)| error).collect()))
    }
}

/// A value in its written form.
pub(super) enum Scalar<'a> {
    Null,
    YesNo(bool),
    /// A plain whole number; `None` where it does not fit.
    Whole(Option<u32>),
    /// A number with a fraction, an exponent or a minus.
    Fraction,
    Word(Cow<'a, str>),
    /// An object or a list.
    Nested,
    TooDeep,
}

impl<'a> Scalar<'a> {
    fn of(raw: &'a RawValue) -> Self {
        let text = raw.get();
        match text.as_bytes() {
            b"null" => Self::Null,
            b"true" => Self::YesNo(true),
            b"false" => Self::YesNo(false),
            [b'"', inside @ .., b'"'] => {
                let plain = text.get(1..text.len() - 1).filter(|_| !inside.contains(&b'\\'));
                plain.map_or_else(
                    // A lone surrogate has no `String`; it is no word of any list.
                    || serde_json::from_str::<String>(text).map_or(Self::Word(Cow::Borrowed("")), |word| Self::Word(word.into())),
                    |word| Self::Word(Cow::Borrowed(word)),
                )
            }
            [b'{' | b'[', ..] if depth(text) > MAX_RECORD_DEPTH => Self::TooDeep,
            [b'{' | b'[', ..] => Self::Nested,
            digits if digits.iter().all(u8::is_ascii_digit) => Self::Whole(text.parse().ok()),
            _ => Self::Fraction,
        }
    }
}

/// How deep a valid JSON value is nested.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut inside, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !inside => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The parts of a record that hold others.
#[derive(Clone, Copy)]
enum Part {
    Record,
    Facts,
    Declined,
    Conduct,
    Event(usize),
}

impl Part {
    fn path(self) -> String {
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
struct Seed<'r, 's> {
    reading: &'r mut Reading<'s>,
    part: Part,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Seed<'_, '_> {
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
            Part::Record => record(self.reading, map),
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
                while list.next_element_seed(Seed { reading: self.reading, part: Part::Event(position) })?.is_some() {
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
struct KeySeed<'k, const N: usize>(&'k [&'static str; N]);

enum Key {
    Known(usize),
    Unknown(Option<String>, Option<&'static str>),
}

impl<'de, const N: usize> DeserializeSeed<'de> for KeySeed<'_, N> {
    type Value = Key;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
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
pub(super) fn unknown_key_path(path: &str, key: Option<&str>, position: usize) -> String {
    key.map_or_else(|| format!("{path}/#{position}"), |key| pointer(path, key))
}

/// Notes a key that is not known or stands twice, and says whether its value is to be skipped.
fn skip<const N: usize>(
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

fn record<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, mut map: A) -> Result<(), A::Error> {
    let mut seen = [false; 4];
    let mut position = 0;
    while let Some(key) = map.next_key_seed(KeySeed(&RECORD_KEYS))? {
        if skip(reading, "", &key, &RECORD_KEYS, &mut seen, position) {
            map.next_value::<IgnoredAny>()?;
        } else {
            match key {
                Key::Known(0) => reference(reading, &Scalar::of(map.next_value()?)),
                Key::Known(1) => map.next_value_seed(Seed { reading, part: Part::Facts })?,
                Key::Known(2) => map.next_value_seed(Seed { reading, part: Part::Declined })?,
                _ => map.next_value_seed(Seed { reading, part: Part::Conduct })?,
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
pub(super) fn shown(name: &str, code: &ErrorCode) -> Option<String> {
    matches!(code, ErrorCode::DerivedFact | ErrorCode::UnknownFact { nearest: Some(_) }).then(|| name.into())
}

fn facts<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, mut map: A) -> Result<(), A::Error> {
    let standard = reading.record.standard;
    let mut position = 0;
    while let Some(fact) = map.next_key_seed(FactSeed(standard))? {
        match fact {
            Ok(index) if reading.seen.contains(index) => {
                map.next_value::<IgnoredAny>()?;
                reading.note(fact_path(reading, index), ErrorCode::DuplicateKey);
            }
            Ok(index) => {
                let value = Scalar::of(map.next_value()?);
                reading.seen.insert(index);
                reading.give(index, || pointer("/facts", standard.fact_name(index)), &value);
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

fn fact_path(reading: &Reading<'_>, index: Index) -> String {
    pointer("/facts", reading.record.standard.fact_name(index))
}

fn declined<'de, A: SeqAccess<'de>>(reading: &mut Reading<'_>, mut list: A) -> Result<(), A::Error> {
    let mut position = 0;
    while let Some(raw) = list.next_element::<&RawValue>()? {
        match Scalar::of(raw) {
            Scalar::Word(name) => reading.decline(position, &name),
            Scalar::TooDeep => reading.note(format!("/declined/{position}"), ErrorCode::TooDeep { limit: MAX_RECORD_DEPTH }),
            _ => reading.note(format!("/declined/{position}"), ErrorCode::WrongType { expected: Expected::FactName }),
        }
        position += 1;
    }
    Ok(())
}

fn event<'de, A: MapAccess<'de>>(reading: &mut Reading<'_>, position: usize, mut map: A) -> Result<(), A::Error> {
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
