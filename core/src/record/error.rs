//! What can be wrong with a record: every error with its place, its reason and what to do, and never an input value.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::lines::one_a_line;

/// Every error of a record, in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordErrors {
    errors: Vec<RecordError>,
}

impl RecordErrors {
    pub(crate) fn new(errors: Vec<RecordError>) -> Self {
        Self { errors }
    }

    /// The error for bytes that are no UTF-8 behind the first `valid` ones.
    pub(crate) fn not_utf8(bytes: &[u8], valid: usize) -> Self {
        let before = bytes.get(..valid).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Self { errors: Vec::from([RecordError { path: String::new(), code: ErrorCode::InvalidJson { line, column } }]) }
    }

    /// The errors; there is at least one.
    #[must_use]
    pub fn errors(&self) -> &[RecordError] {
        &self.errors
    }

    /// The errors as plain data: path, code, message and help.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.errors.iter().map(RecordError::problem).collect()
    }

    /// The canonical JSON form: `{"errors":[{"path":…,"code":…,"message":…,"help":…}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Document {
            errors: Vec<Problem>,
        }
        // Strings only, so serialising cannot fail.
        serde_json::to_string(&Document { errors: self.problems() }).unwrap_or_default()
    }
}

impl fmt::Display for RecordErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        one_a_line(f, &self.errors)
    }
}

impl core::error::Error for RecordErrors {}

/// One error of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordError {
    /// Where it is: a JSON Pointer. A key that is not near a known name stands as its position (`/facts/#3`, counted from
    /// 0), because a name or a number of a document travels in exactly such places.
    pub path: String,
    /// What it is.
    pub code: ErrorCode,
}

/// What can be wrong at a place of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The text is no JSON from this line and column on.
    InvalidJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text is longer than a record can be.
    TooLarge {
        /// The greatest length in bytes.
        limit: usize,
    },
    /// There are more errors than are listed.
    TooManyErrors {
        /// How many are listed.
        limit: usize,
    },
    /// A value is nested deeper than anything in a record.
    TooDeep {
        /// The greatest depth.
        limit: usize,
    },
    /// A value has another type.
    WrongType {
        /// What is expected.
        expected: Expected,
    },
    /// A number is not written as a plain whole number.
    NotWhole,
    /// A number lies outside its bounds.
    OutOfRange {
        /// The least value.
        from: u32,
        /// The greatest value.
        to: u32,
    },
    /// A word is not one of the fact's values, or no actor or certainty.
    UnknownValue {
        /// The words that can stand there.
        accepted: Vec<String>,
    },
    /// There is no such key.
    UnknownKey {
        /// The key that was meant, where one is near.
        nearest: Option<String>,
    },
    /// A key stands twice in one object.
    DuplicateKey,
    /// The dictionary has no such fact.
    UnknownFact {
        /// The fact that was meant, where one is near.
        nearest: Option<String>,
    },
    /// The fact is one that the rules give; it is no input.
    DerivedFact,
    /// The standard has no such conduct code.
    UnknownConduct {
        /// The code that was meant, where one is near.
        nearest: Option<String>,
    },
    /// A key that is required is missing.
    MissingKey,
    /// The reference is neither a UUID with hyphens nor a ULID.
    InvalidReference,
    /// A fact was declined and has a value.
    DeclinedAndGiven,
}

/// A type that is expected at a place of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// The name of a fact.
    FactName,
    /// `true`, `false` or `null`.
    YesNo,
    /// A whole number of years or `null`.
    Years,
    /// A word or `null`.
    Word,
}

impl ErrorCode {
    /// The code as it stands in JSON; codes do not change between versions, messages may.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::InvalidJson { .. } => "invalid_json",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyErrors { .. } => "too_many_errors",
            Self::TooDeep { .. } => "too_deep",
            Self::WrongType { .. } => "wrong_type",
            Self::NotWhole => "not_whole",
            Self::OutOfRange { .. } => "out_of_range",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnknownKey { .. } => "unknown_key",
            Self::DuplicateKey => "duplicate_key",
            Self::UnknownFact { .. } => "unknown_fact",
            Self::DerivedFact => "derived_fact",
            Self::UnknownConduct { .. } => "unknown_conduct",
            Self::MissingKey => "missing_key",
            Self::InvalidReference => "invalid_reference",
            Self::DeclinedAndGiven => "declined_and_given",
        }
    }

    /// What is wrong, in a few words.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::InvalidJson { line, column } => {
                format!("the text is no valid JSON at line {line}, column {column}")
            }
            Self::TooLarge { limit } => format!("the record is longer than {limit} bytes"),
            Self::TooManyErrors { limit } => format!("there are more errors than the {limit} that are listed"),
            Self::TooDeep { limit } => format!("the value is nested deeper than {limit} levels"),
            Self::WrongType { expected } => format!("{} is expected here", expected.noun()),
            Self::NotWhole => "the number is not written as a whole number".to_string(),
            Self::OutOfRange { from, to } => format!("the number is not between {from} and {to}"),
            Self::UnknownValue { .. } => "the word is not one of those that can stand here".to_string(),
            Self::UnknownKey { .. } => "there is no such key".to_string(),
            Self::DuplicateKey => "the key stands twice".to_string(),
            Self::UnknownFact { .. } => "the dictionary has no such fact".to_string(),
            Self::DerivedFact => "this fact is worked out by the rules and cannot be given".to_string(),
            Self::UnknownConduct { .. } => "the standard has no such conduct code".to_string(),
            Self::MissingKey => "the key is missing".to_string(),
            Self::InvalidReference => "the reference is neither a UUID with hyphens nor a ULID".to_string(),
            Self::DeclinedAndGiven => "the fact is declined and has a value as well".to_string(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::InvalidJson { .. } => "mend the text there; nothing behind this place was read".to_string(),
            Self::TooLarge { .. } => "hand over one record at a time, without anything but its four keys".to_string(),
            Self::TooManyErrors { .. } => "mend those, and look again".to_string(),
            Self::TooDeep { .. } | Self::WrongType { .. } => {
                "write what is expected here, or nothing where nothing is known; the record schema shows the form".to_string()
            }
            Self::NotWhole => "write the years as digits alone, for example 16".to_string(),
            Self::OutOfRange { .. } => "write completed years, or leave the fact out; never guess".to_string(),
            Self::UnknownValue { accepted } => format!("use one of {}", list(accepted)),
            Self::UnknownKey { nearest: Some(name) } | Self::UnknownFact { nearest: Some(name) } => {
                format!("did you mean `{name}`?")
            }
            Self::UnknownConduct { nearest: Some(name) } => format!("did you mean `{name}`?"),
            Self::UnknownKey { nearest: None } => {
                "remove it; a record has `reference`, `facts`, `declined` and `conduct`, and an event `code`, `actor` and `certainty`"
                    .to_string()
            }
            Self::UnknownFact { nearest: None } => {
                "remove it, or look the name up in the dictionary; a record holds no identity data".to_string()
            }
            Self::UnknownConduct { nearest: None } => "look the code up in the dictionary".to_string(),
            Self::DuplicateKey => "keep the one that is true".to_string(),
            Self::DerivedFact => "remove it and give the facts from which it follows".to_string(),
            Self::MissingKey => "add it; an event has at least `code` and `certainty`".to_string(),
            Self::InvalidReference => {
                "use a random UUID or ULID and keep your own case number on your side".to_string()
            }
            Self::DeclinedAndGiven => "remove the value, or take the fact off the list of declined ones".to_string(),
        }
    }
}

fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

impl Expected {
    const fn noun(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::FactName => "the name of a fact",
            Self::YesNo => "true, false or null",
            Self::Years => "a whole number of years or null",
            Self::Word => "a word",
        }
    }
}

impl RecordError {
    /// The error as plain data.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem {
            path: self.path.clone(),
            code: self.code.as_str().to_string(),
            message: self.code.message(),
            help: self.code.help(),
            document: None,
        }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "record" } else { &self.path };
        write!(f, "{place}: {} ({})", self.code.message(), self.code.help())
    }
}

impl core::error::Error for RecordError {}

/// An error, a warning or a piece of advice as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Problem {
    /// Where it is: a JSON Pointer into the record, or into the document that was loaded.
    pub path: String,
    /// What it is, in a word that does not change between versions.
    pub code: String,
    /// What it is, in a few words.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The overlay in which it is; absent where it is in the record, or in the rule set itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// Adds a key to a JSON Pointer.
#[must_use]
pub fn pointer(path: &str, key: &str) -> String {
    format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"))
}
