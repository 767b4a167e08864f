//! The rule set says everything that the catalogue says: the same ids in the same order, the same sources, bearers,
//! derivations and codes; and no rule, fact or word lacks a part that somebody will read.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    Actor, Bearer, Certainty, ChildStatus, ConclusionKind, Effect, ElementState, Known, Sensitivity, Stage, Standard, Status,
    rule_set::{CaseFacts, Citation, Condition, Rule, RuleSet, Values},
    vocabulary::{Derivation, Modality},
};
use palermo_tests::{
    rows::{Row, rows},
    slow::SlowEvaluator,
    workspace,
};

fn rule_set() -> RuleSet {
    palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Each rule with its row of the catalogue.
fn rules_with_rows(rule_set: &RuleSet) -> Vec<(&Rule, Row)> {
    let rows = rows("case_rule");
    assert_eq!(rows.len(), rule_set.rules.len());
    rule_set.rules.iter().zip(rows).collect()
}

fn code_of(row: &Row) -> Option<&str> {
    row.cell("audit_fact").strip_prefix("audit_")
}

// The same things as the catalogue

#[test]
fn the_rule_set_has_the_catalogues_205_rules_in_their_order() {
    let rule_set = rule_set();
    let ids: Vec<&str> = rule_set.rules.iter().map(|rule| rule.id.as_str()).collect();
    let rows = rows("case_rule");
    assert_eq!(ids, rows.iter().map(|row| row.cell("id")).collect::<Vec<_>>());
    assert_eq!(ids.len(), 205);
}

#[test]
fn the_rule_set_has_the_catalogues_82_facts_in_their_order() {
    let rule_set = rule_set();
    let names: Vec<&str> = rule_set.facts.iter().map(|fact| fact.name.as_str()).collect();
    let rows = rows("fact");
    assert_eq!(names, rows.iter().map(|row| row.cell("id")).collect::<Vec<_>>());
    assert_eq!(names.len(), 82);
}

#[test]
fn the_rule_set_has_the_catalogues_140_conduct_codes_with_their_parents() {
    let rule_set = rule_set();
    let codes: Vec<(&str, &str)> =
        rule_set.conduct.iter().map(|code| (code.code.as_str(), code.parent.as_deref().unwrap_or_default())).collect();
    let rows = rows("audit_fact");
    let expected: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| (row.cell("id").strip_prefix("audit_").expect("an audit fact begins with `audit_`"), row.cell("parent")))
        .collect();
    assert_eq!(codes, expected);
    assert_eq!(codes.len(), 140);
}

#[test]
fn every_rule_has_the_consequences_of_its_row_and_no_other() {
    let rule_set = rule_set();
    for (rule, row) in rules_with_rows(&rule_set) {
        assert_eq!(rule.then, row.parts("consequence", ';').collect::<Vec<_>>(), "{}", rule.id);
    }
}

#[test]
fn the_conclusions_of_the_embedded_standard_are_those_of_the_catalogue() {
    let mut expected: Vec<String> = Vec::new();
    for row in rows("case_rule") {
        for id in row.parts("consequence", ';') {
            let is_conclusion = id.split_once(':').is_some_and(|(kind, _)| ConclusionKind::from_word(kind).is_some());
            if is_conclusion && !expected.iter().any(|known| known == id) {
                expected.push(id.to_owned());
            }
        }
    }
    let standard = Standard::see_2002();
    assert_eq!(standard.conclusions().collect::<Vec<_>>(), expected);
    assert!(expected.len() > 100, "only {} conclusions", expected.len());
}

#[test]
fn the_embedded_standard_is_what_the_sources_compile_to() {
    let rule_set = rule_set();
    assert_eq!(Standard::see_2002().digest(), rule_set.digest());
}

#[test]
fn modality_derivation_and_bearers_are_those_of_the_catalogue() {
    let rule_set = rule_set();
    let slow = SlowEvaluator::new();
    for ((rule, row), read) in rules_with_rows(&rule_set).into_iter().zip(slow.rules()) {
        assert_eq!(rule.modality.as_str(), row.cell("modality").replace('-', "_"), "{}", rule.id);
        let derivation = match row.cell("derivation") {
            "explicit" => Derivation::Explicit,
            "inverse of a criticised finding" => Derivation::Inverse,
            "incorporated by reference" => Derivation::Reference,
            "design inference" => Derivation::Design,
            other => panic!("{}: `{other}` is no derivation of the catalogue", rule.id),
        };
        assert_eq!(rule.derivation, derivation, "{}", rule.id);
        let mut bearers = rule.bearers.clone();
        bearers.sort_unstable();
        assert_eq!(bearers.iter().map(|bearer| bearer.as_str()).collect::<Vec<_>>(), read.bearers, "{}", rule.id);
    }
}

/// A citation in short: the anchor with its lines, or nothing for one by reference.
type Place = Option<(String, u32, u32)>;

/// `2.2.1 L388-392, L436-438; 1.5 L210` place by place; what names no lines is cited by reference.
fn places_of_cell(row: &Row) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut anchor = "";
    for part in row.parts("source_anchor", ';') {
        let lines_at = part.match_indices('L').map(|(at, _)| at).find(|at| {
            let before = part.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
            before && part.get(at + 1..).is_some_and(|after| after.starts_with(|first: char| first.is_ascii_digit()))
        });
        let Some((named, lines)) = lines_at.and_then(|at| part.split_at_checked(at)) else {
            places.push(None);
            continue;
        };
        if !named.is_empty() {
            anchor = named.trim();
        }
        for lines in lines.split_whitespace().filter_map(|lines| lines.strip_prefix('L')) {
            let lines = lines.trim_end_matches(',');
            let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
            let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("`{text}` is no line"));
            places.push(Some((anchor.to_owned(), number(first), number(last))));
        }
    }
    places
}

fn places_of(citations: &[Citation]) -> Vec<Place> {
    let place = |citation: &Citation| match citation {
        Citation::Source { at, lines } => Some((at.clone(), lines.first, lines.last)),
        Citation::Reference { .. } | Citation::Article { .. } => None,
    };
    citations.iter().map(place).collect()
}

#[test]
fn the_source_anchors_of_rules_and_facts_are_those_of_the_catalogue() {
    let rule_set = rule_set();
    for (rule, row) in rules_with_rows(&rule_set) {
        assert_eq!(places_of(&rule.source), places_of_cell(&row), "{}", rule.id);
    }
    for (fact, row) in rule_set.facts.iter().zip(rows("fact")) {
        assert_eq!(places_of(&fact.source), places_of_cell(&row), "{}", fact.name);
        for citation in &fact.source {
            if let Citation::Reference { by_reference } = citation {
                assert!(by_reference.len() > 10, "{}: `{by_reference}` names no instrument", fact.name);
            }
        }
    }
}

#[test]
fn every_rule_that_conduct_can_break_has_the_catalogues_code_and_condition() {
    let rule_set = rule_set();
    for (rule, row) in rules_with_rows(&rule_set) {
        assert_eq!(rule.breach.as_ref().map(|breach| breach.code.as_str()), code_of(&row), "{}", rule.id);
        let has_own_condition = rule.breach.as_ref().is_some_and(|breach| breach.when.is_some());
        let differs = !["", row.cell("condition")].contains(&row.cell("breach_condition"));
        assert_eq!(has_own_condition, differs, "{}", rule.id);
    }
    let implied: BTreeSet<&str> =
        rule_set.conduct.iter().filter(|code| code.implied_when.is_some()).map(|code| code.code.as_str()).collect();
    let expected = [
        "decision_without_written_standard",
        "language_not_understood",
        "no_time_or_safe_space",
        "police_only_identification",
        "rights_not_explained",
    ];
    assert_eq!(implied, BTreeSet::from(expected));
}

#[test]
fn the_facts_have_the_catalogues_values_stage_sensitivity_and_shield() {
    let rule_set = rule_set();
    for (fact, row) in rule_set.facts.iter().zip(rows("fact")) {
        let values = match &fact.values {
            Values::YesNo => "yes,no,unknown".to_owned(),
            Values::Choice(words) => format!("{},unknown", words.join(",")),
            Values::Years { from, to } => format!("{from}..{to},unknown"),
        };
        assert_eq!(values, row.cell("values"), "{}", fact.name);
        assert_eq!(fact.ask.as_str(), row.cell("ask"), "{}", fact.name);
        assert_eq!(fact.sensitivity.as_str(), row.cell("sensitivity").replace(' ', "_"), "{}", fact.name);
        assert_eq!(fact.shield, row.cell("shielded") == "yes", "{}", fact.name);
        // The catalogue's groups carry a letter before the name: `A age`.
        let group = row.cell("group").split_once(' ').map_or("", |(_, group)| group);
        assert!(group.starts_with(&fact.group), "{}: group {} is not {group}", fact.name, fact.group);
    }
}

#[test]
fn the_interview_order_is_the_catalogues() {
    let rule_set = rule_set();
    let asked: Vec<&str> = rule_set.interview.iter().flat_map(|stage| &stage.ask).map(String::as_str).collect();
    let mut expected: Vec<(u32, String)> = rows("fact")
        .iter()
        .filter_map(|row| Some((row.cell("interview_rank").parse().ok()?, row.cell("id").to_owned())))
        .collect();
    expected.sort();
    assert_eq!(asked, expected.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>());
    assert_eq!(asked.len(), 69);
    let stages: Vec<Stage> = rule_set.interview.iter().map(|stage| stage.stage).collect();
    assert!(stages.is_sorted(), "the stages are not in the order of the vocabulary");
}

// Nothing is missing

#[test]
fn every_rule_has_all_its_parts() {
    for rule in rule_set().rules {
        let id = &rule.id;
        assert!(rule.sentence.split_whitespace().count() >= 4, "{id}: no sentence");
        assert!(rule.sentence.ends_with('.'), "{id}: the sentence does not end");
        assert!(!rule.source.is_empty(), "{id}: no source");
        assert!(!rule.bearers.is_empty(), "{id}: no bearer");
        assert!(!rule.then.is_empty(), "{id}: nothing follows");
        assert!(!rule.cases.is_empty(), "{id}: no case");
        let unique: BTreeSet<_> = rule.bearers.iter().collect();
        assert_eq!(unique.len(), rule.bearers.len(), "{id}: a bearer stands twice");
        if rule.derivation == Derivation::Design {
            assert!(rule.reading.is_some(), "{id}: a rule of our own design says why in its `reading`");
        }
    }
}

#[test]
fn every_fact_has_label_meaning_question_and_help() {
    for fact in rule_set().facts {
        let name = &fact.name;
        for (part, text) in
            [("label", &fact.label), ("meaning", &fact.meaning), ("question", &fact.question), ("help", &fact.help)]
        {
            assert!(text.split_whitespace().count() >= 2, "{name}: no {part}");
        }
        assert!(!fact.known_by.is_empty(), "{name}: nobody can know it");
        assert!(!fact.source.is_empty(), "{name}: no source");
        if fact.ask == Stage::Never {
            assert!(fact.question.starts_with("Do not ask"), "{name}: {}", fact.question);
        } else {
            assert!(fact.question.ends_with('?'), "{name}: {}", fact.question);
        }
    }
}

fn ids<T: Copy>(prefix: &str, all: &[T], as_str: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|entry| format!("{prefix}:{}", as_str(*entry))).collect()
}

#[test]
fn everything_that_people_read_has_a_label_and_a_sentence() {
    let rule_set = rule_set();
    let mut expected: BTreeSet<String> = BTreeSet::new();
    // Conclusions, notes and destinations are consequences of rules.
    let told = |id: &&String| !id.starts_with("fact:");
    expected.extend(rule_set.rules.iter().flat_map(|rule| &rule.then).filter(told).cloned());
    expected.extend(rule_set.urgency.iter().map(|to| format!("refer:{to}")));
    expected.extend(rule_set.conduct.iter().map(|code| format!("conduct:{}", code.code)));
    for fact in &rule_set.facts {
        if let Values::Choice(words) = &fact.values {
            expected
                .extend(words.iter().map(String::as_str).chain(["unknown"]).map(|word| format!("value:{}={word}", fact.name)));
        }
    }
    expected.extend(ids("status", Status::ALL, Status::as_str));
    expected.extend(ids("element", ElementState::ALL, ElementState::as_str));
    expected.extend(ids("child", ChildStatus::ALL, ChildStatus::as_str));
    expected.extend(ids("child_when_trafficked", Known::ALL, Known::as_str));
    expected.extend(ids("bearer", Bearer::ALL, Bearer::as_str));
    expected.extend(ids("actor", Actor::ALL, Actor::as_str));
    expected.extend(ids("certainty", Certainty::ALL, Certainty::as_str));
    expected.extend(ids("stage", Stage::ALL, Stage::as_str));
    expected.extend(ids("sensitivity", Sensitivity::ALL, Sensitivity::as_str));
    expected.extend(ids("derivation", Derivation::ALL, Derivation::as_str));
    expected.extend(ids("modality", Modality::ALL, Modality::as_str));
    expected.extend(ids("kind", ConclusionKind::ALL, ConclusionKind::as_str));
    expected.extend(ids("kind", Effect::ALL, Effect::as_str));
    expected.extend(["yes", "no", "unknown"].map(|answer| format!("answer:{answer}")));
    expected.extend(rule_set.groups.iter().map(|group| format!("group:{group}")));
    expected.extend(rule_set.derived.iter().map(|fact| format!("derived:{}", fact.name)));
    expected.extend(rule_set.rules.iter().filter_map(|rule| Some(format!("family:{}", rule.id.split_once('/')?.0))));

    let missing: Vec<&String> = expected.iter().filter(|id| !rule_set.texts.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
    let standard = Standard::see_2002();
    for (id, text) in &rule_set.texts {
        assert!(!text.label.trim().is_empty(), "{id}: no label");
        assert!(text.label.chars().count() <= 60, "{id}: `{}` is too long for a label", text.label);
        assert!(text.sentence.split_whitespace().count() >= 3, "{id}: no sentence");
        assert!(text.sentence.ends_with(['.', '?']), "{id}: the sentence does not end: {}", text.sentence);
        assert_eq!(standard.text(id).as_ref(), Some(text), "{id}: the embedded text is another");
    }
}

#[test]
fn no_text_belongs_to_a_name_that_does_not_exist() {
    let rule_set = rule_set();
    let names: BTreeSet<String> = rule_set
        .rules
        .iter()
        .flat_map(|rule| rule.then.iter().cloned())
        .chain(rule_set.conduct.iter().map(|code| format!("conduct:{}", code.code)))
        .collect();
    let checked = ["entitlement:", "prohibition:", "obligation:", "refer:", "irrelevant:", "scope:", "basis:", "conduct:"];
    for id in rule_set.texts.keys().filter(|id| checked.iter().any(|prefix| id.starts_with(prefix))) {
        assert!(names.contains(id), "{id} is a text for nothing");
    }
    for id in rule_set.texts.keys().filter_map(|id| id.strip_prefix("value:")) {
        let (fact, value) = id.split_once('=').unwrap_or_default();
        let fact = rule_set.facts.iter().find(|known| known.name == fact);
        let has = matches!(fact.map(|fact| &fact.values), Some(Values::Choice(words)) if value == "unknown" || words.iter().any(|word| word == value));
        assert!(has, "value:{id} is a text for nothing");
    }
}

#[test]
fn the_35_contested_points_of_the_catalogue_stand_next_to_rules_that_exist() {
    let rule_set = rule_set();
    let points: Vec<&str> = rule_set.contested.iter().map(|point| point.id.as_str()).collect();
    assert_eq!(points, (1..=35).map(|number| format!("C-{number:02}")).collect::<Vec<_>>());
    let rows = rows("contested");
    assert_eq!(points, rows.iter().map(|row| row.cell("id")).collect::<Vec<_>>());
    for point in &rule_set.contested {
        for text in [&point.source_says, &point.contested, &point.treatment] {
            assert!(text.split_whitespace().count() >= 4, "{}: a part is missing", point.id);
        }
        for rule in &point.rules {
            assert!(rule_set.rules.iter().any(|known| known.id == *rule), "{}: there is no {rule}", point.id);
        }
    }
    // How tables were paired and where overlays are copied from: matters of the project, not of a rule.
    let without_rules = rule_set.contested.iter().filter(|point| point.rules.is_empty()).map(|point| point.id.as_str());
    assert_eq!(without_rules.collect::<Vec<_>>(), ["C-26", "C-31"]);
}

// Cases

/// How many literals a condition is written with; a quantifier over a set counts for its members.
fn literals(rule_set: &RuleSet, condition: &Condition) -> usize {
    match condition {
        Condition::Always | Condition::Otherwise => 0,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(|part| literals(rule_set, part)).sum(),
        Condition::AnyOf { set, .. } | Condition::AllOf { set, .. } => {
            rule_set.sets.iter().find(|known| known.name == *set).map_or(0, |set| set.members.len())
        }
        Condition::Literal { .. } => 1,
    }
}

/// What the cases of a rule show, and which of that is written out by hand.
#[derive(Default)]
struct Shown {
    kinds: BTreeSet<&'static str>,
    by_hand: BTreeSet<&'static str>,
    unknown_decides: bool,
}

fn shown(rule: &Rule) -> Shown {
    let mut shown = Shown::default();
    for case in &rule.cases {
        let kinds = [
            ("fires", &case.fires),
            ("silent", &case.silent),
            ("breached", &case.breached),
            ("not_breached", &case.not_breached),
        ];
        for (kind, facts) in kinds {
            if let Some(facts) = facts {
                shown.kinds.insert(kind);
                if matches!(facts, CaseFacts::Facts(_)) {
                    shown.by_hand.insert(kind);
                }
            }
        }
        shown.unknown_decides |= !case.unknown.is_empty();
    }
    shown
}

#[test]
fn every_rule_whose_condition_can_be_misread_has_cases_by_hand() {
    let rule_set = rule_set();
    let mut by_hand = 0;
    for rule in &rule_set.rules {
        let id = &rule.id;
        let shown = shown(rule);
        let breach_when = rule.breach.as_ref().and_then(|breach| breach.when.as_ref());
        let several = literals(&rule_set, &rule.when) > 1;
        if several {
            by_hand += 1;
            assert!(shown.kinds.contains("fires"), "{id}: no case in which it fires");
            assert!(shown.kinds.contains("silent"), "{id}: no case in which it is silent");
            assert!(!shown.by_hand.is_empty(), "{id}: every case is a situation by name");
            assert!(shown.unknown_decides, "{id}: no case in which an unknown decides");
        } else {
            assert!(shown.kinds.contains("fires") || rule.when == Condition::Otherwise, "{id}: no case in which it fires");
            let can_be_silent = rule.when != Condition::Always;
            assert!(!can_be_silent || shown.kinds.contains("silent"), "{id}: no case in which it is silent");
        }
        if let Some(when) = breach_when {
            assert!(shown.kinds.contains("breached"), "{id}: no case in which it is broken");
            if *when != Condition::Always {
                assert!(shown.kinds.contains("not_breached"), "{id}: no case in which conduct does not break it");
            }
        }
    }
    assert!(by_hand > 30, "only {by_hand} rules have more than one literal");
}

#[test]
fn every_situation_is_used_by_some_case() {
    let rule_set = rule_set();
    let mut used: BTreeMap<&str, usize> = rule_set.situations.iter().map(|situation| (situation.name.as_str(), 0)).collect();
    for case in rule_set.rules.iter().flat_map(|rule| &rule.cases) {
        for facts in [&case.fires, &case.silent, &case.breached, &case.not_breached].into_iter().flatten() {
            if let CaseFacts::Situation(name) = facts {
                *used.get_mut(name.as_str()).expect("the loader knows the situation") += 1;
            }
        }
    }
    assert!(!used.is_empty());
    assert!(used.values().all(|uses| *uses > 0), "{used:?}");
}
