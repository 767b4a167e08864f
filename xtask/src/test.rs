//! Everything that shows that the workspace works: the checks, the tests, the other builds, the packages.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::{
    Outcome, bindings, check,
    command::{cargo, rustup},
    files, rulebook,
};

/// The crates that are published; the others are built into packages of other languages, or are for us alone.
const PUBLISHED: [&str; 5] = ["palermo-rules", "palermo", "palermo-compile", "palermo-verify", "palermo-cli"];

/// Checks and tests everything.
pub(crate) fn test() -> Outcome {
    check::check()?;
    // The generator of the bindings holds nothing of ours, and takes minutes to build: it is built where it is needed, below.
    cargo(&["test", "--workspace", "--exclude", "palermo-bindgen", "--all-features"], &[])?;
    // rustup brings the target of `rust-toolchain.toml` only together with the toolchain; one that is there already lacks it.
    rustup(&["target", "add", "wasm32-unknown-unknown"])?;
    // The core in its smallest form, for a browser, and without the standard library.
    cargo(&["build", "--package", "palermo", "--no-default-features", "--target", "wasm32-unknown-unknown"], &[])?;
    cargo(&["test", "--package", "palermo", "--no-default-features", "--features", "load", "--lib"], &[])?;
    packages()?;
    rulebook::render()?;
    bindings::test(&[], false)
}

/// Packages every published crate, and builds each from its package: no file from outside its folder is needed.
///
/// The folder is a new one each time. cargo keeps what it unpacked of a package by the place of the package, and would build
/// against the package of an earlier run that had the same version and the same place.
fn packages() -> Outcome {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let folder = files::root().join(format!("target/packages-{now}"));
    let shown = folder.display().to_string();
    let mut arguments = vec!["package", "--allow-dirty", "--quiet", "--target-dir", &shown];
    arguments.extend(PUBLISHED.iter().flat_map(|name| ["--package", name]));
    let done = cargo(&arguments, &[]);
    let removed = files::remove_folder(&folder);
    done.and(removed)
}
