//! A value in its written form: what it is, before anybody asks what it should be.

use alloc::{borrow::Cow, string::String};

use serde_json::value::RawValue;

use super::super::MAX_RECORD_DEPTH;

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
    pub(super) fn of(raw: &'a RawValue) -> Self {
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
