//! What can be wrong with a rule set: every error with its place, its reason and the nearest known name.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use crate::{lines::one_a_line, record::Problem};

/// Every error of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadErrors {
    errors: Vec<LoadError>,
}

impl LoadErrors {
    pub(super) fn new(errors: Vec<LoadError>) -> Self {
        Self { errors }
    }

    pub(super) fn one(path: &str, code: LoadErrorCode) -> Self {
        Self { errors: Vec::from([LoadError::new(path, code)]) }
    }

    /// The errors; there is at least one.
    #[must_use]
    pub fn errors(&self) -> &[LoadError] {
        &self.errors
    }

    /// The errors as plain data.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.errors.iter().map(LoadError::problem).collect()
    }
}

impl fmt::Display for LoadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        one_a_line(f, &self.errors)
    }
}

impl core::error::Error for LoadErrors {}

/// One error of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The overlay in which it is: its id, or, where it has none that can be read, `#` and its place among the overlays that
    /// were handed over, counted from 1. Absent where it is in the rule set itself.
    pub document: Option<String>,
    /// Where it is: a JSON Pointer into the rule set, or into the overlay.
    pub path: String,
    /// What it is.
    pub code: LoadErrorCode,
}

/// What can be wrong at a place of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadErrorCode {
    /// The text is no JSON from this line and column on.
    InvalidJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// A value has another type.
    WrongType {
        /// What is expected.
        expected: &'static str,
    },
    /// A key that is required is missing.
    MissingKey,
    /// A key stands twice.
    DuplicateKey,
    /// There is no such key.
    UnknownKey {
        /// The known key that was meant, where one is near.
        nearest: Option<String>,
        /// The keys that can stand there.
        known: Vec<String>,
    },
    /// There is no such name.
    UnknownName {
        /// What kind of name it would be.
        what: &'static str,
        /// The known name that was meant, where one is near.
        nearest: Option<String>,
    },
    /// A word is not one of a closed list.
    UnknownWord {
        /// What the list is of.
        what: &'static str,
        /// The words.
        accepted: Vec<String>,
    },
    /// A name is not written as names are.
    InvalidName {
        /// How it is written.
        expected: &'static str,
    },
    /// A name stands twice where it may stand once.
    DuplicateName {
        /// What kind of name it is.
        what: &'static str,
    },
    /// A value is not one of the fact's.
    UnknownValue {
        /// The values of the fact.
        accepted: Vec<String>,
    },
    /// A condition is not possible here.
    ImpossibleCondition {
        /// Why.
        reason: &'static str,
    },
    /// Something does not fit another part of the rule set.
    Mismatch {
        /// What does not fit.
        reason: String,
    },
    /// Derived facts depend on each other in a circle.
    Cycle {
        /// The facts of the circle.
        facts: Vec<String>,
    },
    /// The rule set is larger than the engine's tables.
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much there can be.
        limit: usize,
    },
    /// A name of an overlay does not begin with the id of the overlay.
    Prefix {
        /// How it begins.
        prefix: String,
    },
    /// An overlay adds what is there already.
    Exists {
        /// What it is.
        what: &'static str,
    },
    /// The overlay extends another rule set.
    OtherBase {
        /// The rule set with which it was to be composed.
        base: String,
    },
    /// The rule set is no standard, or composed already: nothing is composed with it.
    NoBase {
        /// Why.
        reason: &'static str,
    },
    /// A clause of the do-not-import ledger is cited.
    NotImported {
        /// The clause, as the ledger has it.
        clause: String,
        /// Why it is in the ledger.
        why: String,
    },
    /// The rule format is another version.
    Format {
        /// The version that this crate reads.
        expected: u32,
    },
    /// The compiled tables were refused: a defect of this crate.
    Image {
        /// Why.
        reason: String,
    },
}

impl LoadErrorCode {
    /// The code as a word that does not change between versions.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::InvalidJson { .. } => "invalid_json",
            Self::WrongType { .. } => "wrong_type",
            Self::MissingKey => "missing_key",
            Self::DuplicateKey => "duplicate_key",
            Self::UnknownKey { .. } => "unknown_key",
            Self::UnknownName { .. } => "unknown_name",
            Self::UnknownWord { .. } => "unknown_word",
            Self::InvalidName { .. } => "invalid_name",
            Self::DuplicateName { .. } => "duplicate_name",
            Self::UnknownValue { .. } => "unknown_value",
            Self::ImpossibleCondition { .. } => "impossible_condition",
            Self::Mismatch { .. } => "mismatch",
            Self::Cycle { .. } => "cycle",
            Self::Limit { .. } => "limit",
            Self::Prefix { .. } => "prefix",
            Self::Exists { .. } => "exists",
            Self::OtherBase { .. } => "other_base",
            Self::NoBase { .. } => "no_base",
            Self::NotImported { .. } => "not_imported",
            Self::Format { .. } => "format",
            Self::Image { .. } => "image",
        }
    }

    /// What is wrong, in a few words.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::InvalidJson { line, column } => {
                format!("the text is no valid JSON at line {line}, column {column}")
            }
            Self::WrongType { expected } => format!("{expected} is expected here"),
            Self::MissingKey => "the key is missing".to_string(),
            Self::DuplicateKey => "the key stands twice".to_string(),
            Self::UnknownKey { .. } => "there is no such key".to_string(),
            Self::UnknownName { what, .. } => format!("there is no such {what}"),
            Self::UnknownWord { what, .. } => format!("this is no {what}"),
            Self::InvalidName { .. } => "the name is not written as names are".to_string(),
            Self::DuplicateName { what } => format!("this {what} stands twice"),
            Self::UnknownValue { .. } => "the fact has no such value".to_string(),
            Self::ImpossibleCondition { reason } | Self::NoBase { reason } => (*reason).to_string(),
            Self::Mismatch { reason } => reason.clone(),
            Self::Cycle { facts } => format!("derived facts depend on each other in a circle: {}", facts.join(" → ")),
            Self::Limit { what, limit } => format!("there are more than {limit} {what}"),
            Self::Prefix { .. } => "the name does not say that it is the overlay's".to_string(),
            Self::Exists { what } => format!("the rule set has this {what} already"),
            Self::OtherBase { .. } => "the overlay extends another rule set".to_string(),
            Self::NotImported { clause, why } => format!("{clause} is not imported: {}", why.trim_end_matches('.')),
            Self::Format { expected } => format!("the rule format is not version {expected}"),
            Self::Image { reason } => format!("the compiled tables were refused: {reason}"),
        }
    }

    /// What to do about it, where that is not obvious.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownKey { nearest: Some(name), .. } | Self::UnknownName { nearest: Some(name), .. } => {
                Some(format!("did you mean `{name}`?"))
            }
            Self::UnknownKey { nearest: None, known } => Some(format!("the keys here are {}", known.join(", "))),
            Self::UnknownWord { accepted, .. } | Self::UnknownValue { accepted } => {
                Some(format!("use one of {}", accepted.join(", ")))
            }
            Self::InvalidName { expected } => Some(format!("write {expected}")),
            Self::Prefix { prefix } => Some(format!("let it begin with `{prefix}`")),
            Self::Exists { .. } => Some("an overlay adds what is new: leave this out, or give it a name of its own".to_string()),
            Self::OtherBase { base } => Some(format!("compose it with the rule set that it extends; this one is `{base}`")),
            Self::NoBase { .. } => Some("compose the overlays with a standard, all of them at once".to_string()),
            Self::NotImported { .. } => {
                Some("it would weaken the standard: leave out what rests on it, or cite the clause that is meant".to_string())
            }
            Self::Cycle { .. } => Some("let one of these facts be given without the others".to_string()),
            Self::Image { .. } => Some("please report this".to_string()),
            _ => None,
        }
    }
}

impl LoadError {
    pub(super) fn new(path: impl Into<String>, code: LoadErrorCode) -> Self {
        Self { document: None, path: path.into(), code }
    }

    /// The same error, said of an overlay.
    pub(super) fn of(self, document: &str) -> Self {
        Self { document: Some(document.into()), ..self }
    }

    /// The error as plain data.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem {
            path: self.path.clone(),
            code: self.code.as_str().into(),
            message: self.code.message(),
            help: self.code.help().unwrap_or_else(|| {
                let document = if self.document.is_some() { "overlay" } else { "rule set" };
                format!("mend the {document} at this place")
            }),
            document: self.document.clone(),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.document, self.path.as_str()) {
            (None, "") => f.write_str("rule set")?,
            (None, path) => f.write_str(path)?,
            (Some(document), "") => write!(f, "overlay {document}")?,
            (Some(document), path) => write!(f, "overlay {document} {path}")?,
        }
        write!(f, ": {}", self.code.message())?;
        if let Some(help) = self.code.help() {
            write!(f, " ({help})")?;
        }
        Ok(())
    }
}

impl core::error::Error for LoadError {}
