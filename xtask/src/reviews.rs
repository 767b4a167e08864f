//! The reviews of `rules/reviews.yaml`, and whether each of them still stands.
//!
//! A review is of what was read. It lapses when its rule changes, and when something changes that the rule rests on and that
//! stands elsewhere: a set of facts that it names, the meaning of a fact that it reads, the text of what follows from it.

use std::collections::BTreeSet;

use palermo::rule_set::{CaseFacts, Condition, Rule, RuleSet};
use palermo_compile::{Review, SourceFile, read_reviews};

use crate::{files, published};

/// Where they stand.
const PATH: &str = "rules/reviews.yaml";

/// Reads every review; one that names what does not exist is an error.
pub(crate) fn all() -> Result<Vec<Review>, String> {
    let file = SourceFile { path: PATH.to_string(), text: files::read_text(&files::root().join(PATH))? };
    read_reviews(&file, &published::rules()?).map_err(|errors| errors.to_string())
}

/// Why a review no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lapsed {
    /// The rule itself has changed.
    Rule,
    /// The rule is the same, and these, on which it rests, are not.
    RestsOn(Vec<String>),
}

/// Whether a review of a rule in one version still says something about the rule in another; `None` where it stands.
pub(crate) fn lapsed(rule: &str, read: &RuleSet, present: &RuleSet) -> Option<Lapsed> {
    let [old, new] = [read, present].map(|set| set.rules.iter().find(|known| known.id == rule));
    let (Some(old), Some(new)) = (old, new) else { return Some(Lapsed::Rule) };
    if old != new {
        return Some(Lapsed::Rule);
    }
    let changed: Vec<String> =
        Rests::of(new, present).names.into_iter().filter(|name| part(name, read) != part(name, present)).collect();
    if changed.is_empty() { None } else { Some(Lapsed::RestsOn(changed)) }
}

/// What a rule rests on beyond its own file.
struct Rests<'s> {
    set: &'s RuleSet,
    names: BTreeSet<String>,
}

impl<'s> Rests<'s> {
    fn of(rule: &Rule, set: &'s RuleSet) -> Self {
        let mut rests = Self { set, names: BTreeSet::new() };
        rests.condition(&rule.when);
        rests.names.extend(rule.then.iter().map(|id| format!("text {id}")));
        if let Some(breach) = &rule.breach {
            rests.names.insert(format!("text conduct:{}", breach.code));
            rests.names.insert(format!("conduct {}", breach.code));
            if let Some(when) = &breach.when {
                rests.condition(when);
            }
        }
        for case in &rule.cases {
            for facts in [&case.fires, &case.silent, &case.breached, &case.not_breached].into_iter().flatten() {
                match facts {
                    CaseFacts::Situation(name) => rests.names.insert(format!("situation {name}")),
                    CaseFacts::Facts(_) => false,
                };
            }
        }
        rests
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Always | Condition::Otherwise => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part)),
            Condition::Literal { fact, .. } => {
                self.names.insert(format!("fact {fact}"));
            }
            Condition::AnyOf { set: name, .. } | Condition::AllOf { set: name, .. } => {
                if self.names.insert(format!("set {name}")) {
                    for member in self.set.sets.iter().filter(|set| set.name == *name).flat_map(|set| &set.members) {
                        self.names.insert(format!("fact {}", member.fact));
                        if let Some(when) = &member.when {
                            self.condition(when);
                        }
                    }
                }
            }
        }
    }
}

/// What a rule set says under a name of [`Rests`], as text that can be compared.
fn part(name: &str, set: &RuleSet) -> Option<String> {
    let (kind, name) = name.split_once(' ')?;
    let json = |part: Option<serde_json::Result<String>>| part.and_then(Result::ok);
    match kind {
        "set" => json(set.sets.iter().find(|known| known.name == name).map(serde_json::to_string)),
        "text" => json(set.texts.get(name).map(serde_json::to_string)),
        "conduct" => json(set.conduct.iter().find(|known| known.code == name).map(serde_json::to_string)),
        "situation" => json(set.situations.iter().find(|known| known.name == name).map(serde_json::to_string)),
        // Of a fact, what its values mean; how it is asked is no part of a rule.
        _ => {
            let input = set.facts.iter().find(|known| known.name == name);
            let input = input.map(|fact| serde_json::to_string(&(&fact.label, &fact.meaning, &fact.values, fact.shield)));
            json(input.or_else(|| set.derived.iter().find(|known| known.name == name).map(serde_json::to_string)))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

    use palermo::rule_set::{Member, RuleSet};

    use super::{Lapsed, all, lapsed};
    use crate::published;

    /// A rule that reads a set and a derived fact, and one that reads a derived fact alone.
    const NOT_MET: &str = "identification/means-not-met";
    const SHELTER: &str = "assistance/shelter";

    fn standard() -> RuleSet {
        published::newest("see-2002").expect("the standard is published")
    }

    /// What becomes of the reviews of both rules when the standard changes.
    fn after(change: impl FnOnce(&mut RuleSet)) -> [Option<Lapsed>; 2] {
        let read = standard();
        let mut present = read.clone();
        change(&mut present);
        [NOT_MET, SHELTER].map(|rule| lapsed(rule, &read, &present))
    }

    fn rests_on(name: &str) -> Lapsed {
        Lapsed::RestsOn(vec![name.to_string()])
    }

    #[test]
    fn the_shipped_reviews_are_read() {
        all().expect("the file is right");
    }

    #[test]
    fn a_review_stands_while_nothing_changes() {
        assert_eq!(after(|_| {}), [None, None]);
        // Another rule, another text, the way a fact is asked: not what was read.
        let elsewhere = after(|set| {
            set.rules.iter_mut().filter(|rule| rule.id == "assistance/legal").for_each(|rule| rule.reading = None);
            set.texts.remove("entitlement:legal-advice").expect("there is such a text");
            set.facts.iter_mut().for_each(|fact| fact.help.clear());
        });
        assert_eq!(elsewhere, [None, None]);
    }

    #[test]
    fn a_changed_rule_loses_its_review() {
        let word = after(|set| set.rules.iter_mut().filter(|rule| rule.id == SHELTER).for_each(|rule| rule.sentence.push('.')));
        assert_eq!(word, [None, Some(Lapsed::Rule)]);
        assert_eq!(after(|set| set.rules.retain(|rule| rule.id != NOT_MET)), [Some(Lapsed::Rule), None]);
    }

    #[test]
    fn a_rule_loses_its_review_with_what_it_rests_on() {
        let member = Member { fact: "trauma_signs".to_string(), when: None };
        let wider =
            after(|set| set.sets.iter_mut().filter(|set| set.name == "means").for_each(|set| set.members.push(member.clone())));
        assert_eq!(wider, [Some(rests_on("set means")), None]);
        let meaning = after(|set| {
            set.facts.iter_mut().filter(|fact| fact.name == "means_abduction").for_each(|fact| fact.meaning.push('.'));
        });
        assert_eq!(meaning, [Some(rests_on("fact means_abduction")), None]);
        let derived =
            after(|set| set.derived.iter_mut().filter(|fact| fact.name == "protected").for_each(|fact| fact.priority.clear()));
        assert_eq!(derived, [None, Some(rests_on("fact protected"))]);
        for text in ["entitlement:shelter", "conduct:shelter_refused"] {
            let text_changed = after(|set| set.texts.get_mut(text).expect("there is such a text").sentence.push('.'));
            assert_eq!(text_changed, [None, Some(rests_on(&format!("text {text}")))]);
        }
        let situation = after(|set| {
            let known = set.situations.iter_mut().filter(|situation| situation.name == "presumed-person");
            known.for_each(|situation| situation.facts.clear());
        });
        assert_eq!(situation, [None, Some(rests_on("situation presumed-person"))]);
    }
}
