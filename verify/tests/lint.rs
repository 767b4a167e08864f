//! Each lint finds what was broken on purpose, and says nothing else of the standard than what is meant there.

use std::collections::BTreeSet;

use palermo::{
    IntakeRecord, Stage, Standard,
    rule_set::{Accepts, Condition, Rule, RuleSet, Value},
};
use palermo_tests::workspace;
use palermo_verify::{Facts, Finding, Lint, LintReport, lint};

type Tested = Result<(), Box<dyn std::error::Error>>;

/// What is found in the standard, and why it stays.
const EXPECTED: [(Lint, &str, &str); 10] = [
    // The source names the family's contract; the rule cites it, and the element has it among its members.
    (Lint::RuleSubsumed, "identification/family-contract-is-means", "identification/means-element"),
    // The rule adds a reason to the duty to establish age, and no conclusion of its own.
    (Lint::RuleSubsumed, "child/papers-do-not-settle-age", "child/duty-to-establish-age"),
    // Only a safe and complete identification closes a case, so each of these could do without the open case. The rows of the
    // catalogue say it, and a reader needs it.
    (Lint::LiteralIdle, "identification/independent-assessment", "open_case"),
    (Lint::LiteralIdle, "identification/deliver-time-and-space", "open_case"),
    (Lint::LiteralIdle, "identification/deliver-rights-information", "open_case"),
    (Lint::LiteralIdle, "identification/understood-language", "open_case"),
    (Lint::LiteralIdle, "protection/no-removal-before-screening", "open_case"),
    (Lint::LiteralIdle, "protection/no-penalty-before-screening", "open_case"),
    (Lint::LiteralIdle, "referral/safe-place", "open_case"),
    (Lint::LiteralIdle, "referral/independent-body", "open_case"),
];

fn see_2002() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

fn yes(fact: &str) -> Condition {
    Condition::Literal { fact: fact.into(), accepts: Accepts::OneOf(vec![Value::YesNo(true)]) }
}

fn no(fact: &str) -> Condition {
    Condition::Literal { fact: fact.into(), accepts: Accepts::OneOf(vec![Value::YesNo(false)]) }
}

fn rule<'r>(rule_set: &'r mut RuleSet, id: &str) -> Result<&'r mut Rule, Box<dyn std::error::Error>> {
    Ok(rule_set.rules.iter_mut().find(|rule| rule.id == id).ok_or("a rule of the standard")?)
}

fn known(finding: &Finding) -> (Lint, &str, &str) {
    let about = finding.other.as_deref().or(finding.literal.as_ref().map(|literal| literal.fact.as_str()));
    (finding.lint, &finding.subject, about.unwrap_or_default())
}

/// What is found beyond what is found in the standard.
fn fresh(rule_set: &RuleSet) -> Result<Vec<Finding>, Box<dyn std::error::Error>> {
    let LintReport { findings, undecided, .. } = lint(rule_set)?;
    assert!(undecided.is_empty());
    Ok(findings.into_iter().filter(|finding| !EXPECTED.contains(&known(finding))).collect())
}

/// The only new finding.
fn only(rule_set: &RuleSet) -> Result<Finding, Box<dyn std::error::Error>> {
    let mut found = fresh(rule_set)?;
    assert_eq!(found.len(), 1, "{found:?}");
    Ok(found.remove(0))
}

fn fired(rule_set: &RuleSet, facts: &Facts) -> Result<BTreeSet<String>, Box<dyn std::error::Error>> {
    let standard = Standard::from_rule_set(rule_set)?;
    let checked = standard.check(&IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() })?;
    Ok(checked.outcome().fired_rules().map(String::from).collect())
}

#[test]
fn of_the_standard_only_what_is_meant_is_found() -> Tested {
    let rule_set = see_2002()?;
    let report = lint(&rule_set)?;
    assert_eq!(report.findings.iter().map(known).collect::<Vec<_>>(), EXPECTED);
    assert!(report.undecided.is_empty() && report.rule_set.digest == Some(rule_set.digest()));
    for finding in &report.findings {
        let Some(other) = &finding.other else { continue };
        let fired = fired(&rule_set, finding.witness.as_ref().ok_or("a record in which the other fires alone")?)?;
        assert!(fired.contains(other) && !fired.contains(&finding.subject), "{finding:?}");
    }
    Ok(())
}

#[test]
fn a_rule_that_never_fires_is_found() -> Tested {
    let mut rule_set = see_2002()?;
    let shelter = rule(&mut rule_set, "assistance/shelter")?;
    let never = Condition::All(vec![yes("protected"), no("open_case")]);
    shelter.when = never.clone();
    shelter.breach.as_mut().ok_or("a breach")?.when = Some(never);
    let found = fresh(&rule_set)?;
    let found: BTreeSet<_> = found.iter().map(|finding| (finding.lint, finding.subject.as_str())).collect();
    for expected in [
        (Lint::RuleNeverFires, "assistance/shelter"),
        (Lint::BreachNever, "shelter_refused"),
        (Lint::LiteralIdle, "assistance/shelter"),
        (Lint::LiteralIdle, "shelter_refused"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert!(found.iter().all(|(_, subject)| ["assistance/shelter", "shelter_refused"].contains(subject)), "{found:?}");
    Ok(())
}

#[test]
fn a_rule_that_another_one_contains_is_found_and_a_duplicate_once() -> Tested {
    let mut rule_set = see_2002()?;
    let place = rule_set.rules.iter().position(|rule| rule.id == "assistance/shelter").ok_or("a rule")?;
    let mut again = rule_set.rules.get(place).ok_or("a rule")?.clone();
    again.id = "assistance/shelter-again".into();
    again.breach = None;
    again.cases = Vec::new();
    rule_set.rules.insert(place + 1, again);
    let finding = only(&rule_set)?;
    assert_eq!(known(&finding), (Lint::RuleDuplicate, "assistance/shelter-again", "assistance/shelter"));
    let both = fired(&rule_set, finding.witness.as_ref().ok_or("a record")?)?;
    assert!(both.contains("assistance/shelter") && both.contains("assistance/shelter-again"));

    let again = rule(&mut rule_set, "assistance/shelter-again")?;
    again.when = Condition::All(vec![yes("protected"), yes("immediate_danger")]);
    let finding = only(&rule_set)?;
    assert_eq!(known(&finding), (Lint::RuleSubsumed, "assistance/shelter-again", "assistance/shelter"));

    // With a conclusion of its own it says something.
    rule(&mut rule_set, "assistance/shelter-again")?.then.push("entitlement:medical-care".into());
    assert!(fresh(&rule_set)?.is_empty());
    Ok(())
}

#[test]
fn a_fact_that_nothing_reads_is_found_unless_it_is_shielded() -> Tested {
    let mut rule_set = see_2002()?;
    // A shielded fact that is never asked; once it is asked, it is a needless question, and unshielded a fact without use.
    let of = |rule_set: &mut RuleSet, shield: bool, ask: Stage| -> Option<()> {
        let fact = rule_set.facts.iter_mut().find(|fact| fact.name == "migration_status")?;
        (fact.shield, fact.ask) = (shield, ask);
        let own = |known: &&mut palermo::rule_set::Interview| known.stage == Stage::File;
        if ask == Stage::File && !rule_set.interview.iter().any(|stage| stage.ask.contains(&"migration_status".into())) {
            rule_set.interview.iter_mut().find(own)?.ask.push("migration_status".into());
        }
        Some(())
    };
    of(&mut rule_set, true, Stage::Never).ok_or("a fact")?;
    assert!(fresh(&rule_set)?.is_empty());
    of(&mut rule_set, true, Stage::File).ok_or("a fact")?;
    assert_eq!(known(&only(&rule_set)?), (Lint::QuestionNeedless, "migration_status", ""));
    of(&mut rule_set, false, Stage::File).ok_or("a fact")?;
    assert_eq!(known(&only(&rule_set)?), (Lint::FactUnread, "migration_status", ""));
    Ok(())
}

#[test]
fn a_question_that_is_read_and_changes_nothing_is_found() -> Tested {
    let mut rule_set = see_2002()?;
    // Only a duty that everybody is owed anyway reads the fact.
    let fact = "mission_involvement_alleged";
    let read = |condition: &Condition| serde_json::to_string(condition).is_ok_and(|text| text.contains(fact));
    for rule in rule_set
        .rules
        .iter_mut()
        .filter(|rule| read(&rule.when) || rule.breach.as_ref().and_then(|breach| breach.when.as_ref()).is_some_and(read))
    {
        rule.when = Condition::Any(vec![Condition::Always, yes(fact)]);
        rule.breach.iter_mut().for_each(|breach| breach.when = None);
    }
    let found = fresh(&rule_set)?;
    let needless: Vec<_> = found.iter().filter(|finding| finding.lint == Lint::QuestionNeedless).map(known).collect();
    assert_eq!(needless, [(Lint::QuestionNeedless, fact, "")]);
    // The literal never decides either.
    assert!(found.iter().any(|finding| finding.lint == Lint::LiteralIdle), "{found:?}");
    Ok(())
}

#[test]
fn conduct_that_is_never_implied_is_found() -> Tested {
    let mut rule_set = see_2002()?;
    let code = rule_set.conduct.iter_mut().find(|code| code.code == "rights_not_explained").ok_or("a code")?;
    code.implied_when = Some(Condition::All(vec![yes("rights_explained"), no("rights_explained")]));
    let found = fresh(&rule_set)?;
    assert!(found.iter().any(|finding| known(finding) == (Lint::ImpliedNever, "rights_not_explained", "")), "{found:?}");
    Ok(())
}

#[test]
fn a_member_that_changes_nothing_is_found() -> Tested {
    let mut rule_set = see_2002()?;
    let members = &mut rule_set.sets.iter_mut().find(|set| set.name == "purpose").ok_or("a set")?.members;
    // Takes part only where it counts anyway, and where it is denied takes no part.
    let member = members.iter_mut().find(|member| member.fact == "purpose_begging").ok_or("a member")?;
    member.when = Some(Condition::All(vec![yes("means_abduction"), no("means_abduction")]));
    let found = fresh(&rule_set)?;
    let members: Vec<_> = found.iter().filter(|finding| finding.lint == Lint::MemberIdle).collect();
    assert_eq!(members.len(), 1, "{found:?}");
    assert!(members.iter().all(|finding| finding.subject == "purpose" && finding.sentence.contains("purpose_begging")));
    Ok(())
}

#[test]
fn a_set_that_nothing_reads_is_found_and_its_members_are_not() -> Tested {
    // The practice takes the dictionary of the standard and looks at hardly anything of it.
    let report = lint(&RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON)?)?;
    let of = |lint: Lint| report.findings.iter().filter(move |finding| finding.lint == lint);
    let unread: Vec<_> = of(Lint::SetUnread).map(|finding| finding.subject.as_str()).collect();
    assert_eq!(unread, ["act", "means", "control", "purpose", "answered_in_safety"]);
    assert_eq!(of(Lint::MemberIdle).count(), 0);
    let facts: BTreeSet<_> = of(Lint::FactUnread).map(|finding| finding.subject.as_str()).collect();
    assert!(facts.contains("act_recruited") && facts.contains("means_force_or_threat"), "{facts:?}");
    Ok(())
}

/// The shipped overlays add nothing that is idle, and make nothing of the standard so.
#[test]
fn of_the_composed_overlays_nothing_more_is_found() -> Tested {
    let base = see_2002()?;
    let mut overlays = Vec::new();
    for id in workspace::OVERLAYS {
        overlays.push(palermo_compile::compile_overlay(&workspace::overlay(id), &base)?);
    }
    let found = fresh(&base.compose(&overlays)?)?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn the_codes_of_lints_are_those_of_json() -> Tested {
    for lint in Lint::ALL {
        assert_eq!(serde_json::to_value(lint)?, lint.as_str());
        assert!(!lint.advice().is_empty());
    }
    Ok(())
}

#[test]
fn what_people_read_without_words_is_found_once() -> Tested {
    let mut rule_set = see_2002()?;
    for id in ["entitlement:shelter", "conduct:shelter_refused", "family:assistance", "value:documents=none", "group:age"] {
        assert!(rule_set.texts.remove(id).is_some(), "{id}");
    }
    let found = fresh(&rule_set)?;
    assert!(found.iter().all(|finding| finding.lint == Lint::TextMissing));
    let subjects: Vec<&str> = found.iter().map(|finding| finding.subject.as_str()).collect();
    let expected = ["entitlement:shelter", "conduct:shelter_refused", "family:assistance", "group:age", "value:documents=none"];
    assert_eq!(subjects, expected);
    Ok(())
}
