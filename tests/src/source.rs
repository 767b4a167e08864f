//! Where the texts of the cited documents are, for whoever has them: they are no part of the project.

use std::{
    env, fs,
    io::{self, Write},
    path::PathBuf,
};

use crate::workspace;

/// Names the folder of the documents' texts.
pub const VARIABLE: &str = "PALERMO_SOURCE";

/// Where the folder is, seen from the root of the workspace, if the variable does not say otherwise.
pub const DEFAULT_FOLDER: &str = "../shared/source";

/// Where the text of a document would be.
#[must_use]
pub fn path(document: &str) -> PathBuf {
    let folder = env::var_os(VARIABLE).map_or_else(|| workspace::root().join(DEFAULT_FOLDER), PathBuf::from);
    folder.join(format!("{document}.txt"))
}

/// The text of a document. Where it is not at hand, that is said aloud, past the capture of test output.
#[must_use]
pub fn text(document: &str) -> Option<String> {
    let path = path(document);
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            let said = writeln!(
                io::stderr(),
                "SKIPPED: nothing is compared with the source, {} cannot be read ({error}); set {VARIABLE} to its folder",
                path.display()
            );
            drop(said);
            None
        }
    }
}
