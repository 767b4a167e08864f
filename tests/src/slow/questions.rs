//! What should be asked next: the open facts on which an open outcome depends.

use std::collections::HashMap;

use super::Set;
use super::catalogue::Fact;
use super::open::Open;
use super::record::Case;

/// The stages of the interview in their order.
const STAGES: [&str; 7] = ["first", "setting", "seen", "situation", "need", "wish", "file"];

/// What an answer may change, in the order of the decision.
const KINDS: [&str; 6] = ["status", "entitlement", "prohibition", "obligation", "refer", "violation"];

/// A fact to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name of the fact.
    pub fact: String,
    /// The stage of the interview.
    pub ask: String,
    /// How much the question may hurt.
    pub sensitivity: String,
    /// The facts to settle before this one may be asked.
    pub after: Vec<&'static str>,
    /// The kinds of outcome that depend on the answer.
    pub may_change: Vec<&'static str>,
}

/// The questions in interview order.
#[must_use]
pub fn questions(case: &Case<'_>) -> Vec<Question> {
    let depends_on = dependencies_by_kind(case);
    let mut questions = Vec::new();
    for (place, fact) in in_interview_order(case) {
        let may_change: Vec<&'static str> = KINDS.into_iter().filter(|kind| depends_on[kind].has(place)).collect();
        let may_be_asked = !case.is_given(place) && !case.declined.has(place) && fact.ask != "never";
        if may_be_asked && !may_change.is_empty() {
            questions.push(Question {
                fact: fact.name.clone(),
                ask: fact.ask.clone(),
                sensitivity: fact.sensitivity.clone(),
                after: after(case, &fact.ask),
                may_change,
            });
        }
    }
    questions
}

fn in_interview_order<'a>(case: &Case<'a>) -> Vec<(usize, &'a Fact)> {
    let mut facts: Vec<(usize, &Fact)> = case.catalogue.facts.iter().enumerate().collect();
    facts.sort_by_key(|(_, fact)| {
        let stage = STAGES.iter().position(|stage| *stage == fact.ask);
        (stage, fact.interview_rank)
    });
    facts
}

/// For each kind of outcome the open facts on which some outcome of that kind depends. An outcome
/// that is settled depends on none.
fn dependencies_by_kind(case: &Case<'_>) -> HashMap<&'static str, Set> {
    let open = Open::for_questions(case);
    let rules = &case.catalogue.rules;
    let status = case.catalogue.vocabulary.fact("status");

    let mut outcomes: Vec<(&str, Set)> = vec![("status", open.dependencies_of_fact(status))];
    for rule in rules {
        for conclusion in rule.conclusions() {
            outcomes.push((&conclusion.kind, open.dependencies(&rule.condition)));
        }
    }
    for event in &case.events {
        let breach = &rules[event.rule].breach;
        outcomes.push(("violation", open.dependencies(breach)));
    }
    for implied in &case.catalogue.implied {
        let breach = &rules[implied.rule].breach;
        outcomes.push(("violation", open.dependencies(&implied.condition)));
        outcomes.push(("violation", open.dependencies(breach)));
    }

    let of_kind = |wanted: &str| -> Set {
        outcomes.iter().filter(|(kind, _)| *kind == wanted).map(|(_, depends_on)| *depends_on).fold(Set::EMPTY, Set::union)
    };
    KINDS.map(|kind| (kind, of_kind(kind))).into()
}

/// What has to be settled before a question of this stage may be asked of the person.
fn after(case: &Case<'_>, ask: &str) -> Vec<&'static str> {
    let mut needed = match ask {
        "situation" | "need" => vec!["understood_language_used", "safe_space_given", "rights_explained"],
        "wish" => vec!["understood_language_used", "safe_space_given", "rights_explained", "time_given"],
        _ => return Vec::new(),
    };
    needed.retain(|fact| case.word(fact) != "yes");
    if case.word("screening_declined") == "yes" {
        needed.push("screening_declined");
    }
    needed
}
