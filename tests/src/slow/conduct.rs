//! What officials did: violations, the implied ones among them, and pending events.

use super::catalogue::Rule;
use super::condition::Reading;
use super::open::Open;
use super::record::{Case, Event};

/// The codes that count as established once identification is completed (catalogue, section 0).
pub const IMPLIED: [(&str, &str); 5] = [
    ("language_not_understood", "identification_completed = yes and understood_language_used = no"),
    ("no_time_or_safe_space", "identification_completed = yes and (time_given = no or safe_space_given = no)"),
    ("rights_not_explained", "identification_completed = yes and rights_explained = no"),
    ("police_only_identification", "identification_completed = yes and identification_by = police_only"),
    ("decision_without_written_standard", "identification_completed = yes and written_procedure_followed = no"),
];

/// A duty that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The conduct code.
    pub code: String,
    /// The id of the rule that it violates.
    pub rule: String,
    /// Who did it, if known.
    pub actor: Option<String>,
    /// `established` or `alleged`
    pub certainty: String,
}

/// Conduct that is no violation yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The conduct code.
    pub code: String,
    /// The id of the rule that it would violate.
    pub rule: String,
    /// Who did it or will, if known.
    pub actor: Option<String>,
    /// `planned`, `alleged` or `established`
    pub certainty: String,
    /// The unsettled facts that the breach condition names.
    pub waits_for: Vec<String>,
}

/// The events that are violations, and after them the implied ones.
#[must_use]
pub fn violations(case: &Case<'_>) -> Vec<Violation> {
    let recorded = in_rule_order(case).into_iter().filter(|event| is_violation(case, event)).map(|event| Violation {
        code: code(rule(case, event)),
        rule: rule(case, event).id.clone(),
        actor: event.actor.clone(),
        certainty: event.certainty.clone(),
    });
    let implied = case.catalogue.implied.iter().filter_map(|implied| {
        let rule = &case.catalogue.rules[implied.rule];
        let is_settled = case
            .events
            .iter()
            .any(|event| event.rule == implied.rule && ["established", "ruled_out"].contains(&event.certainty.as_str()));
        let holds = implied.condition.holds(&case.values) && rule.breach.holds(&case.values);
        (holds && !is_settled).then(|| Violation {
            code: code(rule),
            rule: rule.id.clone(),
            actor: None,
            certainty: "established".to_owned(),
        })
    });
    recorded.chain(implied).collect()
}

/// The events that are no violation but would be one: planned, or waiting for facts.
#[must_use]
pub fn pending(case: &Case<'_>) -> Vec<Pending> {
    let open = Open::for_pending(case);
    in_rule_order(case)
        .into_iter()
        .filter(|event| event.certainty != "ruled_out" && !is_violation(case, event))
        .filter_map(|event| {
            let rule = rule(case, event);
            let waits_for = if rule.breach.holds(&case.values) {
                Vec::new()
            } else if open.reading(&rule.breach) == Reading::Open {
                // The vocabulary holds input facts first, then the derived ones: so does this list.
                let unsettled = rule.breach.facts().members().filter(|&fact| open.is_open(fact));
                unsettled.map(|fact| case.catalogue.vocabulary.name(fact).to_owned()).collect()
            } else {
                return None;
            };
            Some(Pending {
                code: code(rule),
                rule: rule.id.clone(),
                actor: event.actor.clone(),
                certainty: event.certainty.clone(),
                waits_for,
            })
        })
        .collect()
}

fn is_violation(case: &Case<'_>, event: &Event) -> bool {
    let happened = ["established", "alleged"].contains(&event.certainty.as_str());
    happened && rule(case, event).breach.holds(&case.values)
}

/// The events in catalogue order of their rule, then in the record's order.
fn in_rule_order<'a>(case: &'a Case<'_>) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = case.events.iter().collect();
    events.sort_by_key(|event| event.rule);
    events
}

fn rule<'a>(case: &Case<'a>, event: &Event) -> &'a Rule {
    &case.catalogue.rules[event.rule]
}

fn code(rule: &Rule) -> String {
    rule.code.clone().expect("the rule of an event has a code")
}
