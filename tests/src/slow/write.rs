//! Writes the decision as canonical JSON: the design's key order, no spaces.

use super::conclusions::{conclusions, referrals, shielded, status_rules};
use super::conduct::{Violation, pending, violations};
use super::questions::{Question, questions};
use super::record::Case;

/// The whole decision. `standard` is the JSON text of its member `standard`.
#[must_use]
pub fn decision(case: &Case<'_>, standard: &str) -> String {
    object([
        ("reference", case.reference.as_deref().map(string)),
        ("standard", Some(standard.to_owned())),
        ("status", Some(string(case.word("status")))),
        ("status_rules", Some(strings(status_rules(case)))),
        ("elements", Some(elements(case))),
        ("child", Some(string(case.word("child_status")))),
        ("child_when_trafficked", Some(string(case.word("child_when_trafficked")))),
        (
            "conclusions",
            Some(list(conclusions(case).iter().map(|conclusion| {
                object([
                    ("id", Some(string(&conclusion.id))),
                    ("kind", Some(string(&conclusion.kind))),
                    ("rules", Some(strings(&conclusion.rules))),
                    ("bearers", Some(strings(&conclusion.bearers))),
                ])
            }))),
        ),
        ("violations", Some(list(violations(case).iter().map(violation)))),
        (
            "pending",
            Some(list(pending(case).iter().map(|pending| {
                object([
                    ("code", Some(string(&pending.code))),
                    ("rule", Some(string(&pending.rule))),
                    ("actor", pending.actor.as_deref().map(string)),
                    ("certainty", Some(string(&pending.certainty))),
                    ("waits_for", Some(strings(&pending.waits_for))),
                ])
            }))),
        ),
        ("referrals", Some(list(referrals(case).iter().map(|(to, rules)| named("to", to, rules))))),
        ("questions", Some(question_list(&questions(case)))),
        ("shielded", Some(list(shielded(case).iter().map(|(fact, rules)| named("fact", fact, rules))))),
    ])
}

/// The compact form for bulk users.
#[must_use]
pub fn compact(case: &Case<'_>) -> String {
    object([
        ("reference", case.reference.as_deref().map(string)),
        ("status", Some(string(case.word("status")))),
        ("conclusions", Some(list(conclusions(case).iter().map(|conclusion| string(&conclusion.id))))),
        ("violations", Some(list(violations(case).iter().map(violation)))),
    ])
}

/// The questions as a list.
pub(super) fn question_list(questions: &[Question]) -> String {
    list(questions.iter().map(question))
}

fn elements(case: &Case<'_>) -> String {
    let word = |fact: &str| match case.word(fact) {
        "yes" => string("established"),
        "no" => string("not_met"),
        _ => string("open"),
    };
    object([
        ("act", Some(word("act_element"))),
        ("means", Some(word("means_element"))),
        ("purpose", Some(word("purpose_element"))),
    ])
}

fn violation(violation: &Violation) -> String {
    object([
        ("code", Some(string(&violation.code))),
        ("rule", Some(string(&violation.rule))),
        ("actor", violation.actor.as_deref().map(string)),
        ("certainty", Some(string(&violation.certainty))),
    ])
}

fn question(question: &Question) -> String {
    object([
        ("fact", Some(string(&question.fact))),
        ("ask", Some(string(&question.ask))),
        ("sensitivity", Some(string(&question.sensitivity))),
        ("after", (!question.after.is_empty()).then(|| strings(&question.after))),
        ("may_change", Some(strings(&question.may_change))),
    ])
}

fn named(key: &str, name: &str, rules: &[String]) -> String {
    object([(key, Some(string(name))), ("rules", Some(strings(rules)))])
}

/// A JSON object with the members in this order; a member without a value is left out.
pub(super) fn object<const N: usize>(members: [(&str, Option<String>); N]) -> String {
    let written: Vec<String> =
        members.into_iter().filter_map(|(key, value)| Some(format!("{}:{}", string(key), value?))).collect();
    format!("{{{}}}", written.join(","))
}

/// A JSON list of these texts.
pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// A JSON list of strings.
pub(super) fn strings<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    list(items.into_iter().map(|item| string(item.as_ref())))
}

/// A JSON string.
pub(super) fn string(text: &str) -> String {
    serde_json::to_string(text).expect("a string can always be written")
}
