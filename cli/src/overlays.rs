//! Overlays as they are named on a command line: by the name of one that the program has, by a folder of YAML, or by a file of
//! JSON.

use std::path::{Path, PathBuf};

use palermo::{
    load::Tree,
    rule_set::{Overlay, RuleSet},
};

use crate::{failure::Failure, input, rule_sets, shipped};

/// Reads the overlays that were named, to be composed with a rule set. A name goes before a folder of the same name; `./name` is
/// the folder.
///
/// # Errors
///
/// Where there is nothing of such a name, or it cannot be read or is invalid.
pub fn named(names: &[PathBuf], base: &RuleSet) -> Result<Vec<Overlay>, Failure> {
    names.iter().map(|name| overlay(name, base)).collect()
}

/// Composes overlays with a rule set.
///
/// # Errors
///
/// Where they cannot be composed.
pub fn compose(base: &RuleSet, overlays: &[Overlay]) -> Result<RuleSet, Failure> {
    base.compose(overlays).map_err(|errors| Failure::Composition { base: base.id.clone(), errors })
}

/// The rule set that the overlay in a folder extends: the one that is named, or the program's own of the name that the overlay
/// gives.
///
/// # Errors
///
/// Where the one that is named cannot be read, or the program has none of that name.
pub fn base_of(folder: &Path, named: Option<&Path>) -> Result<RuleSet, Failure> {
    if let Some(name) = named {
        return Ok(rule_sets::named(name)?.rule_set);
    }
    // Where the overlay does not say it, what is wrong is found against the standard that goes without saying.
    let extends = palermo_compile::extends(folder).unwrap_or_else(|| shipped::DEFAULT.to_string());
    if shipped::rule_set(&extends).is_some() {
        return Ok(rule_sets::named(Path::new(&extends))?.rule_set);
    }
    Err(Failure::NotFound {
        what: format!("the rule set that `{}` extends is none that is built in", folder.display()),
        help: "name its folder or its JSON with `--standard`".to_string(),
    })
}

fn overlay(name: &Path, base: &RuleSet) -> Result<Overlay, Failure> {
    if let Some(shipped) = name.to_str().and_then(shipped::overlay) {
        return Overlay::from_json(shipped.json).map_err(|errors| Failure::Overlay { path: name.to_path_buf(), errors });
    }
    if name.to_str().and_then(shipped::rule_set).is_some() {
        return Err(no_overlay(name));
    }
    if name.as_os_str().is_empty() {
        return Err(Failure::NotFound { what: "the name of an overlay is empty".to_string(), help: nearest(name) });
    }
    if name.is_dir() {
        return of_folder(name, base);
    }
    let is_word = name.components().count() == 1 && name.extension().is_none() && !input::is_stdin(name);
    if is_word && name.symlink_metadata().is_err() {
        return Err(Failure::NotFound {
            what: "there is no overlay of this name, and no folder or file".to_string(),
            help: nearest(name),
        });
    }
    let text = input::read_text(name)?;
    let refused = |errors| Failure::Overlay { path: name.to_path_buf(), errors };
    let tree = Tree::from_json(&text).map_err(refused)?;
    if tree.get("extends").is_none() && tree.get("derived").is_some() {
        return Err(no_overlay(name));
    }
    Overlay::from_tree(&tree).map_err(refused)
}

fn of_folder(folder: &Path, base: &RuleSet) -> Result<Overlay, Failure> {
    if !palermo_compile::is_overlay(folder) && folder.join("standard.yaml").is_file() {
        return Err(no_overlay(folder));
    }
    palermo_compile::compile_overlay(folder, base).map_err(|errors| Failure::Sources { folder: folder.to_path_buf(), errors })
}

fn no_overlay(name: &Path) -> Failure {
    Failure::NotFound {
        what: format!("`{}` is a rule set of its own, and no overlay", name.display()),
        help: format!("decide by it with `--standard {}`", name.display()),
    }
}

/// The name that was meant, or the names that there are.
fn nearest(name: &Path) -> String {
    let name = name.to_string_lossy();
    let near = shipped::OVERLAYS.iter().map(|shipped| (strsim::osa_distance(&name, shipped.id), shipped.id)).min();
    if let Some((distance, id)) = near
        && distance <= 3.min(name.chars().count() / 3)
    {
        return format!("did you mean `{id}`?");
    }
    let names: Vec<&str> = shipped::OVERLAYS.iter().map(|shipped| shipped.id).collect();
    let others = "a folder with `overlay.yaml`, or the JSON that `palermo rules build` wrote";
    format!("name one of {}, or give {others}", names.join(", "))
}
