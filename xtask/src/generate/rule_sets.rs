//! Rule sets: compiled from their YAML, and the images that the core embeds.

use palermo::rule_set::RuleSet;

use super::Derived;
use crate::files;

/// The rule sets of the workspace, in the order in which they are named.
pub(crate) const RULE_SETS: [&str; 1] = ["see-2002"];

/// Practices written as rules: checked and published like rule sets, and without images and names, since nobody decides by them.
const PRACTICES: [&str; 1] = ["observed-practice-2002"];

/// Compiles every rule set and every practice from its sources.
pub(crate) fn compiled() -> Result<Vec<RuleSet>, String> {
    RULE_SETS.iter().chain(&PRACTICES).map(|id| compile(id)).collect()
}

fn compile(id: &str) -> Result<RuleSet, String> {
    let folder = files::root().join("rules").join(id);
    palermo_compile::compile(&folder).map_err(|errors| format!("rules/{id}:\n{errors}"))
}

/// The byte images of a rule set.
pub(crate) fn images(set: &RuleSet) -> Result<Vec<Derived>, String> {
    let images = set.to_images().map_err(|errors| errors.to_string())?;
    Ok(vec![
        Derived::new(format!("rules/images/{}.logic", set.id), images.logic),
        Derived::new(format!("rules/images/{}.texts", set.id), images.texts),
    ])
}
