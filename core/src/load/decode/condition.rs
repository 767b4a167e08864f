//! Decodes conditions.

use alloc::vec::Vec;

use super::{Decoder, Object, Shape};
use crate::{
    load::{LoadErrorCode, Tree},
    rule_set::{Accepts, Condition, Value},
};

/// How deep a condition may be nested.
const MAX_CONDITION_DEPTH: usize = 32;

impl Decoder {
    pub(super) fn optional_condition(&mut self, object: Object<'_>, key: &str) -> Option<Condition> {
        object.get(key).map(|tree| self.condition(tree, &object.path(key), 0))
    }

    pub(in crate::load) fn condition(&mut self, tree: &Tree, path: &str, depth: usize) -> Condition {
        if depth > MAX_CONDITION_DEPTH {
            self.error(path, LoadErrorCode::Limit { what: "levels of a condition", limit: MAX_CONDITION_DEPTH });
            return Condition::Always;
        }
        match tree {
            Tree::Text(word) if word == "always" => return Condition::Always,
            Tree::Text(word) if word == "otherwise" => return Condition::Otherwise,
            _ => {}
        }
        if !matches!(tree, Tree::Map(_)) {
            self.wrong(path, "a condition (`always`, `all`, `any`, or a fact with its values)");
            return Condition::Always;
        }
        let object = self.open_object(tree, path);
        match object.entries {
            [(key, parts)] if key == "all" => Condition::All(self.parts(parts, &object.path(key), depth)),
            [(key, parts)] if key == "any" => Condition::Any(self.parts(parts, &object.path(key), depth)),
            [(fact, accepts)] if !matches!(fact.as_str(), "any_of" | "all_of" | "is") => {
                Condition::Literal { fact: fact.clone(), accepts: self.accepts(accepts, &object.path(fact)) }
            }
            [_, _] if object.get("any_of").is_some() && object.get("is").is_some() => {
                Condition::AnyOf { set: self.text(object, "any_of"), is: self.accepted_values(object, "is") }
            }
            [_, _] if object.get("all_of").is_some() && object.get("is").is_some() => {
                Condition::AllOf { set: self.text(object, "all_of"), is: self.accepted_values(object, "is") }
            }
            _ => {
                let reason = "a condition has one fact, `all`, `any`, or a set with `is`; put several under `all` or `any`";
                self.error(path, LoadErrorCode::ImpossibleCondition { reason });
                Condition::Always
            }
        }
    }

    pub(super) fn parts(&mut self, tree: &Tree, path: &str, depth: usize) -> Vec<Condition> {
        let parts = self.list_of(tree, path, |decoder, tree, path| decoder.condition(tree, path, depth + 1));
        if parts.is_empty() {
            self.error(path, LoadErrorCode::ImpossibleCondition { reason: "`all` and `any` have at least one part" });
        }
        parts
    }

    pub(super) fn accepted_values(&mut self, object: Object<'_>, key: &str) -> Vec<Value> {
        let Some(tree) = object.get(key) else {
            return Vec::new();
        };
        let path = object.path(key);
        match tree {
            Tree::List(_) => self.list_of(tree, &path, Self::value),
            _ => Vec::from([self.value(tree, &path)]),
        }
    }

    pub(in crate::load) fn accepts(&mut self, tree: &Tree, path: &str) -> Accepts {
        match tree {
            Tree::List(_) => Accepts::OneOf(self.list_of(tree, path, Self::value)),
            Tree::Map(_) => {
                let object = self.object(tree, path, &["below", "at_least", "or_unknown"]);
                let or_unknown = self.flag(object, "or_unknown");
                match (object.get("below"), object.get("at_least")) {
                    (Some(_), None) => Accepts::Below { bound: self.number(object, "below"), or_unknown },
                    (None, Some(_)) => Accepts::AtLeast { bound: self.number(object, "at_least"), or_unknown },
                    _ => {
                        let reason = "a number is compared by either `below` or `at_least`";
                        self.error(path, LoadErrorCode::ImpossibleCondition { reason });
                        Accepts::OneOf(Vec::new())
                    }
                }
            }
            _ => Accepts::OneOf(Vec::from([self.value(tree, path)])),
        }
    }
}
