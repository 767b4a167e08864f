//! The rule sets and overlays that the program has by name.

use std::{
    io::{self, Write},
    path::Path,
};

/// A rule set or an overlay that the program has.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// Its published JSON.
    pub json: &'static str,
}

/// The standard by which the program decides where none is named.
pub const DEFAULT: &str = "see-2002";

/// The charter that the program has: its name and its published JSON.
pub const CHARTER: (&str, &str) = ("charter", palermo_rules::CHARTER_JSON);

/// The rule sets that the program has; the first is the one that is used where none is named.
pub const RULE_SETS: &[Shipped] = &[
    Shipped { id: DEFAULT, json: palermo_rules::SEE_2002_JSON },
    Shipped { id: "observed-practice-2002", json: palermo_rules::OBSERVED_PRACTICE_2002_JSON },
];

/// The overlays that the program has.
pub const OVERLAYS: &[Shipped] = &[
    Shipped { id: "palermo-2000", json: palermo_rules::PALERMO_2000_JSON },
    Shipped { id: "coe-2005", json: palermo_rules::COE_2005_JSON },
];

/// Says on standard error that what stands under a name in the folder is not read, because the name is one that the program has:
/// whoever was handed a changed `see-2002` must not take the answer about the published one for an answer about theirs.
///
/// Nothing is said of what is named beside it.
pub fn tell_of_what_is_not_read<'n>(names: impl IntoIterator<Item = &'n Path>) {
    let names: Vec<&Path> = names.into_iter().collect();
    let is_shipped = |name: &Path| name.to_str().is_some_and(|name| rule_set(name).is_some() || overlay(name).is_some());
    let is_named = |name: &Path| names.iter().any(|other| *other != name && other.file_name() == Some(name.as_os_str()));
    for name in names.iter().filter(|name| is_shipped(name) && name.symlink_metadata().is_ok() && !is_named(name)) {
        let name = name.display();
        let told = format!("`{name}` is what the program has by this name. What stands here is not read; `./{name}` names it.");
        // A closed standard error is no failure.
        writeln!(io::stderr(), "{told}").ok();
    }
}

/// The overlay of this name.
#[must_use]
pub fn overlay(id: &str) -> Option<&'static Shipped> {
    OVERLAYS.iter().find(|shipped| shipped.id == id)
}

/// The rule set of this name.
#[must_use]
pub fn rule_set(id: &str) -> Option<&'static Shipped> {
    RULE_SETS.iter().find(|shipped| shipped.id == id)
}
