//! Everything that shows that the workspace works: the checks, the tests, the other builds, the packages.

use crate::{
    Outcome, check,
    command::{cargo, rustup},
};

/// Checks and tests everything.
pub(crate) fn test() -> Outcome {
    check::check()?;
    cargo(&["test", "--workspace", "--all-features"], &[])?;
    // rustup brings the target of `rust-toolchain.toml` only together with the toolchain; one that is there already lacks it.
    rustup(&["target", "add", "wasm32-unknown-unknown"])?;
    // The core in its smallest form, for a browser, and without the standard library.
    cargo(&["build", "--package", "palermo", "--no-default-features", "--target", "wasm32-unknown-unknown"], &[])?;
    cargo(&["test", "--package", "palermo", "--no-default-features", "--features", "load", "--lib"], &[])?;
    // Every crate can be packaged, with no file from outside its folder.
    cargo(&["package", "--workspace", "--allow-dirty", "--quiet"], &[])
}
