//! What has to hold before a change lands, short of the tests: nothing stale, nothing unformatted, no warning.

use crate::{Outcome, command::cargo, generate, publish, reviews, rulebook, tidy, vectors};

/// Runs every check; the first that fails ends it.
pub(crate) fn check() -> Outcome {
    let stale = generate::stale()?;
    if !stale.is_empty() {
        return Err(format!("these files are stale; run `cargo xtask generate`:\n  {}", stale.join("\n  ")));
    }
    let wrong = [publish::check()?, vectors::check()?, rulebook::check()?].concat();
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    reviews::all()?;
    tidy::tidy()?;
    cargo(&["fmt", "--all", "--check"], &[])?;
    // The generator of the bindings is one call into a library that takes minutes to build.
    let all = ["--workspace", "--exclude", "palermo-bindgen", "--all-features", "--quiet"];
    cargo(&[&["clippy"], &all[..], &["--all-targets", "--", "-Dwarnings"]].concat(), &[])?;
    cargo(&[&["doc"], &all[..], &["--no-deps"]].concat(), &[("RUSTDOCFLAGS", "-Dwarnings")])
}
