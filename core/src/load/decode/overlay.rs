//! Decodes overlays.

use alloc::{collections::BTreeMap, string::String};

use super::{Decoder, Object, Shape};
use crate::{
    load::Tree,
    rule_set::{AddedCitation, AddedMembers, AddedQuestions, InForce, NotCore, Overlay},
};

impl Decoder {
    pub(super) fn overlay(&mut self, tree: &Tree) -> Overlay {
        let keys = [
            "format",
            "id",
            "kind",
            "version",
            "extends",
            "title",
            "summary",
            "in_force",
            "instruments",
            "groups",
            "facts",
            "members",
            "interview",
            "urgency",
            "conduct",
            "situations",
            "rules",
            "citations",
            "not_core",
            "contested",
            "texts",
        ];
        let object = self.object(tree, "", &keys);
        Overlay {
            format: self.format(object),
            id: self.text(object, "id"),
            kind: self.kind(object, "kind"),
            version: self.text(object, "version"),
            extends: self.text(object, "extends"),
            title: self.text(object, "title"),
            summary: self.text(object, "summary"),
            in_force: self.part(object, "in_force", InForce { from: String::new(), to: None }, Self::in_force),
            instruments: self.list(object, "instruments", Self::instrument),
            groups: self.optional_texts(object, "groups"),
            facts: self.optional_list(object, "facts", Self::fact),
            members: self.optional_list(object, "members", Self::added_members),
            interview: self.optional_list(object, "interview", Self::added_questions),
            urgency: self.optional_texts(object, "urgency"),
            conduct: self.optional_list(object, "conduct", Self::conduct),
            situations: self.optional_list(object, "situations", Self::situation),
            rules: self.optional_list(object, "rules", Self::rule),
            citations: self.optional_list(object, "citations", Self::added_citation),
            not_core: self.optional_list(object, "not_core", Self::not_core),
            contested: self.optional_list(object, "contested", Self::contested),
            texts: self.optional_map(object, "texts", Self::text_entry),
        }
    }

    fn optional_map<T>(
        &mut self,
        object: Object<'_>,
        key: &str,
        item: impl FnMut(&mut Self, &Tree, &str) -> T,
    ) -> BTreeMap<String, T> {
        if object.get(key).is_some() { self.map(object, key, item) } else { BTreeMap::new() }
    }

    fn added_members(&mut self, tree: &Tree, path: &str) -> AddedMembers {
        let object = self.object(tree, path, &["set", "members"]);
        AddedMembers { set: self.text(object, "set"), members: self.list(object, "members", Self::member) }
    }

    fn added_questions(&mut self, tree: &Tree, path: &str) -> AddedQuestions {
        let object = self.object(tree, path, &["stage", "ask"]);
        AddedQuestions { stage: self.stage(object, "stage"), ask: self.texts(object, "ask") }
    }

    fn added_citation(&mut self, tree: &Tree, path: &str) -> AddedCitation {
        let object = self.object(tree, path, &["rule", "cite", "reading"]);
        let cite = self.required(object, "cite").unwrap_or(&Tree::Null);
        AddedCitation {
            rule: self.text(object, "rule"),
            cite: self.citation(cite, &object.path("cite")),
            reading: self.optional_text(object, "reading"),
        }
    }

    fn not_core(&mut self, tree: &Tree, path: &str) -> NotCore {
        let object = self.object(tree, path, &["conclusion", "reason"]);
        NotCore { conclusion: self.text(object, "conclusion"), reason: self.text(object, "reason") }
    }
}
