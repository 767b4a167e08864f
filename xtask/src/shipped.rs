//! What everything that is shipped is built with: nothing in it names a place of the machine that built it.

use std::path::PathBuf;

use crate::files;

/// The variable by which cargo takes flags that may hold blanks.
pub(crate) const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The value of [`FLAGS`]: a panic message names the file that it comes from, and with it where a crate was unpacked.
pub(crate) fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    // Below this, one folder for each registry.
    let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    let flags = registries
        .map(|path| format!("--remap-path-prefix={}=crates", path.display()))
        .chain([format!("--remap-path-prefix={}=palermo", files::root().display())]);
    flags.collect::<Vec<_>>().join("\u{1f}")
}
