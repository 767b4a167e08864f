//! What can be refused, with the full list of what is wrong.

use std::fmt;

use palermo::{InvalidDate, Problem, RecordErrors, UnknownConclusion, load::LoadErrors};

/// What was refused, and why: path, code, message and help of everything that is wrong, never a value of the record.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Error)]
pub enum PalermoError {
    /// The record does not fit the standard.
    InvalidRecord {
        /// Everything that is wrong with it, in the order of the document; there is at least one.
        problems: Vec<Problem>,
    },
    /// The rule set cannot be decided by.
    InvalidRuleSet {
        /// Everything that is wrong with it; there is at least one. Paths lead into the rule set.
        problems: Vec<Problem>,
    },
    /// The standard has no conclusion with this id.
    UnknownConclusion {
        /// The conclusion that was meant, where one is near.
        nearest: Option<String>,
    },
    /// A text is no day of the calendar, written `YYYY-MM-DD`.
    InvalidDate,
}

impl fmt::Display for PalermoError {
    /// Says everything that is wrong, one a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, problems) = match self {
            Self::InvalidRecord { problems } => ("record", problems),
            Self::InvalidRuleSet { problems } => ("rule set", problems),
            Self::UnknownConclusion { nearest: None } => return f.write_str("the standard has no such conclusion"),
            Self::UnknownConclusion { nearest: Some(nearest) } => {
                return write!(f, "the standard has no such conclusion; did you mean `{nearest}`?");
            }
            Self::InvalidDate => return InvalidDate.fmt(f),
        };
        for (number, problem) in problems.iter().enumerate() {
            let place = match (&problem.document, problem.path.as_str()) {
                (Some(document), "") => format!("overlay {document}"),
                (Some(document), path) => format!("overlay {document} {path}"),
                (None, "") => what.to_string(),
                (None, path) => path.to_string(),
            };
            let line = if number == 0 { "" } else { "\n" };
            write!(f, "{line}{place}: {} ({})", problem.message, problem.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for PalermoError {}

impl From<RecordErrors> for PalermoError {
    fn from(errors: RecordErrors) -> Self {
        Self::InvalidRecord { problems: errors.problems() }
    }
}

impl From<LoadErrors> for PalermoError {
    fn from(errors: LoadErrors) -> Self {
        Self::InvalidRuleSet { problems: errors.problems() }
    }
}

impl From<InvalidDate> for PalermoError {
    fn from(_: InvalidDate) -> Self {
        Self::InvalidDate
    }
}

impl From<UnknownConclusion> for PalermoError {
    fn from(unknown: UnknownConclusion) -> Self {
        Self::UnknownConclusion { nearest: unknown.nearest().map(Into::into) }
    }
}
