//! What has to hold before a change lands, short of the tests: nothing stale, nothing unformatted, no warning.

use crate::{Outcome, command::cargo, generate, published, tidy, vectors};

/// Runs every check; the first that fails ends it.
pub(crate) fn check() -> Outcome {
    let stale = generate::stale()?;
    if !stale.is_empty() {
        return Err(format!("these files are stale; run `cargo xtask generate`:\n  {}", stale.join("\n  ")));
    }
    let wrong = [published::check()?, vectors::check()?].concat();
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    tidy::tidy()?;
    cargo(&["fmt", "--all", "--check"], &[])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-Dwarnings"], &[])?;
    cargo(&["doc", "--workspace", "--no-deps", "--all-features", "--quiet"], &[("RUSTDOCFLAGS", "-Dwarnings")])
}
