//! Rule sets: compiled from their YAML, and the images that the core embeds.

use palermo::rule_set::{Ledger, Overlay, RuleSet};
use palermo_compile::SourceFile;

use crate::{derived::Derived, files};

/// The rule sets of the workspace, in the order in which they are named.
pub(crate) const RULE_SETS: [&str; 1] = ["see-2002"];

/// Practices written as rules: checked and published like rule sets, and without images and names, since nobody decides by them.
const PRACTICES: [&str; 1] = ["observed-practice-2002"];

/// What is composed with the first rule set: checked and published like rule sets, and without images and names of their own.
pub(crate) const OVERLAYS: [&str; 2] = ["palermo-2000", "coe-2005"];

/// Compiles every overlay from its sources, and holds it against the sources of the rule set that it extends.
pub(crate) fn overlays() -> Result<Vec<Overlay>, String> {
    let [base] = RULE_SETS.map(compile);
    let base = base?;
    let overlay = |id: &&str| {
        let folder = files::root().join("rules").join(id);
        palermo_compile::compile_overlay(&folder, &base).map_err(|errors| format!("rules/{id}:\n{errors}"))
    };
    let overlays: Vec<Overlay> = OVERLAYS.iter().map(overlay).collect::<Result<_, _>>()?;
    // Each stands on the rule set alone; all of them have to stand on it together.
    base.compose(&overlays).map_err(|errors| errors.to_string())?;
    Ok(overlays)
}

/// The do-not-import ledger as JSON, against which the core holds every overlay.
pub(crate) fn ledger() -> Result<Derived, String> {
    const SOURCE: &str = "rules/do-not-import.yaml";
    let file = SourceFile { path: SOURCE.to_string(), text: files::read_text(&files::root().join(SOURCE))? };
    let tree = palermo_compile::read_yaml(&file).map_err(|errors| errors.to_string())?;
    let ledger = Ledger::from_tree(&tree).map_err(|errors| format!("{SOURCE}:\n{errors}"))?;
    Ok(Derived::new("rules/published/do-not-import.json", format!("{}\n", ledger.to_canonical_json())))
}

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
