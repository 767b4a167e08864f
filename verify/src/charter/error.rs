//! Everything that is wrong with a charter, each with its place and what to do.

use std::fmt;

use palermo::load::{LoadError, LoadErrorCode, LoadErrors};

/// Every error of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterErrors {
    errors: Vec<CharterError>,
}

/// One error of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterError {
    /// Where it is: a JSON Pointer into the charter.
    pub path: String,
    /// What it is. It is the same list as for rule sets, so that programs know one.
    pub code: LoadErrorCode,
}

impl CharterErrors {
    pub(crate) fn new(errors: Vec<CharterError>) -> Self {
        Self { errors }
    }

    pub(crate) fn of_load(errors: &LoadErrors) -> Self {
        Self { errors: errors.errors().iter().cloned().map(CharterError::from).collect() }
    }

    /// The errors; there is at least one.
    #[must_use]
    pub fn errors(&self) -> &[CharterError] {
        &self.errors
    }
}

impl CharterError {
    /// What is wrong, in a few words.
    #[must_use]
    pub fn message(&self) -> String {
        self.code.message()
    }

    /// What to do about it, where that is not obvious.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.code.help()
    }
}

impl From<LoadError> for CharterError {
    fn from(error: LoadError) -> Self {
        Self { path: error.path, code: error.code }
    }
}

impl fmt::Display for CharterErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, error) in self.errors.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl fmt::Display for CharterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "charter" } else { &self.path };
        write!(f, "{place}: {}", self.code.message())?;
        match self.code.help() {
            Some(help) => write!(f, " ({help})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for CharterErrors {}
impl std::error::Error for CharterError {}
