//! Decodes the forms of statements.

use std::collections::BTreeMap;

use palermo::{
    load::{LoadErrorCode, Tree},
    rule_set::Condition,
    vocabulary::Bearer,
};

use super::{Decoder, Object, Shape, pointer};
use crate::charter::{
    Always, AskedAfter, BorneBy, Compare, Exclusive, ForbiddenNames, Independent, Never, Numbers, SourceBullets, Statement,
    Strengthens, Structure, Test, UnknownKeeps, Which, statement::BijectionOf,
};

const FORMS: [&str; 12] = [
    "independent",
    "always",
    "never",
    "never_together",
    "unknown_keeps",
    "compare",
    "strengthens",
    "closure",
    "exclusive",
    "bijection",
    "structure",
    "shown_by",
];

/// Structures that are a word alone.
const WORDS: [(&str, Structure); 7] = [
    ("every_rule_cites", Structure::EveryRuleCites),
    ("every_duty_has_a_bearer", Structure::EveryDutyHasABearer),
    ("every_rule_can_fire", Structure::EveryRuleCanFire),
    ("every_duty_can_be_broken", Structure::EveryDutyCanBeBroken),
    ("conduct_is_a_forest", Structure::ConductIsAForest),
    ("overlays_only_add", Structure::OverlaysOnlyAdd),
    ("nothing_blocked_is_cited", Structure::NothingBlockedIsCited),
];

/// Structures that say more behind their key.
const KEYS: [&str; 10] = [
    "numbers",
    "not_read",
    "not_asked",
    "marked_as_shielded",
    "no_fact_named",
    "no_conclusion_named",
    "bullets",
    "borne_by",
    "asked_after",
    "told_as",
];

impl Decoder {
    /// The one key of a map and what stands under it.
    fn one_key<'t>(&mut self, tree: &'t Tree, path: &'t str, keys: &[&str], reason: &str) -> Option<(&'t str, &'t Tree, String)> {
        let object = self.open_object(tree, path);
        match object.entries {
            [(key, value)] if keys.contains(&key.as_str()) => Some((key, value, object.path(key))),
            [(key, _)] => {
                self.unknown_key(path, 0, key, keys);
                None
            }
            _ => {
                if matches!(tree, Tree::Map(_)) {
                    self.mismatch(path, reason.into());
                }
                None
            }
        }
    }

    pub(super) fn statement(&mut self, tree: &Tree, path: &str) -> Option<Statement> {
        let reason = "a statement has one form; put several as entries of `prove`";
        let (form, tree, path) = self.one_key(tree, path, &FORMS, reason)?;
        let path = path.as_str();
        Some(match form {
            "independent" => {
                let object = self.object(tree, path, &["conclusions", "facts"]);
                Statement::Independent(Independent {
                    conclusions: self.conclusions(object, "conclusions"),
                    facts: self.facts(object, "facts"),
                })
            }
            "always" => Statement::Always(self.always(tree, path)),
            "never" => {
                let object = self.object(tree, path, &["when", "concludes"]);
                Statement::Never(Never {
                    when: self.required_condition(object, "when"),
                    concludes: self.conclusions(object, "concludes"),
                })
            }
            "never_together" => Statement::NeverTogether(self.entries(tree, path, Self::pair)),
            "unknown_keeps" => {
                let object = self.object(tree, path, &["conclusions", "facts"]);
                Statement::UnknownKeeps(UnknownKeeps {
                    conclusions: self.conclusions(object, "conclusions"),
                    facts: self.facts(object, "facts"),
                })
            }
            "compare" => Statement::Compare(self.compare(tree, path)),
            "strengthens" => Statement::Strengthens(self.strengthens(tree, path)),
            "closure" => {
                let entries = self.open_object(tree, path).entries;
                if entries.is_empty() && matches!(tree, Tree::Map(_)) {
                    self.mismatch(path, "a closure has at least one entry, `conclusion: conclusion`".into());
                }
                let to = |(from, to): &(String, Tree)| (from.clone(), self.text_of(to, &pointer(path, from)));
                Statement::Closure(entries.iter().map(to).collect())
            }
            "exclusive" => Statement::Exclusive(self.entries(tree, path, Self::exclusive)),
            "bijection" => {
                let of = self.text_of(tree, path);
                if of != "conduct" && !of.is_empty() {
                    let accepted = vec!["conduct".to_string()];
                    self.error(path, LoadErrorCode::UnknownWord { what: "part of a rule set that can be bijective", accepted });
                }
                Statement::Bijection(BijectionOf::Conduct)
            }
            "structure" => Statement::Structure(self.structure(tree, path)?),
            _ => Statement::ShownBy(self.entries(tree, path, Self::test)),
        })
    }

    /// A list with at least one entry.
    fn entries<T>(&mut self, tree: &Tree, path: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        let entries = self.list_of(tree, path, item);
        if entries.is_empty() && matches!(tree, Tree::List(_)) {
            self.mismatch(path, "the list has at least one entry".into());
        }
        entries
    }

    fn required_condition(&mut self, object: Object<'_>, key: &str) -> Condition {
        self.required(object, key);
        self.condition(object, key).unwrap_or(Condition::Always)
    }

    fn always(&mut self, tree: &Tree, path: &str) -> Always {
        let object = self.object(tree, path, &["when", "holds", "concludes"]);
        let always = Always {
            when: self.required_condition(object, "when"),
            holds: self.condition(object, "holds"),
            concludes: self.optional_conclusions(object, "concludes"),
        };
        let written = ["holds", "concludes"].iter().any(|key| object.get(key).is_some());
        if !written && matches!(tree, Tree::Map(_)) {
            self.mismatch(path, "it says nothing: use `concludes`, `holds` or both".into());
        }
        always
    }

    fn pair(&mut self, tree: &Tree, path: &str) -> (String, String) {
        let ids = self.list_of(tree, path, Self::text_of);
        if let Ok([first, second]) = <[String; 2]>::try_from(ids) {
            return (first, second);
        }
        if matches!(tree, Tree::List(_)) {
            self.mismatch(path, "a pair has two conclusions".into());
        }
        (String::new(), String::new())
    }

    fn compare(&mut self, tree: &Tree, path: &str) -> Compare {
        let keys = ["change", "together", "from", "to", "when", "then_when", "where_equal", "keeps", "same", "then_holds"];
        let object = self.object(tree, path, &keys);
        let compare = Compare {
            change: self.facts(object, "change"),
            together: self.flag(object, "together"),
            from: self.which(object, "from"),
            to: self.which(object, "to"),
            when: self.condition(object, "when"),
            then_when: self.condition(object, "then_when"),
            where_equal: self.optional_texts(object, "where_equal"),
            keeps: self.optional_conclusions(object, "keeps"),
            same: self.optional_conclusions(object, "same"),
            then_holds: self.condition(object, "then_holds"),
        };
        let written = ["keeps", "same", "then_holds"].iter().any(|key| object.get(key).is_some());
        if !written && matches!(tree, Tree::Map(_)) {
            self.mismatch(path, "it says nothing of the second record: use `keeps`, `same` or `then_holds`".into());
        }
        compare
    }

    fn which(&mut self, object: Object<'_>, key: &str) -> Which {
        match object.get(key) {
            None => Which::Any,
            Some(Tree::Text(word)) if word == "any" => Which::Any,
            Some(Tree::Text(word)) if word == "known" => Which::Known,
            Some(tree) => self.accepts(tree, &object.path(key)).map_or(Which::Any, Which::Accepts),
        }
    }

    fn strengthens(&mut self, tree: &Tree, path: &str) -> Strengthens {
        let object = self.object(tree, path, &["conclusions", "statuses"]);
        let strengthens = Strengthens {
            conclusions: self.optional_conclusions(object, "conclusions"),
            statuses: self.optional_texts(object, "statuses"),
        };
        let written = ["conclusions", "statuses"].iter().any(|key| object.get(key).is_some());
        if !written && matches!(tree, Tree::Map(_)) {
            self.mismatch(path, "it says nothing: use `conclusions`, `statuses` or both".into());
        }
        strengthens
    }

    fn exclusive(&mut self, tree: &Tree, path: &str) -> Exclusive {
        let object = self.object(tree, path, &["fact", "values"]);
        let exclusive = Exclusive { fact: self.text(object, "fact"), values: self.some_texts(object, "values") };
        if exclusive.values.len() == 1 {
            self.mismatch(&object.path("values"), "at least two values exclude each other".into());
        }
        exclusive
    }

    fn test(&mut self, tree: &Tree, path: &str) -> Test {
        let object = self.object(tree, path, &["file", "test"]);
        Test { file: self.text(object, "file"), test: self.text(object, "test") }
    }

    fn structure(&mut self, tree: &Tree, path: &str) -> Option<Structure> {
        if let Tree::Text(word) = tree {
            let found = WORDS.iter().find(|(known, _)| known == word).map(|(_, structure)| structure.clone());
            if found.is_none() {
                let accepted = WORDS.iter().map(|(word, _)| *word).chain(KEYS).map(Into::into).collect();
                self.error(path, LoadErrorCode::UnknownWord { what: "property of a rule set", accepted });
            }
            return found;
        }
        let (key, tree, path) = self.one_key(tree, path, &KEYS, "a structure is one word, or one key with what it says")?;
        let path = path.as_str();
        Some(match key {
            "numbers" => {
                let object = self.object(tree, path, &["of", "allowed"]);
                Structure::Numbers(Numbers {
                    of: self.facts(object, "of"),
                    allowed: self.list(object, "allowed", Self::number_of),
                })
            }
            "not_read" => Structure::NotRead(self.some_facts(tree, path, 0)),
            "not_asked" => Structure::NotAsked(self.some_facts(tree, path, 0)),
            "marked_as_shielded" => Structure::MarkedAsShielded(self.some_facts(tree, path, 0)),
            "no_fact_named" => {
                let object = self.object(tree, path, &["words", "last_words", "values", "greatest_number"]);
                Structure::NoFactNamed(ForbiddenNames {
                    words: self.optional_texts(object, "words"),
                    last_words: self.optional_texts(object, "last_words"),
                    values: self.optional_texts(object, "values"),
                    greatest_number: object
                        .get("greatest_number")
                        .map(|tree| self.number_of(tree, &object.path("greatest_number"))),
                })
            }
            "no_conclusion_named" => {
                let object = self.object(tree, path, &["kinds", "words", "anywhere", "except"]);
                let kinds = self.list(object, "kinds", Self::output_kind);
                let (words, anywhere) = (self.optional_texts(object, "words"), self.optional_texts(object, "anywhere"));
                if matches!(tree, Tree::Map(_)) && words.is_empty() && anywhere.is_empty() {
                    self.mismatch(path, "it forbids no word: use `words`, `anywhere` or both".into());
                }
                let except = self.optional_texts(object, "except");
                Structure::NoConclusionNamed { kinds: kinds.into_iter().flatten().collect(), words, anywhere, except }
            }
            "borne_by" => Structure::BorneBy(self.entries(tree, path, Self::borne_by)),
            "asked_after" => Structure::AskedAfter(self.entries(tree, path, Self::asked_after)),
            "told_as" => {
                let entries = self.open_object(tree, path).entries;
                if entries.is_empty() && matches!(tree, Tree::Map(_)) {
                    self.mismatch(path, "it has at least one entry, `fact: { value: word }`".into());
                }
                let words = |(fact, tree): &(String, Tree)| {
                    let path = pointer(path, fact);
                    let words = self.open_object(tree, &path).entries.iter();
                    let words = words.map(|(value, tree)| (value.clone(), self.text_of(tree, &pointer(&path, value))));
                    (fact.clone(), words.collect())
                };
                Structure::ToldAs(entries.iter().map(words).collect())
            }
            _ => {
                let object = self.object(tree, path, &["carried", "waiting"]);
                Structure::Bullets(SourceBullets {
                    carried: self.some_texts(object, "carried"),
                    waiting: object.get("waiting").map_or_else(BTreeMap::new, |tree| self.lists(tree, &object.path("waiting"))),
                })
            }
        })
    }

    fn borne_by(&mut self, tree: &Tree, path: &str) -> BorneBy {
        let object = self.object(tree, path, &["bearers", "conclusions"]);
        let bearers = self.list(object, "bearers", |decoder, tree, path| {
            let word = decoder.text_of(tree, path);
            let found = Bearer::from_word(&word);
            if found.is_none() && !word.is_empty() {
                let accepted = Bearer::ALL.iter().map(ToString::to_string).collect();
                decoder.error(path, LoadErrorCode::UnknownWord { what: "bearer of a duty", accepted });
            }
            found
        });
        if bearers.is_empty() && matches!(object.get("bearers"), Some(Tree::List(_))) {
            self.mismatch(&object.path("bearers"), "the list has at least one entry".into());
        }
        BorneBy { bearers: bearers.into_iter().flatten().collect(), conclusions: self.conclusions(object, "conclusions") }
    }

    fn asked_after(&mut self, tree: &Tree, path: &str) -> AskedAfter {
        let object = self.object(tree, path, &["facts", "after", "not_while"]);
        AskedAfter {
            facts: self.facts(object, "facts"),
            after: self.some_texts(object, "after"),
            not_while: self.optional_texts(object, "not_while"),
        }
    }

    /// Lists of names under keys of any name.
    fn lists(&mut self, tree: &Tree, path: &str) -> BTreeMap<String, Vec<String>> {
        let entries = self.open_object(tree, path).entries;
        entries.iter().map(|(key, tree)| (key.clone(), self.list_of(tree, &pointer(path, key), Self::text_of))).collect()
    }
}
