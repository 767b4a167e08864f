//! Decodes selections of facts and conclusions.

use palermo::load::{LoadErrorCode, Tree};

use super::{Decoder, MAX_SELECTION_DEPTH, Object, Shape};
use crate::charter::{ConclusionSelection, FactSelection, OutputKind, Selected};

impl Decoder {
    /// The name of a set, a list, or a selection.
    fn selected<S>(&mut self, tree: &Tree, path: &str, selection: impl FnOnce(&mut Self, &Tree, &str) -> S) -> Selected<S> {
        match tree {
            Tree::Text(_) => {
                let name = self.text_of(tree, path);
                if name.contains(':') {
                    self.mismatch(path, "this is an id: a single one stands in a list, `[kind:name]`".into());
                }
                Selected::Set(name)
            }
            Tree::List(items) => {
                if items.is_empty() {
                    self.mismatch(path, "the list has at least one entry".into());
                }
                Selected::List(self.list_of(tree, path, Self::text_of))
            }
            Tree::Map(_) => Selected::Selection(Box::new(selection(self, tree, path))),
            _ => {
                self.wrong(path, "the name of a set, a list of names, or a selection");
                Selected::List(Vec::new())
            }
        }
    }

    pub(super) fn some_facts(&mut self, tree: &Tree, path: &str, depth: usize) -> Selected<FactSelection> {
        self.selected(tree, path, |decoder, tree, path| decoder.fact_selection(tree, path, depth))
    }

    pub(super) fn some_conclusions(&mut self, tree: &Tree, path: &str, depth: usize) -> Selected<ConclusionSelection> {
        self.selected(tree, path, |decoder, tree, path| decoder.conclusion_selection(tree, path, depth))
    }

    /// A selection of facts under a key that has to be there.
    pub(super) fn facts(&mut self, object: Object<'_>, key: &str) -> Selected<FactSelection> {
        let tree = self.required(object, key);
        tree.map_or_else(|| Selected::List(Vec::new()), |tree| self.some_facts(tree, &object.path(key), 0))
    }

    /// A selection of conclusions under a key that has to be there.
    pub(super) fn conclusions(&mut self, object: Object<'_>, key: &str) -> Selected<ConclusionSelection> {
        let tree = self.required(object, key);
        tree.map_or_else(|| Selected::List(Vec::new()), |tree| self.some_conclusions(tree, &object.path(key), 0))
    }

    /// A selection of conclusions under a key that may be absent.
    pub(super) fn optional_conclusions(&mut self, object: Object<'_>, key: &str) -> Option<Selected<ConclusionSelection>> {
        object.get(key).map(|tree| self.some_conclusions(tree, &object.path(key), 0))
    }

    fn too_deep(&mut self, path: &str, depth: usize) -> bool {
        let too_deep = depth >= MAX_SELECTION_DEPTH;
        if too_deep {
            self.error(path, LoadErrorCode::Limit { what: "levels of a selection", limit: MAX_SELECTION_DEPTH });
        }
        too_deep
    }

    pub(super) fn fact_selection(&mut self, tree: &Tree, path: &str, depth: usize) -> FactSelection {
        if self.too_deep(path, depth) {
            return FactSelection::default();
        }
        let object = self.object(tree, path, &["all", "shielded", "groups", "names", "include", "except"]);
        let selection = FactSelection {
            all: self.flag(object, "all"),
            shielded: self.flag(object, "shielded"),
            groups: self.optional_texts(object, "groups"),
            names: self.optional_texts(object, "names"),
            include: self.optional_texts(object, "include"),
            except: object.get("except").map(|tree| self.some_facts(tree, &object.path("except"), depth + 1)),
        };
        let names = [&selection.groups, &selection.names, &selection.include];
        if matches!(tree, Tree::Map(_)) && !selection.all && !selection.shielded && names.into_iter().all(Vec::is_empty) {
            let reason = "the selection names nothing: use `all`, `shielded`, `groups`, `names` or `include`".into();
            self.mismatch(path, reason);
        }
        selection
    }

    pub(super) fn conclusion_selection(&mut self, tree: &Tree, path: &str, depth: usize) -> ConclusionSelection {
        if self.too_deep(path, depth) {
            return ConclusionSelection::default();
        }
        let keys = ["kinds", "ids", "facts", "include", "except", "not_reading", "core"];
        let object = self.object(tree, path, &keys);
        let kinds = object.get("kinds").map_or_else(Vec::new, |tree| {
            self.list_of(tree, &object.path("kinds"), Self::output_kind).into_iter().flatten().collect()
        });
        let selection = ConclusionSelection {
            kinds,
            ids: self.optional_texts(object, "ids"),
            facts: self.optional_texts(object, "facts"),
            include: self.optional_texts(object, "include"),
            except: object.get("except").map(|tree| self.some_conclusions(tree, &object.path("except"), depth + 1)),
            not_reading: self.optional_texts(object, "not_reading"),
            core: self.flag(object, "core"),
        };
        let written = ["kinds", "ids", "facts", "include"].iter().any(|key| object.get(key).is_some());
        if matches!(tree, Tree::Map(_)) && !written {
            self.mismatch(path, "the selection names nothing: use `kinds`, `ids`, `facts` or `include`".into());
        }
        selection
    }

    pub(super) fn output_kind(&mut self, tree: &Tree, path: &str) -> Option<OutputKind> {
        let word = self.text_of(tree, path);
        let found = OutputKind::ALL.iter().copied().find(|kind| kind.as_str() == word);
        if found.is_none() && !word.is_empty() {
            let accepted = OutputKind::ALL.iter().map(|kind| kind.as_str().to_string()).collect();
            self.error(path, LoadErrorCode::UnknownWord { what: "kind of conclusion", accepted });
        }
        found
    }
}
