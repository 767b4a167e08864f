//! The overlays say everything that the catalogue says of them: each of its rows is a rule, a citation, or a line among those
//! that wait for a rule set about systems; what is doubtful is marked, what would weaken is left out, and nothing that somebody
//! will read is missing.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use palermo::{
    rule_set::{Citation, Condition, ContestedPoint, Fact, Overlay, RuleSet, Text, Values},
    vocabulary::{Confidence, Derivation},
};
use palermo_tests::{
    rows::{Row, rows},
    workspace,
};
use palermo_verify::{Domain, Model, NODE_LIMIT, Space};

fn base() -> RuleSet {
    palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"))
}

fn overlay(id: &str) -> Overlay {
    palermo_compile::compile_overlay(&workspace::overlay(id), &base()).unwrap_or_else(|errors| panic!("{errors}"))
}

/// Each overlay with its rows of the catalogue.
fn overlays() -> Vec<(Overlay, Vec<Row>)> {
    let of = |id: &str| rows("overlay_rule").into_iter().filter(|row| row.cell("instrument") == id).collect::<Vec<_>>();
    workspace::OVERLAYS.into_iter().map(|id| (overlay(id), of(id))).collect()
}

// Rows

/// What becomes of a row, by what it says itself under `effect`.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// The clause would weaken the standard.
    Ledger,
    /// It binds states and not a case.
    Waits,
    /// It says what the standard says already, or less.
    Cited,
    /// It adds something.
    Added,
}

fn fate(row: &Row) -> Fate {
    let effect = row.cell("effect");
    let begins = |words: &[&str]| words.iter().any(|word| effect.starts_with(word));
    if begins(&["DO NOT IMPORT"]) {
        Fate::Ledger
    } else if begins(&["new system dut", "system level"]) {
        Fate::Waits
    } else if begins(&["cite added", "cite for", "core ", "equal definition", "explicit basis of base"]) {
        Fate::Cited
    } else {
        Fate::Added
    }
}

/// An article in parts: `art. 4`, and of `(a)-(e)` the first and the last.
fn parts(article: &str) -> (&str, &str, &str) {
    let (number, rest) = article.split_once('(').unwrap_or((article, ""));
    let (first, last) = rest.split_once('-').unwrap_or((rest, rest));
    (number, first.trim_matches(['(', ')']), last.trim_matches(['(', ')']))
}

/// Whether an article that is cited is that of a row, or a part of it.
fn belongs(cited: &str, row: &Row) -> bool {
    let (number, first, last) = parts(row.cell("article"));
    let (cited_number, only, same) = parts(cited);
    let inside = cited_number == number && only == same && only.len() == 1 && (first..=last).contains(&only);
    cited == row.cell("article") || inside
}

/// The row of an article that is cited, and how sure the citation may be.
fn row_of<'r>(cited: &str, rows: &'r [Row]) -> Option<(&'r Row, Confidence)> {
    if let Some(row) = rows.iter().find(|row| belongs(cited, row)) {
        let confidence = match row.cell("confidence") {
            _ if row.cell("verification").contains("memory") => Confidence::Unverified,
            "high" => Confidence::High,
            "medium" => Confidence::Medium,
            other => panic!("`{other}` is no confidence of the catalogue"),
        };
        return Some((row, confidence));
    }
    // Named in passing, and so checked by nobody.
    let named = rows.iter().find(|row| row.cell("effect").contains(&format!("({cited})")))?;
    Some((named, Confidence::Unverified))
}

fn articles(citations: &[Citation]) -> impl Iterator<Item = (&str, Confidence)> {
    citations.iter().filter_map(|citation| match citation {
        Citation::Article { article, confidence, .. } => Some((article.as_str(), *confidence)),
        Citation::Source { .. } | Citation::Reference { .. } => None,
    })
}

/// Every article that an overlay cites, with the place where it does.
fn cited(overlay: &Overlay) -> Vec<(String, &Citation)> {
    let rules = overlay.rules.iter().flat_map(|rule| rule.source.iter().map(|citation| (rule.id.clone(), citation)));
    let facts = overlay.facts.iter().flat_map(|fact| fact.source.iter().map(|citation| (fact.name.clone(), citation)));
    let added = overlay.citations.iter().map(|added| (format!("the citation on {}", added.rule), &added.cite));
    rules.chain(facts).chain(added).collect()
}

#[test]
fn the_catalogue_has_22_and_34_rows_for_them() {
    let counted: Vec<(String, usize)> = overlays().into_iter().map(|(overlay, rows)| (overlay.id, rows.len())).collect();
    assert_eq!(counted, [("palermo-2000".to_owned(), 22), ("coe-2005".to_owned(), 34)]);
}

#[test]
fn every_row_that_adds_something_is_a_rule_with_all_its_consequences_and_facts() {
    let base = base();
    let base_facts: BTreeSet<&str> = base.facts.iter().map(|fact| fact.name.as_str()).collect();
    for (overlay, rows) in overlays() {
        for row in rows.iter().filter(|row| fate(row) == Fate::Added) {
            let id = row.cell("id");
            let cites_row = |source: &[Citation]| articles(source).any(|(article, _)| belongs(article, row));
            let own = overlay.rules.iter().filter(|rule| cites_row(&rule.source));
            let mut given: BTreeSet<&str> = own.flat_map(|rule| &rule.then).map(String::as_str).collect();
            assert!(!given.is_empty(), "{id}: no rule cites it");
            // What the standard gives already is cited there.
            let confirmed = overlay.citations.iter().filter(|added| cites_row(std::slice::from_ref(&added.cite)));
            let confirmed = confirmed.filter_map(|added| base.rules.iter().find(|rule| rule.id == added.rule));
            given.extend(confirmed.flat_map(|rule| &rule.then).map(String::as_str));
            for consequence in row.parts("consequence", ';') {
                assert!(given.contains(consequence), "{id}: nothing gives {consequence}");
            }
            for fact in row.parts("facts_needed", ';').filter(|fact| *fact != "none" && !base_facts.contains(fact)) {
                assert!(overlay.facts.iter().any(|known| known.name == fact), "{id}: there is no fact {fact}");
            }
        }
    }
}

#[test]
fn a_row_that_only_confirms_adds_a_citation_and_nothing_else() {
    let base = base();
    let given_by_base: BTreeSet<&String> = base.rules.iter().flat_map(|rule| &rule.then).collect();
    for (overlay, rows) in overlays() {
        let added: BTreeSet<&String> = overlay.rules.iter().flat_map(|rule| &rule.then).collect();
        for row in rows.iter().filter(|row| fate(row) == Fate::Cited) {
            let id = row.cell("id");
            let cites_row =
                |citation: &Citation| articles(std::slice::from_ref(citation)).any(|(article, _)| belongs(article, row));
            assert!(overlay.citations.iter().any(|added| cites_row(&added.cite)), "{id}: cited nowhere");
            let source_of = overlay.rules.iter().find(|rule| rule.source.iter().any(cites_row));
            assert!(source_of.is_none(), "{id}: {} has it as its source", source_of.map_or("", |rule| &rule.id));
            for consequence in row.parts("consequence", ';').map(str::to_owned) {
                let new = added.contains(&consequence) && !given_by_base.contains(&consequence);
                assert!(!new, "{id}: it adds {consequence}");
            }
            // A fact that only such a row names does not exist: nothing would read it.
            let facts: Vec<&Fact> = overlay.facts.iter().filter(|fact| fact.source.iter().any(cites_row)).collect();
            assert!(facts.is_empty(), "{id}: it adds facts");
        }
    }
}

#[test]
fn rows_that_bind_states_wait_in_a_comment_and_are_cited_by_nothing() {
    for (overlay, rows) in overlays() {
        let path = workspace::overlay(&overlay.id).join("overlay.yaml");
        let text = fs::read_to_string(&path).expect("the file can be read");
        let listed: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("#   art. ")?.split_once("  "))
            .map(|(article, _)| article.trim())
            .collect();
        let wait: BTreeSet<&str> = rows
            .iter()
            .filter(|row| fate(row) == Fate::Waits)
            .filter_map(|row| row.cell("article").strip_prefix("art. "))
            .collect();
        assert!(!wait.is_empty());
        assert_eq!(listed, wait, "{}", overlay.id);
        for row in rows.iter().filter(|row| fate(row) == Fate::Waits) {
            let found = cited(&overlay)
                .into_iter()
                .find(|(_, citation)| articles(std::slice::from_ref(citation)).any(|(article, _)| belongs(article, row)));
            assert!(found.is_none(), "{}: cited by {}", row.cell("id"), found.map_or(String::new(), |(place, _)| place));
        }
    }
}

#[test]
fn no_clause_that_would_weaken_is_cited() {
    let mut clauses = 0;
    for (overlay, rows) in overlays() {
        for row in rows.iter().filter(|row| fate(row) == Fate::Ledger) {
            clauses += 1;
            for (place, citation) in cited(&overlay) {
                for (article, _) in articles(std::slice::from_ref(citation)) {
                    let (number, ..) = parts(article);
                    let same = article == row.cell("article") || number == row.cell("article");
                    assert!(!same, "{place} cites {article}, which is not to be imported");
                }
            }
        }
    }
    assert_eq!(clauses, 3);
}

#[test]
fn every_citation_is_of_a_row_and_says_how_sure_it_is() {
    let mut unverified = 0;
    for (overlay, rows) in overlays() {
        for (place, citation) in cited(&overlay) {
            let Citation::Article { instrument, article, confidence } = citation else {
                panic!("{}: {place} cites no article", overlay.id);
            };
            assert_eq!(*instrument, overlay.id, "{place}");
            let (row, expected) =
                row_of(article, &rows).unwrap_or_else(|| panic!("{place}: no row of the catalogue has {article}"));
            assert_eq!(*confidence, expected, "{place} cites {article}, {}", row.cell("verification"));
            unverified += usize::from(expected == Confidence::Unverified);
        }
        assert!(overlay.citations.iter().all(|added| added.reading.is_some()), "{}: a citation says how it is read", overlay.id);
    }
    assert!(unverified > 15, "only {unverified} citations are marked as unverified");
}

#[test]
fn weaker_moods_are_named_where_they_are_left_out() {
    // What the catalogue warns of, and the words by which the rule or the citation says that it is not taken over.
    let traps = [
        ("palermo-2000/confidential-proceedings", "appropriate cases"),
        ("palermo-2000/material-assistance", "Considering is not taken over"),
        ("palermo-2000/return-safety-and-proceedings", "preferably voluntary"),
        ("coe-2005/labour-market-access", "lawfully resident"),
        ("coe-2005/return-with-dignity", "preferably voluntary"),
        ("coe-2005/no-penalty-for-compelled-acts", "possibility is not imported"),
        ("coe-2005/residence-permit", "Only the first is taken over"),
        ("coe-2005/lawful-data-processing", "never a licence"),
        ("coe-2005/recovery-and-reflection-period", "not imported"),
    ];
    let overlays = overlays();
    for (id, words) in traps {
        let rule = overlays.iter().flat_map(|(overlay, _)| &overlay.rules).find(|rule| rule.id == id);
        let reading = rule.and_then(|rule| rule.reading.as_ref()).unwrap_or_else(|| panic!("{id} has no reading"));
        let reading = reading.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(reading.contains(words), "{id}: {reading}");
    }
}

// Content

#[test]
fn every_rule_is_marked_as_our_design_with_its_reason_and_shown_by_cases() {
    for (overlay, _) in overlays() {
        for rule in &overlay.rules {
            let id = &rule.id;
            assert_eq!(rule.derivation, Derivation::Design, "{id}");
            assert!(rule.reading.as_ref().is_some_and(|reading| reading.split_whitespace().count() > 20), "{id}: no reason");
            assert!(rule.sentence.ends_with('.') && rule.sentence.split_whitespace().count() >= 4, "{id}: no sentence");
            assert!(!rule.bearers.is_empty() && !rule.source.is_empty(), "{id}");
            let shows = |case: fn(&palermo::rule_set::Case) -> bool| rule.cases.iter().any(case);
            assert!(shows(|case| case.fires.is_some()), "{id}: no case fires");
            assert!(rule.when == Condition::Always || shows(|case| case.silent.is_some()), "{id}: no case is silent");
            let Some(breach) = &rule.breach else { continue };
            assert!(shows(|case| case.breached.is_some()), "{id}: no case is a breach");
            let always = breach.when.as_ref().unwrap_or(&rule.when) == &Condition::Always;
            assert!(always || shows(|case| case.not_breached.is_some()), "{id}: no case is no breach");
        }
    }
}

#[test]
fn every_new_prohibition_can_be_broken() {
    for (overlay, _) in overlays() {
        for rule in overlay.rules.iter().filter(|rule| rule.then.iter().any(|id| id.starts_with("prohibition:"))) {
            assert!(rule.breach.is_some(), "{}", rule.id);
        }
    }
}

/// Every fact that a condition names.
fn names<'c>(condition: &'c Condition, found: &mut BTreeSet<&'c str>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| names(part, found)),
        Condition::Literal { fact, .. } => drop(found.insert(fact)),
        Condition::AnyOf { .. } | Condition::AllOf { .. } | Condition::Always | Condition::Otherwise => {}
    }
}

#[test]
fn a_breach_asks_only_whether_the_rule_protects_the_person() {
    let allowed = BTreeSet::from(["protected", "open_case", "child_protected", "child_status", "child_when_trafficked"]);
    for (overlay, _) in overlays() {
        for rule in &overlay.rules {
            let Some(breach) = &rule.breach else { continue };
            let mut read = BTreeSet::new();
            names(breach.when.as_ref().unwrap_or(&rule.when), &mut read);
            assert!(read.is_subset(&allowed), "{}: the breach reads {read:?}", rule.id);
        }
    }
}

#[test]
fn every_new_fact_is_read_and_what_was_done_is_read_by_no_entitlement() {
    for (overlay, _) in overlays() {
        let mut by_rules = BTreeSet::new();
        for rule in &overlay.rules {
            names(&rule.when, &mut by_rules);
        }
        let mut by_codes = BTreeSet::new();
        for condition in overlay.conduct.iter().filter_map(|code| code.implied_when.as_ref()) {
            names(condition, &mut by_codes);
        }
        for fact in &overlay.facts {
            let name = fact.name.as_str();
            assert!(by_rules.contains(name) || by_codes.contains(name), "{name}: nothing reads it");
            assert!(!fact.shield, "{name}");
            assert_eq!(fact.values, Values::YesNo, "{name}");
        }
        // A fact that implies a breach says what was done: only a duty to do it may end with it.
        for rule in overlay.rules.iter().filter(|rule| rule.then.iter().any(|id| !id.starts_with("obligation:"))) {
            let mut read = BTreeSet::new();
            names(&rule.when, &mut read);
            let done: Vec<&&str> = overlay
                .facts
                .iter()
                .filter_map(|fact| by_codes.get(fact.name.as_str()))
                .filter(|name| read.contains(*name) && **name != "child_unaccompanied")
                .collect();
            assert!(done.is_empty(), "{}: {done:?}", rule.id);
        }
    }
}

#[test]
fn naming_an_act_more_exactly_costs_nothing() {
    let overlays: Vec<Overlay> = overlays().into_iter().map(|(overlay, _)| overlay).collect();
    let composed = base().compose(&overlays).unwrap_or_else(|errors| panic!("{errors}"));
    let domain = Domain::new(&[&composed], []).expect("the facts have domains");
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, &composed).expect("the rule set is small enough");
    let breach = |code: &str| &model.codes.iter().find(|known| known.code == code).expect("the code breaks a rule").breach;
    let mut compared = 0;
    for code in overlays.iter().flat_map(|overlay| &overlay.conduct) {
        let Some(wider) = &code.parent else { continue };
        compared += 1;
        let lost = space.and_not(breach(wider), breach(&code.code)).expect("the functions are small");
        assert!(lost.is_never(), "{} is no breach where {wider} is one", code.code);
    }
    assert!(compared > 10, "only {compared} codes under wider ones");
}

// Texts

#[test]
fn everything_new_has_a_text_and_no_text_is_for_nothing() {
    let base = base();
    for (overlay, _) in overlays() {
        let new = |id: &&String| !id.starts_with("fact:") && !base.texts.contains_key(*id);
        let mut expected: BTreeSet<String> = overlay.rules.iter().flat_map(|rule| &rule.then).filter(new).cloned().collect();
        expected.extend(overlay.conduct.iter().map(|code| format!("conduct:{}", code.code)));
        expected.extend(overlay.groups.iter().map(|group| format!("group:{group}")));
        expected.insert(format!("family:{}", overlay.id));
        expected.extend(overlay.instruments.iter().map(|instrument| format!("instrument:{}", instrument.id)));
        assert_eq!(overlay.texts.keys().cloned().collect::<BTreeSet<_>>(), expected, "{}", overlay.id);
        for (id, Text { label, sentence }) in &overlay.texts {
            assert!(label.chars().count() <= 60, "{id}: `{label}` is too long for a label");
            assert!(sentence.ends_with('.') && sentence.split_whitespace().count() >= 3, "{id}: {sentence}");
        }
        for fact in &overlay.facts {
            for text in [&fact.label, &fact.meaning, &fact.question, &fact.help] {
                assert!(text.split_whitespace().count() >= 2, "{}: {text}", fact.name);
            }
            assert!(fact.question.ends_with('?'), "{}: {}", fact.name, fact.question);
            assert!(!fact.known_by.is_empty(), "{}: nobody can know it", fact.name);
        }
    }
}

#[test]
fn contested_points_say_which_rules_they_touch_and_match_the_catalogues() {
    let known: BTreeMap<String, Row> = rows("contested").into_iter().map(|row| (row.cell("id").to_owned(), row)).collect();
    for (overlay, _) in overlays() {
        assert!(overlay.contested.len() >= 4);
        for ContestedPoint { id, rules, .. } in &overlay.contested {
            let point = id.strip_prefix(&format!("{}-", overlay.id)).unwrap_or_else(|| panic!("{id} has no prefix"));
            assert!(known.contains_key(point), "{id}: the catalogue has no such point");
            assert!(!rules.is_empty(), "{id} touches nothing");
        }
    }
}

#[test]
fn core_is_the_default_and_exceptions_have_a_reason() {
    for (overlay, _) in overlays() {
        let given: BTreeSet<&String> = overlay.rules.iter().flat_map(|rule| &rule.then).collect();
        for exception in &overlay.not_core {
            assert!(given.contains(&exception.conclusion), "{}: no rule gives it", exception.conclusion);
            assert!(exception.reason.split_whitespace().count() > 10, "{}: no reason", exception.conclusion);
        }
        // Entitlements that read a need are declared.
        let needs: BTreeSet<&str> =
            overlay.facts.iter().filter(|fact| fact.group == "need").map(|fact| fact.name.as_str()).collect();
        for rule in &overlay.rules {
            let mut read = BTreeSet::new();
            names(&rule.when, &mut read);
            if read.is_disjoint(&needs) {
                continue;
            }
            for id in rule.then.iter().filter(|id| id.starts_with("entitlement:")) {
                let declared = overlay.not_core.iter().any(|exception| exception.conclusion == *id);
                // Of the standard's own exceptions the charter speaks.
                let of_base = base().rules.iter().any(|rule| rule.then.contains(id));
                assert!(declared || of_base, "{}: {id} reads a need and is not declared", rule.id);
            }
        }
    }
}
