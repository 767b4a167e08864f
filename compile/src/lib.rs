//! Compiles the YAML sources of a rule set: a folder in, a [`RuleSet`] out, and every error with file, line and column.
//!
//! `files` reads the folder, `yaml` turns each file into a tree that knows its places, `assemble` puts the trees
//! together to one document of the published form, `cases` runs the cases of what came of it. What that document means is checked by `palermo` itself, which gives
//! JSON Pointers; they are led back to the places here. So a rule set is checked by the same code, whether it comes as YAML
//! or as JSON.
//!
//! A rule set that describes a practice need not describe the facts again: with `dictionary: see-2002` in its `standard.yaml` it
//! takes them from the folder of that name beside its own.
//!
//! ```no_run
//! let rule_set = palermo_compile::compile(std::path::Path::new("rules/see-2002"))?;
//! println!("{} {}", rule_set.id, rule_set.digest());
//! # Ok::<(), palermo_compile::SourceErrors>(())
//! ```

mod assemble;
pub mod cases;
mod compiled;
mod document;
mod error;
mod files;
mod overlay;
mod reviews;
mod source_file;
mod yaml;

use std::{collections::BTreeMap, path::Path};

use palermo::{
    load::{LoadErrors, Tree},
    rule_set::RuleSet,
};

use self::error::Place;

pub use self::{
    compiled::{Compiled, CompiledOverlay, SourcePlace},
    document::{Document, Finding},
    error::{SourceError, SourceErrors},
    overlay::{
        compile_overlay, compile_overlay_files, compile_overlay_files_with_places, compile_overlay_with_places, extends,
        is_overlay,
    },
    reviews::{PublishedRules, REVIEWS_FORMAT, Review, Role, UnknownRole, read_reviews},
    source_file::SourceFile,
};

/// Compiles the rule set in a folder, and checks that it can be decided by.
///
/// # Errors
///
/// Everything that is wrong, each with its file, line and column: files that cannot be read, text that is no YAML, keys and
/// types that do not fit, names that do not exist (with the nearest known one), conditions that cannot hold, circles.
pub fn compile(folder: &Path) -> Result<RuleSet, SourceErrors> {
    compile_with_places(folder).map(|compiled| compiled.rule_set)
}

/// Compiles the rule set in a folder as [`compile`] does, and keeps where everything in it is written.
///
/// # Errors
///
/// As [`compile`].
pub fn compile_with_places(folder: &Path) -> Result<Compiled, SourceErrors> {
    let mut files = files::read_folder(folder)?;
    files.extend(files::read_dictionary(folder, &files)?);
    compile_files_with_places(&files)
}

/// Compiles a rule set from files that were read before; each has its path inside the folder. Where `standard.yaml` names a
/// dictionary, the files of that other folder stand among them: see [`SourceFile::path`].
///
/// # Errors
///
/// As [`compile`].
pub fn compile_files(files: &[SourceFile]) -> Result<RuleSet, SourceErrors> {
    compile_files_with_places(files).map(|compiled| compiled.rule_set)
}

/// Compiles a rule set as [`compile_files`] does, and keeps where everything in it is written.
///
/// # Errors
///
/// As [`compile`].
pub fn compile_files_with_places(files: &[SourceFile]) -> Result<Compiled, SourceErrors> {
    let (document, mut errors) = assemble::assemble(files);
    if document.is_empty() {
        return Err(SourceErrors::new(errors));
    }
    let (tree, places) = document.split();
    match palermo::load::check(&tree) {
        Ok(rule_set) if errors.is_empty() => return Ok(Compiled::new(rule_set, places, files)),
        Ok(_) => {}
        Err(found) => errors = with_found(errors, &found, &places, files),
    }
    Err(SourceErrors::new(errors))
}

/// The errors of the files, and what was found wrong with the document that they make.
fn with_found(
    mut errors: Vec<SourceError>,
    found: &LoadErrors,
    places: &BTreeMap<String, Place>,
    files: &[SourceFile],
) -> Vec<SourceError> {
    let found = SourceErrors::led_back(found.errors(), places, files).into_errors();
    if errors.is_empty() {
        return found;
    }
    // Where a file is missing or broken, what others say of its rules cannot be judged: only what stands in files that were read
    // as a whole, and that no other file refers to, is added.
    let is_a_part = |file: &str| file.contains('/') && !file.starts_with("../");
    let sound = |error: &SourceError| is_a_part(&error.file) && !errors.iter().any(|known| known.file == error.file);
    let added: Vec<SourceError> = found.into_iter().filter(sound).collect();
    errors.extend(added);
    errors
}

/// Reads one YAML file as a tree, without asking what it means: for editors and for checks against the schema of rule files.
///
/// # Errors
///
/// Where the text is no YAML, or uses anchors, aliases or tags.
pub fn read_yaml(file: &SourceFile) -> Result<Tree, SourceErrors> {
    let files = std::slice::from_ref(file);
    let node = yaml::parse(0, files).map_err(|error| SourceErrors::new(vec![error]))?;
    Ok(assemble::tree(&node))
}
