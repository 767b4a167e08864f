//! A document of another kind than a rule set, in one YAML file, with the places at which everything in it is written.
//!
//! What it means is checked by whoever reads it, by JSON Pointers; they are led back to the places here.

use std::collections::BTreeMap;

use palermo::load::{Tree, pointer};

use crate::{
    assemble,
    error::{Place, SourceError, SourceErrors},
    source_file::SourceFile,
    yaml::{self, Node, Value},
};

/// A document in one YAML file.
#[derive(Clone, Debug)]
pub struct Document {
    file: SourceFile,
    tree: Tree,
    places: BTreeMap<String, Place>,
}

/// Something that was found wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: a JSON Pointer. A key that must not be repeated is written by its place in the map, as `#2`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it, where that is not obvious.
    pub help: Option<String>,
}

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// Where the text is no YAML, or uses anchors, aliases or tags.
    pub fn read(file: SourceFile) -> Result<Self, SourceErrors> {
        let node = yaml::parse(0, std::slice::from_ref(&file)).map_err(|error| SourceErrors::new(vec![error]))?;
        let (tree, mut places) = assemble::tree_with_places(&node);
        by_number(&node, "", &mut places);
        Ok(Self { file, tree, places })
    }

    /// The document as a tree.
    #[must_use]
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What was found wrong with the document, each with its file, line and column.
    #[must_use]
    pub fn errors(&self, findings: impl IntoIterator<Item = Finding>) -> SourceErrors {
        let files = std::slice::from_ref(&self.file);
        let led_back =
            |Finding { path, message, help }: Finding| SourceError::led_back(&path, message, help, &self.places, files);
        SourceErrors::new(findings.into_iter().map(led_back).collect())
    }
}

/// Adds the places of keys by their number in the map.
fn by_number(node: &Node, path: &str, places: &mut BTreeMap<String, Place>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::List(items) => {
            for (number, item) in items.iter().enumerate() {
                by_number(item, &format!("{path}/{number}"), places);
            }
        }
        Value::Map(entries) => {
            for (number, (key, value)) in entries.iter().enumerate() {
                places.entry(format!("{path}/#{number}")).or_insert(key.place);
                by_number(value, &pointer(path, &key.name), places);
            }
        }
    }
}
