//! Errors of rule set sources, each with its file, line and column.

use std::{collections::BTreeMap, fmt};

use palermo::load::LoadError;

use crate::source_file::SourceFile;

/// A place in a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The number of the file.
    pub file: usize,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// Everything that is wrong with the sources of a rule set, in the order of files and lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceErrors {
    errors: Vec<SourceError>,
}

/// One error in the sources of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceError {
    /// The path of the file inside the folder.
    pub file: String,
    /// The line, counted from 1; 0 where the error is about the file as a whole.
    pub line: usize,
    /// The column in characters, counted from 1; 0 as above.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it, where that is not obvious.
    pub help: Option<String>,
}

impl SourceErrors {
    pub(crate) fn new(mut errors: Vec<SourceError>) -> Self {
        errors.sort();
        errors.dedup();
        Self { errors }
    }

    /// The errors; there is at least one.
    #[must_use]
    pub fn errors(&self) -> &[SourceError] {
        &self.errors
    }

    pub(crate) fn into_errors(self) -> Vec<SourceError> {
        self.errors
    }

    /// Leads the JSON Pointers of loading errors back to places in the sources.
    pub(crate) fn led_back<'e>(
        errors: impl IntoIterator<Item = &'e LoadError>,
        places: &BTreeMap<String, Place>,
        files: &[SourceFile],
    ) -> Self {
        let led_back =
            |error: &LoadError| SourceError::led_back(&error.path, error.code.message(), error.code.help(), places, files);
        Self::new(errors.into_iter().map(led_back).collect())
    }
}

impl SourceError {
    pub(crate) fn of_file(file: &str, message: String) -> Self {
        Self { file: file.to_string(), line: 0, column: 0, message, help: None }
    }

    /// Leads a JSON Pointer back to the nearest place that still exists: of a missing key, that of the map that lacks it.
    pub(crate) fn led_back(
        path: &str,
        message: String,
        help: Option<String>,
        places: &BTreeMap<String, Place>,
        files: &[SourceFile],
    ) -> Self {
        let mut path = path;
        let mut missing = Vec::new();
        let place = loop {
            if let Some(place) = places.get(path) {
                break Some(*place);
            }
            match path.rsplit_once('/') {
                Some((parent, key)) => {
                    missing.push(key);
                    path = parent;
                }
                None => break None,
            }
        };
        missing.reverse();
        Self {
            file: place.and_then(|place| files.get(place.file)).map(|file| file.path.clone()).unwrap_or_default(),
            line: place.map_or(0, |place| place.line),
            column: place.map_or(0, |place| place.column),
            message: if missing.is_empty() { message } else { format!("`{}`: {message}", missing.join("/")) },
            help,
        }
    }

    pub(crate) fn at(place: Place, files: &[SourceFile], message: String, help: Option<String>) -> Self {
        let file = files.get(place.file).map(|file| file.path.clone()).unwrap_or_default();
        Self { file, line: place.line, column: place.column, message, help }
    }
}

impl fmt::Display for SourceErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => write!(f, "{}", self.message)?,
            (file, 0) => write!(f, "{file}: {}", self.message)?,
            (file, line) => write!(f, "{file}:{line}:{}: {}", self.column, self.message)?,
        }
        if let Some(help) = &self.help {
            write!(f, " ({help})")?;
        }
        Ok(())
    }
}

impl std::error::Error for SourceErrors {}
impl std::error::Error for SourceError {}
