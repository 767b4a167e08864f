//! Rule sets as they are named on a command line: by the name of one that the program has, by a folder of YAML, or by a file of
//! JSON.

use std::path::Path;

use palermo::{
    load::{LoadErrors, Tree},
    rule_set::RuleSet,
};

use crate::{failure::Failure, input, shipped};

/// A rule set that was named on the command line.
#[derive(Clone, Debug)]
pub struct Named {
    /// As it was named.
    pub name: String,
    /// The rule set.
    pub rule_set: RuleSet,
    /// The arguments by which another command decides by it.
    pub arguments: Vec<String>,
}

/// Reads a rule set that was named. A name goes before a folder of the same name; `./name` is the folder.
///
/// # Errors
///
/// Where there is nothing of this name, or it cannot be read or is invalid.
pub fn named(name: &Path) -> Result<Named, Failure> {
    let rule_set = rule_set(name)?;
    let is_default = name.as_os_str() == shipped::DEFAULT;
    // Standard input cannot be read again: whoever repeats a command puts the rules into a file.
    let again = if input::is_stdin(name) { "RULES.json".to_string() } else { name.display().to_string() };
    let arguments = if is_default { Vec::new() } else { vec!["--standard".to_string(), again] };
    Ok(Named { name: name.display().to_string(), rule_set, arguments })
}

/// Refuses an overlay where a rule set is named.
///
/// # Errors
///
/// Where the name is that of an overlay, or the folder holds one.
pub fn refuse_overlay(name: &Path) -> Result<(), Failure> {
    if name.to_str().and_then(shipped::overlay).is_none() && !palermo_compile::is_overlay(name) {
        return Ok(());
    }
    Err(overlay(name))
}

fn rule_set(name: &Path) -> Result<RuleSet, Failure> {
    let refused = |errors| Failure::RuleSet { path: name.to_path_buf(), errors };
    if let Some(shipped) = name.to_str().and_then(shipped::rule_set) {
        return RuleSet::from_json(shipped.json).map_err(refused);
    }
    refuse_overlay(name)?;
    if name.is_dir() {
        return palermo_compile::compile(name).map_err(|errors| Failure::Sources { folder: name.to_path_buf(), errors });
    }
    let is_word = name.components().count() == 1 && name.extension().is_none() && !input::is_stdin(name);
    if is_word && name.symlink_metadata().is_err() {
        let names: Vec<&str> = shipped::RULE_SETS.iter().map(|shipped| shipped.id).collect();
        return Err(Failure::NotFound {
            what: "there is no rule set of this name, and no folder or file".to_string(),
            help: format!(
                "name one of {}, or give a folder of YAML, or the JSON that `palermo rules build` wrote",
                names.join(", ")
            ),
        });
    }
    let text = input::read_text(name)?;
    RuleSet::from_json(&text).map_err(|errors| of_text(name, &text, errors))
}

/// Why the text of a file is no rule set.
#[must_use]
pub fn of_text(path: &Path, text: &str, errors: LoadErrors) -> Failure {
    let is_overlay = Tree::from_json(text).is_ok_and(|tree| tree.get("extends").is_some() && tree.get("derived").is_none());
    if is_overlay { overlay(path) } else { Failure::RuleSet { path: path.to_path_buf(), errors } }
}

fn overlay(name: &Path) -> Failure {
    Failure::NotFound {
        what: format!("`{}` is an overlay, and no rule set of its own", name.display()),
        help: format!("compose it with the rule set that it extends: `--overlay {}`", name.display()),
    }
}
