//! Every file that is derived from another one, made in memory: written by `generate`, compared by `check`.

mod rule_sets;

use std::path::PathBuf;

use crate::{Outcome, files};

/// A derived file: its path inside the workspace and its bytes.
pub(crate) struct Derived {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

impl Derived {
    pub(crate) fn new(path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// Makes every derived file.
pub(crate) fn derived() -> Result<Vec<Derived>, String> {
    let sets = rule_sets::compiled()?;
    let mut files = Vec::new();
    for set in &sets {
        files.extend(rule_sets::images(set)?);
    }
    Ok(files)
}

/// Writes every derived file that has changed.
pub(crate) fn generate() -> Outcome {
    for file in derived()? {
        let path = files::root().join(&file.path);
        if files::read(&path).ok().as_deref() != Some(&file.bytes) {
            files::write(&path, &file.bytes)?;
            println!("wrote {}", file.path.display());
        }
    }
    Ok(())
}
