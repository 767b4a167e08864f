//! The rule sets and overlays that the program has by name.

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
