//! The charter: every promise with its formal statement, how it was proved, of what it holds, and the rules that serve it.

use palermo_verify::{
    Story,
    charter::Promise,
    report::{PromiseReport, Proof, Verdict},
};

use super::{
    book::{Book, Chapter},
    markdown::{Page, anchor, code, count, escaped, linked, part},
    places::Kind,
    proofs::{Held, short},
};

/// The page.
pub(crate) const PAGE: &str = "charter.md";
/// More rules than these are counted and not listed: the promise is about the standard as a whole.
const LISTED: usize = 30;

/// What the verdicts mean.
const VERDICTS: [(Verdict, &str); 6] = [
    (Verdict::Holds, "Proved for every record that there could ever be. Nothing was sampled."),
    (Verdict::Refuted, "Broken: there is a record, or a pair of records, that shows it."),
    (Verdict::Vacuous, "It holds only because what it speaks of never happens."),
    (Verdict::Undecided, "A limit was reached. It may hold or not."),
    (Verdict::NotApplicable, "It is not about this rule set; a promise about overlays, where there is none."),
    (Verdict::ShownByTests, "It is about the engine and not about rules; tests show it."),
];

/// A verdict in words.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Refuted => "refuted",
        Verdict::Vacuous => "vacuous",
        Verdict::Undecided => "undecided",
        Verdict::NotApplicable => "not applicable",
        Verdict::ShownByTests => "shown by tests",
    }
}

/// What a form of statement says, where the formal statement is too short for it.
fn form(form: &str) -> &'static str {
    match form {
        "independent" => "Of any two records that differ in these facts alone, both have these conclusions or neither has.",
        "always" => "Every record that meets the condition has what is promised.",
        "never" => "No record that meets the condition has any of the conclusions.",
        "never_together" => "No record has both conclusions of a pair.",
        "unknown_keeps" => "What follows for every known value of a fact also follows while the fact is not known.",
        "compare" => "Of any two records that differ in some facts alone, the second keeps what the first has.",
        "strengthens" => "What is composed on the base takes away nothing that the base gives.",
        "closure" => "Whoever has the first conclusion of a pair also has the second.",
        "exclusive" => "Rules that give a fact different values never apply together.",
        "bijection" => "Every code breaks one rule, and no rule has two codes.",
        "structure" => "Read from the rule set as it is written.",
        _ => "Shown by tests of the engine.",
    }
}

/// The page of the charter.
pub(crate) fn page(book: &Book) -> Page {
    let charter = &book.proofs.charter;
    let mut page = Page::new(PAGE, "The charter");
    page.quote(&escaped(&charter.title));
    if let Some(summary) = &charter.summary {
        page.paragraph(&escaped(summary));
    }
    page.paragraph(
        "A proof reads the rules as they are written and decides each promise for every combination of values that facts can have, \
         *not known* included. It is a second reading, independent of the engine that decides records; tests hold the two together.",
    );
    page.list([(0, part("Version", &escaped(&charter.version))), (0, part("Digest", &code(&charter.digest())))]);
    page.heading(2, "Verdicts", "verdicts");
    page.table(
        &["Verdict", "Meaning"],
        VERDICTS.iter().map(|(kind, meaning)| vec![verdict(*kind).to_string(), escaped(meaning)]),
    );
    overview(book, &mut page);
    for promise in &charter.promises {
        one(book, &mut page, promise);
    }
    page
}

/// Every promise with its verdicts, in one table.
fn overview(book: &Book, page: &mut Page) {
    page.heading(2, "All promises", "all");
    page.table(
        &["Promise", "What is promised", "By the standards", "By the practice"],
        book.proofs.charter.promises.iter().map(|promise| {
            let name = linked(&escaped(short(promise)), book.places.link(PAGE, Kind::Promise, &promise.name));
            let by = |held: Vec<&Held>| escaped(&verdicts(&held, &promise.name));
            let (standards, practices) = (book.proofs.standards.iter().collect(), book.proofs.practices.values().collect());
            vec![name, escaped(&promise.sentence), by(standards), by(practices)]
        }),
    );
}

/// The verdicts on a promise: one word where all agree, and else each with those of which it is.
fn verdicts(held: &[&Held], promise: &str) -> String {
    let mut by_verdict: Vec<(Verdict, Vec<&str>)> = Vec::new();
    for held in held {
        let Some(report) = held.of(promise) else { continue };
        match by_verdict.iter_mut().find(|(known, _)| *known == report.verdict) {
            Some((_, names)) => names.push(&held.name),
            None => by_verdict.push((report.verdict, vec![&held.name])),
        }
    }
    match by_verdict.as_slice() {
        [(only, _)] => verdict(*only).to_string(),
        several => {
            let several = several.iter().map(|(found, names)| format!("{} ({})", verdict(*found), names.join(", ")));
            several.collect::<Vec<_>>().join("; ")
        }
    }
}

fn one(book: &Book, page: &mut Page, promise: &Promise) {
    let number = promise.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
    page.heading(2, &escaped(&format!("{number}{}", promise.name)), &anchor(&promise.name));
    page.quote(&escaped(&promise.sentence));
    page.paragraph(&part("Formally", &code(&promise.formal)));
    let mut items = Vec::new();
    // What the base and all that is composed on it come to alike is told once.
    let mut told: Vec<(String, &Held, &PromiseReport)> = Vec::new();
    for held in &book.proofs.standards {
        let Some(report) = held.of(&promise.name) else { continue };
        match told.iter_mut().find(|(_, _, known)| known.verdict == report.verdict && known.proofs == report.proofs) {
            Some((names, ..)) => *names = format!("{names}, {}", held.name),
            None => told.push((held.name.clone(), held, report)),
        }
    }
    for (names, held, report) in told {
        items.push((0, part(&names, verdict(report.verdict))));
        items.extend(report.proofs.iter().flat_map(|proof| proof_items(held, proof)));
    }
    for (folder, held) in &book.proofs.practices {
        if let Some(report) = held.of(&promise.name) {
            items.push((0, part(&held.name, &practice_verdict(book, folder, report))));
        }
    }
    page.list(items);
    let rules = serving(book, promise);
    if !rules.is_empty() {
        page.paragraph(&part("Served by", &rules));
    }
}

/// The verdict on a practice, with a link to the records that refute the promise.
fn practice_verdict(book: &Book, folder: &str, report: &PromiseReport) -> String {
    let witnesses = super::practice::page_path(folder);
    let target = (report.verdict == Verdict::Refuted).then(|| super::places::relative(PAGE, &witnesses, &anchor(&report.name)));
    let known = book.chapters.iter().any(|chapter| chapter.folder == folder);
    linked(verdict(report.verdict), target.filter(|_| known))
}

/// How a statement was decided, and of a standard what breaks it.
fn proof_items(held: &Held, proof: &Proof) -> Vec<(usize, String)> {
    let decided = match proof.checked {
        0 => String::new(),
        checked => format!(" {}.", count(checked, "question decided", "questions decided")),
    };
    let mut items = vec![(1, format!("{}{decided}", escaped(form(&proof.form))))];
    items.extend(proof.remarks.iter().map(|remark| (2, escaped(remark))));
    if !proof.vacuous.is_empty() {
        items.push((2, part("Nothing to prove", &escaped(&proof.vacuous.join("; ")))));
    }
    items.extend(proof.tests.iter().map(|test| (2, format!("{} in {}", code(&test.test), code(&test.file)))));
    let story = Story::new(&held.set);
    for refutation in &proof.refutations {
        let parts = if refutation.parts.is_empty() { String::new() } else { format!(": {}", refutation.parts.join(", ")) };
        items.push((2, part("Broken", &escaped(&format!("{}{parts}", refutation.says)))));
        items.extend(story.refutation(refutation).iter().map(|paragraph| (3, escaped(paragraph))));
    }
    items
}

/// The rules that serve a promise, of all chapters.
fn serving(book: &Book, promise: &Promise) -> String {
    let serves = |chapter: &Chapter, rule: &palermo::rule_set::Rule| {
        book.proofs.served_by(chapter, rule).iter().any(|served| served.name == promise.name)
    };
    let rules: Vec<&str> = book
        .chapters
        .iter()
        .flat_map(|chapter| chapter.rules().into_iter().filter(|rule| serves(chapter, rule)).map(|rule| rule.id.as_str()))
        .collect();
    if rules.len() > LISTED {
        return format!("{} rules; each of them names the promise.", rules.len());
    }
    let linked = rules.iter().map(|id| linked(&code(id), book.places.link(PAGE, Kind::Rule, id)));
    linked.collect::<Vec<_>>().join(", ")
}
