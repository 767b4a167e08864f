//! Small promises about the sources themselves.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Outcome, files};

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 3] = ["target", ".git", "node_modules"];

/// Checks that every Rust file says what it is for, and that nothing unfinished is left.
pub(crate) fn tidy() -> Outcome {
    let mut wrong = Vec::new();
    for path in rust_files(&files::root())? {
        let text = files::read_text(&path)?;
        if !text.starts_with("//!") {
            wrong.push(format!("{} does not begin with a line `//!` that says what it is for", files::shown(&path)));
        }
        // Written in two parts, so that this file does not find itself.
        for mark in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")] {
            if text.contains(mark) {
                wrong.push(format!("{} holds `{mark}`", files::shown(&path)));
            }
        }
    }
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = files::read_text(&files::root().join(document))?;
        wrong.extend(missing_paths(&text).map(|path| format!("{document} names `{path}`, which is not there")));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The paths in a document, written between backticks, that do not exist. Words with a blank or a placeholder are no paths.
fn missing_paths(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let a_path = |word: &&str| {
        word.contains('/')
            && word.chars().all(|char| char.is_ascii_alphanumeric() || "/._-".contains(char))
            // What is built is not there before it is.
            && ![".." , "target/"].iter().any(|start| word.starts_with(start))
    };
    quoted.filter(a_path).filter(|path| {
        let roots = ["", "core/src/", "core/src/evaluate/", "tests/", "cli/", "rules/see-2002/", "compile/"];
        !roots.iter().any(|root| files::root().join(root).join(path).exists())
    })
}

/// The Rust files of a folder, in a fixed order.
pub(crate) fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", files::shown(folder));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() && !SKIPPED.iter().any(|name| path.ends_with(name)) {
            found.extend(rust_files(&path)?);
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
