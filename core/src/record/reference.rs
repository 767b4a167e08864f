//! The reference that a record carries: a random token, so that no name and no number of a document can travel in it.

use core::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::refuse::refuse;

const UUID_LENGTH: usize = 36;
const ULID_LENGTH: usize = 26;

/// A hyphenated UUID or a ULID, in either case, kept and echoed unchanged.
///
/// A system's own case number stays on its side of the border.
///
/// ```
/// use palermo::Reference;
///
/// assert!(Reference::parse("01JD8Z3V7Q4M2K9X5T6R0B1C2D").is_some());
/// assert!(Reference::parse("case 17 of 2002").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    bytes: [u8; UUID_LENGTH],
    length: u8,
}

impl Reference {
    /// The pattern that JSON schemas use for a reference.
    pub const PATTERN: &'static str = "^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\
        |[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25})$";

    /// Takes a UUID with hyphens or a ULID; anything else gives `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let valid = match text.len() {
            UUID_LENGTH => is_uuid(text.as_bytes()),
            ULID_LENGTH => is_ulid(text.as_bytes()),
            _ => false,
        };
        if !valid {
            return None;
        }
        let mut bytes = [0; UUID_LENGTH];
        bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    /// The token as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII passes `parse`, so the conversion cannot fail.
        self.bytes.get(..usize::from(self.length)).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl FromStr for Reference {
    type Err = InvalidReference;

    fn from_str(text: &str) -> Result<Self, InvalidReference> {
        Self::parse(text).ok_or(InvalidReference)
    }
}

/// A text that is neither a UUID with hyphens nor a ULID. It does not say which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidReference;

impl fmt::Display for InvalidReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a reference is a UUID with hyphens or a ULID")
    }
}

impl core::error::Error for InvalidReference {}

fn is_uuid(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// 26 characters of Crockford's base 32 (no I, L, O, U); the first is at most 7, since a ULID has 128 bits.
fn is_ulid(bytes: &[u8]) -> bool {
    matches!(bytes.first(), Some(b'0'..=b'7'))
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() && !matches!(byte.to_ascii_uppercase(), b'I' | b'L' | b'O' | b'U'))
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Reference").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Reference;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a UUID with hyphens or a ULID")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Reference, E> {
                text.parse().map_err(E::custom)
            }

            refuse!("a reference is a UUID with hyphens or a ULID"; bool, number);
        }

        deserializer.deserialize_any(Text)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Reference {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Reference".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": Self::PATTERN,
            "description": "A UUID with hyphens or a ULID; never a name, never a case or document number."
        })
    }
}
