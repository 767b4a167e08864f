//! A value in its written form: what it is, before anybody asks what it should be.

use alloc::{borrow::Cow, string::String};
use core::fmt;

use serde::{
    Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};

use super::{super::MAX_RECORD_DEPTH, raw::Raw};
use crate::refuse::refuse;

/// A value in its written form.
pub(crate) enum Scalar<'a> {
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
    pub(super) fn of(Raw(text): Raw<'a>) -> Self {
        match text.as_bytes() {
            b"null" => Self::Null,
            b"true" => Self::YesNo(true),
            b"false" => Self::YesNo(false),
            [b'"', inside @ .., b'"'] => {
                let plain = text.get(1..text.len() - 1).filter(|_| !inside.contains(&b'\\'));
                plain.map_or_else(
                    // A lone surrogate has no `String`; it is no word of any list.
                    || Self::Word(unescaped(text).unwrap_or_default().into()),
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

/// The word of a JSON string with escapes; `None` where it has a lone surrogate.
///
/// The visitor takes whatever comes: what serde brings for the rest is half the code of a module for browsers.
fn unescaped(text: &str) -> Option<String> {
    struct Unescaped;

    impl<'de> Visitor<'de> for Unescaped {
        type Value = Option<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a word")
        }

        fn visit_str<E: de::Error>(self, word: &str) -> Result<Self::Value, E> {
            Ok(Some(word.into()))
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Ok(None)
        }

        fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Ok(None)
        }

        refuse!("a word is expected"; bool, number);
    }

    serde_json::Deserializer::from_str(text).deserialize_any(Unescaped).ok().flatten()
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
