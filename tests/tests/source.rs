//! What the rule set says about its source is right, and nothing of the source's own words is shipped: line ranges and
//! digests fit, no six words in a row are taken over, and the texts speak of the person neutrally.
//!
//! Where the source is not at hand, the first part says so aloud and is skipped; see `palermo_tests::source`.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use palermo::{
    load::{LoadErrorCode, sha256},
    rule_set::{Citation, Overlay, RuleSet},
};
use palermo_tests::{source, workspace};
use serde_json::Value;

/// So many words of the source in a row are a quotation.
const QUOTATION: usize = 6;

fn rule_set() -> RuleSet {
    palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}"))
}

fn overlays(base: &RuleSet) -> Vec<Overlay> {
    let compile = |id: &str| palermo_compile::compile_overlay(&workspace::overlay(id), base);
    workspace::OVERLAYS.into_iter().map(|id| compile(id).unwrap_or_else(|errors| panic!("{errors}"))).collect()
}

/// Every rule set that cites the source, the standard with its overlays among them.
fn rule_sets() -> [RuleSet; 3] {
    let practice = palermo_compile::compile(&workspace::observed_practice_2002()).unwrap_or_else(|errors| panic!("{errors}"));
    let base = rule_set();
    let composed = base.compose(&overlays(&base)).unwrap_or_else(|errors| panic!("{errors}"));
    [base, practice, composed]
}

/// The cited document and its text, if that is at hand.
fn document(rule_set: &RuleSet) -> Option<(&palermo::rule_set::Document, String)> {
    let document = rule_set.documents.first().expect("the rule set cites a document");
    Some((document, source::text(&document.id)?))
}

// Anchors

#[test]
fn every_anchor_is_in_the_source_index_and_the_index_has_no_other() {
    rule_sets().iter().for_each(the_index_is_what_is_cited);
}

fn the_index_is_what_is_cited(rule_set: &RuleSet) {
    let index: HashSet<(&str, u32, u32)> =
        rule_set.source_index.iter().map(|range| (range.at.as_str(), range.lines.first, range.lines.last)).collect();
    assert_eq!(index.len(), rule_set.source_index.len(), "a range stands twice");
    let mut cited = HashSet::new();
    for citation in rule_set.rules.iter().flat_map(|rule| &rule.source).chain(rule_set.facts.iter().flat_map(|fact| &fact.source))
    {
        if let Citation::Source { at, lines } = citation {
            cited.insert((at.as_str(), lines.first, lines.last));
        }
    }
    let mut missing: Vec<_> = cited.difference(&index).collect();
    let mut unused: Vec<_> = index.difference(&cited).collect();
    missing.sort_unstable();
    unused.sort_unstable();
    assert!(missing.is_empty(), "not in the index: {missing:?}");
    assert!(unused.is_empty(), "cited by nothing: {unused:?}");
}

#[test]
fn a_rule_with_an_anchor_that_is_not_in_the_index_is_refused() {
    let mut rule_set = rule_set();
    let rule = rule_set.rules.iter_mut().find(|rule| rule.id == "assistance/shelter").expect("the rule exists");
    let Some(Citation::Source { lines, .. }) = rule.source.first_mut() else { panic!("the rule cites the source") };
    lines.first += 1;
    let errors = rule_set.to_images().expect_err("the anchor is wrong");
    let [error] = errors.errors() else { panic!("{errors}") };
    assert!(matches!(error.code, LoadErrorCode::Mismatch { .. }), "{error}");
    assert!(error.path.ends_with("/source/0"), "{error}");
    assert!(error.code.message().contains("no such anchor"), "{error}");
}

#[test]
fn the_document_and_every_cited_range_have_the_digests_that_the_rule_set_gives() {
    rule_sets().iter().for_each(the_digests_are_right);
}

fn the_digests_are_right(rule_set: &RuleSet) {
    let Some((document, text)) = document(rule_set) else { return };
    assert_eq!(sha256(text.as_bytes()), document.sha256, "the document is another");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), usize::try_from(document.lines).expect("a number of lines fits"));
    for range in &rule_set.source_index {
        let (first, last) = (range.lines.first as usize, range.lines.last as usize);
        let cited = lines.get(first - 1..last).unwrap_or_else(|| panic!("{}: there are no lines {first} to {last}", range.at));
        assert!(cited.iter().any(|line| !line.trim().is_empty()), "{} lines {first} to {last} are empty", range.at);
        let cited: String = cited.iter().flat_map(|line| [line, "\n"]).collect();
        assert_eq!(sha256(cited.as_bytes()), range.sha256, "{} lines {first} to {last}", range.at);
    }
}

// Quotations

/// Runs of ASCII letters and digits, in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect()
}

fn quotations<'t>(source: &HashSet<&[String]>, text: &'t [String]) -> Vec<&'t [String]> {
    text.windows(QUOTATION).filter(|window| source.contains(window)).collect()
}

/// Every text of a document, with its place.
fn texts(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(number, item)| texts(item, &format!("{path}/{number}"), found));
        }
        Value::Object(entries) => entries.iter().for_each(|(key, item)| texts(item, &format!("{path}/{key}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The files of the workspace that people read or that end up in a package.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("the folder can be read").path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !name.starts_with('.') && !["target", "node_modules"].contains(&name) {
                files(&path, found);
            }
        } else if ["md", "rs", "snap", "toml", "yaml"].iter().any(|wanted| path.extension().is_some_and(|has| has == *wanted)) {
            found.push(path);
        }
    }
}

/// The texts of a file. Those of a YAML file of the rule set are looked at one by one, so here only its comments are.
fn prose(path: &Path, text: &str) -> String {
    let is_yaml = path.extension().is_some_and(|has| has == "yaml");
    let keep = |line: &&str| !is_yaml || line.trim_start().starts_with('#');
    text.lines().filter(keep).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn nothing_that_is_shipped_has_six_words_of_the_source_in_a_row() {
    let rule_sets = rule_sets();
    let Some((_, text)) = rule_sets.first().and_then(document) else { return };
    let source = words(&text);
    let source: HashSet<&[String]> = source.windows(QUOTATION).collect();
    assert!(source.len() > 5_000, "the source is no long text");

    // The title of a document is its name, wherever it stands.
    let titles: Vec<String> = rule_sets.iter().flat_map(|set| &set.documents).map(|document| document.title.clone()).collect();
    let mut shipped = Vec::new();
    for rule_set in rule_sets {
        let (id, before) = (rule_set.id.clone(), shipped.len());
        let value = serde_json::to_value(RuleSet { documents: Vec::new(), ..rule_set }).expect("a rule set is JSON");
        texts(&value, &id, &mut shipped);
        assert!(shipped.len() > before + 1_500, "only {} texts in {id}", shipped.len() - before);
    }
    let mut paths = Vec::new();
    files(&workspace::root(), &mut paths);
    assert!(paths.iter().any(|path| path.ends_with("examples/README.md")));
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let text = titles.iter().fold(text, |text, title| text.replace(title.as_str(), ""));
        shipped.push((path.display().to_string(), prose(&path, &text)));
    }
    let mut taken = Vec::new();
    for (place, text) in &shipped {
        let words = words(text);
        taken.extend(quotations(&source, &words).iter().map(|words| format!("{place}: {}", words.join(" "))));
    }
    assert!(taken.is_empty(), "taken from the source:\n{}", taken.join("\n"));
}

#[test]
fn a_quotation_of_six_words_is_found_and_one_of_five_is_not() {
    let source = words("One two, three; four\nfive-six (seven).");
    let source: HashSet<&[String]> = source.windows(QUOTATION).collect();
    assert_eq!(quotations(&source, &words("so TWO three four, five six seven it is")).len(), 1);
    assert_eq!(quotations(&source, &words("so two three four, five six eight it is")).len(), 0);
}

// Wording

/// The texts that people read, with their places.
fn read_by_people(rule_set: &RuleSet) -> Vec<(String, String)> {
    let mut read = Vec::new();
    let mut add = |place: &str, text: &str| read.push((place.to_owned(), text.to_owned()));
    for rule in &rule_set.rules {
        add(&rule.id, &rule.sentence);
        for text in rule.reading.iter().chain(rule.cases.iter().filter_map(|case| case.note.as_ref())) {
            add(&rule.id, text);
        }
    }
    for fact in &rule_set.facts {
        for text in [&fact.label, &fact.meaning, &fact.question, &fact.help].into_iter().chain(&fact.known_by) {
            add(&fact.name, text);
        }
    }
    for (id, text) in &rule_set.texts {
        add(id, &text.label);
        add(id, &text.sentence);
    }
    for situation in &rule_set.situations {
        add(&situation.name, &situation.sentence);
    }
    for point in &rule_set.contested {
        for text in [&point.topic, &point.contested, &point.treatment] {
            add(&point.id, text);
        }
        // The point on the source's vocabulary names the words that it is about.
        if point.id != "C-01" {
            add(&point.id, &point.source_says);
        }
    }
    add("summary", &rule_set.summary);
    read
}

/// What people read of an overlay beside the rules, facts and texts that it adds.
fn read_of_overlay(overlay: Overlay) -> Vec<(String, String)> {
    let readings = overlay.citations.into_iter().map(|added| (added.rule, added.reading.unwrap_or_default()));
    let reasons = overlay.not_core.into_iter().map(|exception| (exception.conclusion, exception.reason));
    let head = [overlay.title, overlay.summary].map(|text| (overlay.id.clone(), text));
    readings.chain(reasons).chain(head).collect()
}

/// The pages of the rulebook that are written by hand.
fn pages_by_hand() -> Vec<(String, String)> {
    let folder = workspace::root().join("rulebook/src");
    let entries = fs::read_dir(&folder).expect("the rulebook is there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path()).filter(|path| path.is_file());
    let pages = paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a page is text")));
    // Pages that are made begin with a comment, and say what the rule sets say, ids included.
    let pages: Vec<(String, String)> = pages.filter(|(_, text)| !text.starts_with("<!-- Made")).collect();
    assert!(pages.len() >= 5, "only {} pages by hand", pages.len());
    pages
}

#[test]
fn the_texts_speak_of_the_person_and_label_nobody() {
    let forbidden: HashMap<&str, &str> = [
        ("victim", "trafficked person"),
        ("victims", "trafficked people"),
        ("victimhood", "status"),
        ("prostitute", "sex worker"),
        ("prostitutes", "sex workers"),
        ("whore", "sex worker"),
        ("illegals", "people without papers"),
        ("she", "they"),
        ("her", "their"),
        ("hers", "theirs"),
        ("herself", "themselves"),
        ("he", "they"),
        ("him", "them"),
        ("his", "their"),
        ("himself", "themselves"),
    ]
    .into();
    let mut found = Vec::new();
    let rule_sets = rule_sets();
    let of_overlays = overlays(&rule_sets[0]).into_iter().flat_map(read_of_overlay);
    for (place, text) in rule_sets.iter().flat_map(read_by_people).chain(of_overlays).chain(pages_by_hand()) {
        for word in words(&text) {
            if let Some(better) = forbidden.get(word.as_str()) {
                found.push(format!("{place}: `{word}` instead of `{better}`: {text}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
