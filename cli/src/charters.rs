//! Charters: the one that the program has, and promises in files of one's own.

use std::path::PathBuf;

use palermo_compile::{Document, Finding, SourceFile};
use palermo_verify::charter::{Charter, CharterErrors};

use crate::{failure::Failure, input, shipped};

/// A charter that was named on the command line.
#[derive(Debug)]
pub struct Chosen {
    /// The charter.
    pub charter: Charter,
    path: PathBuf,
    /// Where everything in it is written; JSON is a part of YAML.
    document: Document,
}

impl Chosen {
    /// What is wrong with the charter, each with its line.
    #[must_use]
    pub fn refused(&self, errors: &CharterErrors) -> Failure {
        refused(&self.path, &self.document, errors)
    }
}

fn refused(path: &std::path::Path, document: &Document, errors: &CharterErrors) -> Failure {
    let finding =
        errors.errors().iter().map(|error| Finding { path: error.path.clone(), message: error.message(), help: error.help() });
    Failure::Charter { path: path.to_path_buf(), errors: document.errors(finding) }
}

/// The charters that a rule set is held to: the one that the program has, and then those of files, which may refer to its named
/// sets.
///
/// # Errors
///
/// Where a file cannot be read or is no charter.
pub fn chosen(files: &[PathBuf], only_own: bool) -> Result<Vec<Chosen>, Failure> {
    let (name, json) = shipped::CHARTER;
    let shipped = read(PathBuf::from(name), json.to_string())?;
    let mut charters = Vec::new();
    for path in files {
        let mut own = read(path.clone(), input::read_text(path)?)?;
        own.charter = own.charter.with_sets_of(&shipped.charter);
        charters.push(own);
    }
    if !only_own {
        charters.insert(0, shipped);
    }
    Ok(charters)
}

fn read(path: PathBuf, text: String) -> Result<Chosen, Failure> {
    let file = SourceFile { path: path.display().to_string(), text };
    let document = Document::read(file).map_err(|errors| Failure::Charter { path: path.clone(), errors })?;
    let charter = Charter::from_tree(document.tree()).map_err(|errors| refused(&path, &document, &errors))?;
    Ok(Chosen { charter, path, document })
}
