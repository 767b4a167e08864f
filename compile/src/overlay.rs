//! Compiles the YAML sources of an overlay, and checks it against the rule set that it extends.

use std::path::Path;

use palermo::rule_set::{Overlay, RuleSet};

use crate::{
    assemble::{self, OVERLAY},
    compiled::{CompiledOverlay, Places},
    error::{SourceError, SourceErrors},
    files,
    source_file::SourceFile,
    with_found,
};

/// Whether a folder holds an overlay and not a rule set of its own.
#[must_use]
pub fn is_overlay(folder: &Path) -> bool {
    folder.join(OVERLAY).is_file()
}

/// Compiles the overlay in a folder, and checks that it can be composed with a rule set.
///
/// # Errors
///
/// Everything that is wrong, each with its file, line and column, as for a rule set; and what an overlay may not say beside the
/// rule set that it extends.
pub fn compile_overlay(folder: &Path, base: &RuleSet) -> Result<Overlay, SourceErrors> {
    compile_overlay_with_places(folder, base).map(|compiled| compiled.overlay)
}

/// Compiles the overlay in a folder as [`compile_overlay`] does, and keeps what it makes of the rule set and where everything in
/// it is written.
///
/// # Errors
///
/// As [`compile_overlay`].
pub fn compile_overlay_with_places(folder: &Path, base: &RuleSet) -> Result<CompiledOverlay, SourceErrors> {
    compile_overlay_files_with_places(&files::read_folder(folder)?, base)
}

/// Compiles an overlay from files that were read before; each has its path inside the folder.
///
/// # Errors
///
/// As [`compile_overlay`].
pub fn compile_overlay_files(files: &[SourceFile], base: &RuleSet) -> Result<Overlay, SourceErrors> {
    compile_overlay_files_with_places(files, base).map(|compiled| compiled.overlay)
}

/// Compiles an overlay as [`compile_overlay_files`] does, and keeps what it makes of the rule set and where everything in it is
/// written.
///
/// # Errors
///
/// As [`compile_overlay`].
pub fn compile_overlay_files_with_places(files: &[SourceFile], base: &RuleSet) -> Result<CompiledOverlay, SourceErrors> {
    let (document, errors) = assemble::assemble_overlay(files);
    if document.is_empty() {
        return Err(SourceErrors::new(errors));
    }
    let (tree, places) = document.split();
    let overlay = match Overlay::from_tree(&tree) {
        Ok(overlay) if errors.is_empty() => overlay,
        Ok(_) => return Err(SourceErrors::new(errors)),
        Err(found) => return Err(SourceErrors::new(with_found(errors, &found, &places, files))),
    };
    match base.compose(std::slice::from_ref(&overlay)) {
        Ok(composed) => Ok(CompiledOverlay::new(overlay, composed, Places::new(places, files))),
        Err(found) => {
            // What is wrong with the rule set itself has no place in these files.
            let ours = found.errors().iter().filter(|error| error.document.is_some());
            let mut errors = SourceErrors::led_back(ours, &places, files).into_errors();
            let base = found.errors().iter().filter(|error| error.document.is_none());
            errors.extend(base.map(|error| SourceError::of_file("", format!("the rule set that is extended: {error}"))));
            Err(SourceErrors::new(errors))
        }
    }
}

/// The id of the rule set that the overlay in a folder extends, where its head says so: to find that rule set before the overlay
/// is compiled.
#[must_use]
pub fn extends(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join(OVERLAY)).ok()?;
    let head = crate::read_yaml(&SourceFile { path: OVERLAY.to_string(), text }).ok()?;
    match head.get("extends") {
        Some(palermo::load::Tree::Text(id)) => Some(id.clone()),
        _ => None,
    }
}
