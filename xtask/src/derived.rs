//! A file that is made of others.

use std::path::PathBuf;

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
