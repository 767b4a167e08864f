//! Where things stand in the workspace.

use std::path::{Path, PathBuf};

/// The root of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// The YAML sources of the standard see-2002.
#[must_use]
pub fn see_2002() -> PathBuf {
    root().join("rules/see-2002")
}

/// The YAML sources of the practice that the report of 2002 describes.
#[must_use]
pub fn observed_practice_2002() -> PathBuf {
    root().join("rules/observed-practice-2002")
}

/// The example records.
#[must_use]
pub fn examples() -> PathBuf {
    root().join("examples")
}

/// The YAML sources of an overlay.
#[must_use]
pub fn overlay(id: &str) -> PathBuf {
    root().join("rules").join(id)
}

/// The overlays of the project.
pub const OVERLAYS: [&str; 2] = ["palermo-2000", "coe-2005"];
