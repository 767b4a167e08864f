//! The derived facts: their values by priority, and which value the fired rules give them.

use super::catalogue::Catalogue;

/// A derived fact. The first value of the list for which a rule fires wins, else the default.
pub struct Derived {
    /// Its name in the conditions.
    pub name: &'static str,
    /// The values that rules give, the strongest first.
    pub by_priority: &'static [&'static str],
    /// The value when no rule gives one.
    pub default: &'static str,
}

/// All derived facts; each reads only input facts and those that stand before it.
pub const DERIVED: [Derived; 9] = [
    Derived { name: "act_element", by_priority: &["yes", "no"], default: "unknown" },
    Derived { name: "means_element", by_priority: &["yes", "no"], default: "unknown" },
    Derived { name: "purpose_element", by_priority: &["yes", "no"], default: "unknown" },
    Derived { name: "child_status", by_priority: &["child", "presumed_child", "adult"], default: "unknown" },
    Derived { name: "child_when_trafficked", by_priority: &["yes", "no"], default: "unknown" },
    Derived { name: "status", by_priority: &["identified", "presumed", "not_established"], default: "undetermined" },
    Derived { name: "protected", by_priority: &["yes"], default: "no" },
    Derived { name: "open_case", by_priority: &["yes"], default: "no" },
    Derived { name: "child_protected", by_priority: &["yes"], default: "no" },
];

impl Derived {
    /// The values by priority and then the default: the order of the domain in the vocabulary.
    #[must_use]
    pub fn domain(&self) -> Vec<String> {
        self.by_priority.iter().chain([&self.default]).map(|&value| value.to_owned()).collect()
    }
}

/// The values of all facts, input and derived, from those of the input facts.
#[must_use]
pub fn settle(catalogue: &Catalogue, input: &[usize]) -> Vec<usize> {
    let mut values = input.to_vec();
    for derived in DERIVED {
        let fact = values.len();
        let fires = |value: &usize| catalogue.rules_giving(fact, *value).any(|rule| rule.condition.holds(&values));
        let default = derived.by_priority.len();
        let value = (0..default).find(fires).unwrap_or(default);
        values.push(value);
    }
    values
}
