//! Random valid intake records, the same for the same seed.
//!
//! Plain noise would almost never complete an identification or deny every member of an element, so
//! a record starts from one of several profiles; most of them make a chosen condition true and then
//! add noise to what the condition leaves free.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a generator of test data stops the test run at the first surprise"
)]

mod conduct;
mod reference;
mod satisfy;
mod small;
mod split_mix;

use serde_json::{Map, Value, json};

use crate::slow::{Catalogue, Condition, Fact, FactType, SlowEvaluator, parse};
use satisfy::{Draft, make};
pub use small::small_facts;
pub use split_mix::SplitMix64;

/// What a negative answer needs, in the catalogue's words.
const SAFETY: &str = "safe_space_given = yes and time_given = yes and rights_explained = yes and \
     understood_language_used = yes and identification_by in {independent, joint}";
const KNOWN_ADULT: &str = "child_when_trafficked = no";
const COMPLETED: &str = "identification_completed = yes";

/// An endless iterator over random records.
pub struct RandomRecords<'a> {
    catalogue: &'a Catalogue,
    random: SplitMix64,
}

impl<'a> RandomRecords<'a> {
    /// Records over the evaluator's facts and codes.
    #[must_use]
    pub fn new(evaluator: &'a SlowEvaluator, seed: u64) -> Self {
        Self { catalogue: evaluator.catalogue(), random: SplitMix64::new(seed) }
    }

    fn record(&mut self) -> Value {
        let (aim, mut draft) = self.profile();
        let density = *self.random.pick(&[0, 0, 5, 15, 40, 80]);
        self.add_noise(&mut draft, density);
        let declined = self.declined(&draft);

        let mut record = Map::new();
        record.insert("facts".to_owned(), self.facts(&draft));
        if !declined.is_empty() || self.random.chance(5) {
            record.insert("declined".to_owned(), declined.into());
        } else if self.random.chance(5) {
            record.insert("declined".to_owned(), Value::Null);
        }
        let events = conduct::events(self.catalogue, &mut self.random, aim);
        if !events.is_empty() || self.random.chance(5) {
            record.insert("conduct".to_owned(), events.into());
        }
        if self.random.chance(30) {
            record.insert("reference".to_owned(), reference::reference(&mut self.random).into());
        }
        record.into()
    }

    /// Where a record starts: the rule that it is aimed at, if any, and the facts that this needs.
    fn profile(&mut self) -> (Option<usize>, Draft) {
        match self.random.below(20) {
            0 => (None, self.nothing()),
            1 => (None, self.noise(10)),
            2 => (None, self.noise(80)),
            3 => (None, self.wanted(&["act_element = yes", "means_element = yes", "purpose_element = yes"])),
            4 => (None, self.denial()),
            5 => (None, self.unsafe_denial()),
            6 => (None, self.wanted(&["child_status in {child, presumed_child}", "open_case = yes"])),
            7 => (None, self.wanted_status()),
            8 => (None, self.procedure()),
            9..12 => self.aimed_at_breach(),
            _ => self.aimed_at_rule(),
        }
    }

    fn nothing(&self) -> Draft {
        vec![None; self.catalogue.facts.len()]
    }

    fn noise(&mut self, percent: u64) -> Draft {
        let mut draft = self.nothing();
        self.add_noise(&mut draft, percent);
        draft
    }

    fn add_noise(&mut self, draft: &mut Draft, percent: u64) {
        for (place, fact) in self.catalogue.facts.iter().enumerate() {
            if draft[place].is_none() && self.random.chance(percent) {
                draft[place] = Some(self.random.value(fact, fact.every_value()));
            }
        }
    }

    /// A complete identification in which one element, at least, is denied in safety.
    fn denial(&mut self) -> Draft {
        let element = *self.random.pick(&["act_element = no", "purpose_element = no", "means_element = no"]);
        let mut wanted = vec![COMPLETED, element];
        if element.starts_with("means") && self.random.chance(70) {
            wanted.push(KNOWN_ADULT);
        }
        if self.random.chance(70) {
            wanted.push("identification_result != recognised");
        }
        self.wanted(&wanted)
    }

    /// All members of an element denied, with one part of the safety missing.
    fn unsafe_denial(&mut self) -> Draft {
        let group = *self.random.pick(&["act_", "purpose_", "means_"]);
        let unsafe_answer = format!("not ({SAFETY})");
        let mut draft = self.wanted(&[COMPLETED, &unsafe_answer]);
        for (place, fact) in self.catalogue.facts.iter().enumerate() {
            let is_member = fact.name.starts_with(group) || (group == "means_" && fact.name.starts_with("ctrl_"));
            if is_member {
                draft[place] = fact.domain.iter().position(|value| value == "no");
            }
        }
        draft
    }

    fn wanted_status(&mut self) -> Draft {
        let status = *self.random.pick(&["identified", "presumed", "undetermined", "not_established"]);
        self.wanted(&[&format!("status = {status}")])
    }

    /// A completed identification about whose procedure much is known, mostly bad.
    fn procedure(&mut self) -> Draft {
        let mut wanted = vec![COMPLETED];
        for fault in [
            "understood_language_used = no",
            "time_given = no",
            "safe_space_given = no",
            "rights_explained = no",
            "identification_by = police_only",
            "written_procedure_followed = no",
        ] {
            if self.random.chance(60) {
                wanted.push(fault);
            }
        }
        self.wanted(&wanted)
    }

    fn aimed_at_rule(&mut self) -> (Option<usize>, Draft) {
        let aim = self.random.index(self.catalogue.rules.len());
        let condition = self.catalogue.rules[aim].condition.clone();
        (Some(aim), self.true_or_nothing(&condition, true))
    }

    /// Conduct whose breach condition holds, or surely does not, whatever the rule's own says.
    fn aimed_at_breach(&mut self) -> (Option<usize>, Draft) {
        let aim = self.random.index(self.catalogue.rules.len());
        let breach = self.catalogue.rules[aim].breach.clone();
        let holds = self.random.chance(70);
        (Some(aim), self.true_or_nothing(&breach, holds))
    }

    fn wanted(&mut self, conditions: &[&str]) -> Draft {
        let parsed = conditions.iter().map(|text| parse(text, &self.catalogue.vocabulary)).collect();
        self.true_or_nothing(&Condition::All(parsed), true)
    }

    /// A draft in which the condition holds (or not); the empty one where the walk finds none.
    fn true_or_nothing(&mut self, condition: &Condition, holds: bool) -> Draft {
        for _ in 0..20 {
            let mut draft = self.nothing();
            if make(self.catalogue, &mut self.random, condition, holds, &mut draft) {
                return draft;
            }
        }
        self.nothing()
    }

    /// Sometimes a few facts without a value, sometimes one of them twice.
    fn declined(&mut self, draft: &Draft) -> Vec<String> {
        if !self.random.chance(30) {
            return Vec::new();
        }
        let percent = *self.random.pick(&[3, 10, 60]);
        let mut declined = Vec::new();
        for (place, fact) in self.catalogue.facts.iter().enumerate() {
            let has_value = draft[place].is_some_and(|value| value != fact.unknown());
            if !has_value && self.random.chance(percent) {
                declined.push(fact.name.clone());
            }
        }
        if self.random.chance(10) {
            declined.extend(declined.first().cloned());
        }
        declined
    }

    fn facts(&mut self, draft: &Draft) -> Value {
        let mut facts = Map::new();
        for (fact, value) in self.catalogue.facts.iter().zip(draft) {
            if let Some(value) = value
                && let Some(written) = written(fact, *value, &mut self.random)
            {
                facts.insert(fact.name.clone(), written);
            }
        }
        facts.into()
    }
}

impl Iterator for RandomRecords<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        Some(self.record())
    }
}

/// The JSON of a value; an unknown one may be left out, null or, for an enum, the string `unknown`.
fn written(fact: &Fact, value: usize, random: &mut SplitMix64) -> Option<Value> {
    let word = fact.domain[value].as_str();
    match (fact.data_type, word) {
        (FactType::Enum, "unknown") if random.chance(50) => Some(json!("unknown")),
        (_, "unknown") => random.chance(50).then_some(Value::Null),
        (FactType::YesNo, _) => Some(json!(word == "yes")),
        (FactType::Enum, _) => Some(json!(word)),
        (FactType::Integer, _) => Some(json!(word.parse::<u32>().expect("an age is a number"))),
    }
}
