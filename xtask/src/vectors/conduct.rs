//! Every conduct code, as whatever it can be in a decision.

use palermo_tests::{
    random::small_facts,
    slow::{Condition, Rule},
};
use serde_json::Value;

use super::{
    Expected, Part, Vector,
    record::{ACTORS, CERTAINTIES, Event, record},
};

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let rules: Vec<&Rule> = expected.slow.rules().iter().filter(|rule| rule.code.is_some()).collect();
    let groups = groups(expected, &rules);
    let mut vectors = Vec::new();
    for group in &groups {
        vectors.push(violated(expected, group)?);
    }
    for (turn, first) in CERTAINTIES.into_iter().enumerate() {
        vectors.push(waiting(expected, &rules, turn, first)?);
    }
    for implied in &expected.catalogue().implied {
        vectors.extend(implied_by_facts(expected, implied)?);
    }
    vectors.extend(orders(expected, &rules)?);
    Ok(vectors)
}

/// Rules that can all be broken in one case, with the facts of such a case.
struct Group<'e> {
    rules: Vec<&'e Rule>,
    facts: Vec<(String, Value)>,
}

/// Puts each rule into the first group into which it fits.
fn groups<'e>(expected: &Expected<'_>, rules: &[&'e Rule]) -> Vec<Group<'e>> {
    let mut groups: Vec<Group<'e>> = Vec::new();
    for rule in rules {
        let fits = groups.iter_mut().any(|group| {
            let with: Vec<&Rule> = group.rules.iter().chain([rule]).copied().collect();
            let Some(facts) = all_broken(expected, &with) else { return false };
            *group = Group { rules: with, facts };
            true
        });
        if !fits && let Some(facts) = all_broken(expected, &[rule]) {
            groups.push(Group { rules: vec![rule], facts });
        }
    }
    groups
}

/// Facts with which the breach condition of every one of the rules holds.
fn all_broken(expected: &Expected<'_>, rules: &[&Rule]) -> Option<Vec<(String, Value)>> {
    let condition = Condition::All(rules.iter().map(|rule| rule.breach.clone()).collect());
    let holds = |record: &Value| condition.holds(&expected.slow.case(record).values);
    small_facts(expected.catalogue(), &condition, holds)
}

fn code(rule: &Rule) -> String {
    rule.code.clone().unwrap_or_default()
}

fn first_code(rules: &[&Rule]) -> String {
    rules.first().map(|rule| code(rule).replace('_', "-")).unwrap_or_default()
}

fn first_conclusion(rules: &[&Rule]) -> String {
    rules.iter().flat_map(|rule| rule.conclusions()).next().map_or_else(|| "status".to_string(), |first| first.id.clone())
}

/// Events of all the rules, the certainties by turns; every tenth event has no actor.
fn events(rules: &[&Rule], certainties: &[&'static str]) -> Vec<Event> {
    let actors = ACTORS.into_iter().map(Some).chain([None]).cycle();
    let turns = certainties.iter().cycle().zip(actors);
    rules.iter().zip(turns).map(|(rule, (certainty, actor))| Event { code: code(rule), actor, certainty }).collect()
}

/// Each code twice: as something that happened or is alleged, and as something that is planned or ruled out.
fn violated(expected: &Expected<'_>, group: &Group<'_>) -> Result<Vector, String> {
    let mut conduct = events(&group.rules, &["established", "alleged"]);
    conduct.extend(events(&group.rules, &["planned", "planned", "ruled_out"]));
    let text = record(&group.facts, &[], &conduct);
    let id = format!("conduct/violation/{}", first_code(&group.rules));
    let about = "Conduct that breaks rules that can be broken in one case, established and alleged by turns; then the same codes \
                 planned, which is pending, and ruled out, which is listed nowhere and takes nothing back.";
    let vector = expected.vector(id, about, &[], text, &first_conclusion(&group.rules))?;
    Ok(vector.with_only(&[Part::Decision, Part::Compact, Part::Explanation, Part::Report]))
}

/// All codes while nothing is known, the certainties by turns.
fn waiting(expected: &Expected<'_>, rules: &[&Rule], turn: usize, first: &str) -> Result<Vector, String> {
    let certainties: Vec<&'static str> = CERTAINTIES.into_iter().cycle().skip(turn).take(CERTAINTIES.len()).collect();
    let text = record(&[], &[], &events(rules, &certainties));
    let id = format!("conduct/waiting/{}", first.replace('_', "-"));
    let about = format!(
        "Every conduct code while nothing is known, the certainties by turns, beginning with {first}: what depends on facts \
         waits for them."
    );
    Ok(expected.vector(id, about, &[], text, "status")?.with_only(&[Part::Decision, Part::Report]))
}

/// Conduct that the facts imply: alone, with an event that says the same, with one that says less, and ruled out.
fn implied_by_facts(expected: &Expected<'_>, implied: &palermo_tests::slow::Implied) -> Result<Vec<Vector>, String> {
    let rule = expected.slow.rules().get(implied.rule).ok_or("an implied code is of a rule")?;
    let condition = Condition::All(vec![implied.condition.clone(), rule.breach.clone()]);
    let holds = |record: &Value| condition.holds(&expected.slow.case(record).values);
    let facts = small_facts(expected.catalogue(), &condition, holds).ok_or_else(|| format!("nothing implies {}", code(rule)))?;
    let event = |certainty, actor| vec![Event { code: code(rule), actor, certainty }];
    let cases = [
        ("alone", "and no event records it: it counts as established", Vec::new()),
        ("established", "and an event establishes it: it is listed once, with its actor", event("established", Some("state"))),
        ("alleged", "and an event alleges it: both are listed", event("alleged", Some("police"))),
        ("planned", "and an event announces it: one is a violation, the other pending", event("planned", None)),
        ("ruled-out", "but an event rules it out: it is listed nowhere", event("ruled_out", None)),
    ];
    let name = code(rule).replace('_', "-");
    cases
        .into_iter()
        .map(|(kind, how, events)| {
            let text = record(&facts, &[], &events);
            let about = format!("The facts imply the conduct {}, {how}.", code(rule));
            let vector =
                expected.vector(format!("conduct/implied/{name}/{kind}"), about, &[], text, &first_conclusion(&[rule]))?;
            // Only what is planned shows in the whole decision alone.
            let shown: &[Part] = if kind == "planned" { &[Part::Decision] } else { &[Part::Compact, Part::Report] };
            Ok(vector.with_only(shown))
        })
        .collect()
}

/// The order of events: by rule, then as the record has them.
fn orders(expected: &Expected<'_>, rules: &[&Rule]) -> Result<Vec<Vector>, String> {
    let some: Vec<&Rule> = rules.iter().step_by(9).copied().collect();
    let mut backwards = events(&some, &CERTAINTIES);
    backwards.reverse();
    let deported = |actor, certainty| Event { code: "deported".to_string(), actor, certainty };
    let twice = [
        deported(Some("state"), "alleged"),
        deported(Some("police"), "established"),
        deported(None, "established"),
        deported(Some("police"), "established"),
        deported(Some("embassy"), "ruled_out"),
        deported(Some("other"), "planned"),
    ];
    let recognised = [("identification_result".to_string(), Value::from("recognised"))];
    Ok(vec![
        expected.vector(
            "conduct/order/backwards",
            "Events against the order of the catalogue: the decision lists them in that order.",
            &[],
            record(&recognised, &[], &backwards),
            "prohibition:deport",
        )?,
        expected.vector(
            "conduct/order/one-code-often",
            "One code several times, some of it alike: each event is listed, in the order of the record.",
            &[],
            record(&recognised, &[], &twice),
            "prohibition:deport",
        )?,
    ])
}
