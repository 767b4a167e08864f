//! What is cited: the source in its own order, and other instruments, each with the rules and facts that cite it.

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::Citation;

use super::{
    book::{Book, View},
    markdown::{Page, anchor, code, escaped, linked, part, target},
    places::{Kind, Places, cited},
};

/// The page of the source.
const BY_SOURCE: &str = "by-source.md";
/// The page of everything else that is cited.
const BY_ARTICLE: &str = "by-article.md";

/// The rules and facts that cite a place.
#[derive(Default)]
struct Citing {
    rules: BTreeSet<String>,
    /// Rules of a practice, which are to be kept apart.
    practice: BTreeSet<String>,
    /// Each with its label.
    facts: BTreeMap<String, String>,
}

impl Citing {
    /// Who cites it, in one cell.
    fn cell(&self, page: &str, book: &Book) -> String {
        let linked = |kind, name: &String, label: String| linked(&label, book.places.link(page, kind, name));
        let of_rules =
            |rules: &BTreeSet<String>| rules.iter().map(|rule| linked(Kind::Rule, rule, code(rule))).collect::<Vec<_>>();
        let facts: Vec<String> = self.facts.iter().map(|(fact, label)| linked(Kind::Fact, fact, escaped(label))).collect();
        let parts = [("Rules", of_rules(&self.rules)), ("Facts", facts), ("Observed practice", of_rules(&self.practice))]
            .into_iter()
            .filter(|(_, list)| !list.is_empty());
        parts.map(|(name, list)| part(name, &list.join(", "))).collect::<Vec<_>>().join("<br>")
    }
}

/// Says where every citation has its place in the two indexes.
pub(crate) fn add_places<'c>(places: &mut Places, citations: impl Iterator<Item = &'c Citation>) {
    for citation in citations {
        let name = cited(citation);
        let page = if matches!(citation, Citation::Source { .. }) { BY_SOURCE } else { BY_ARTICLE };
        places.add(Kind::Citation, &name, page, &anchor(&name));
    }
}

/// The index of the source and the index of articles.
pub(crate) fn pages(book: &Book) -> Vec<Page> {
    let mut source: BTreeMap<(u32, u32, String), Citing> = BTreeMap::new();
    let mut articles: BTreeMap<String, (String, Citing)> = BTreeMap::new();
    for chapter in &book.chapters {
        let view = book.view(chapter);
        let is_practice = view.words().warning().is_some();
        for rule in &chapter.set.rules {
            for citation in &rule.source {
                let citing = entry(view, citation, &mut source, &mut articles);
                let rules = if is_practice { &mut citing.practice } else { &mut citing.rules };
                rules.insert(rule.id.clone());
            }
        }
        for fact in &chapter.set.facts {
            for citation in &fact.source {
                entry(view, citation, &mut source, &mut articles).facts.insert(fact.name.clone(), fact.label.clone());
            }
        }
    }
    vec![by_source(book, &source), by_article(book, &articles)]
}

fn entry<'e>(
    view: View<'_>,
    citation: &Citation,
    source: &'e mut BTreeMap<(u32, u32, String), Citing>,
    articles: &'e mut BTreeMap<String, (String, Citing)>,
) -> &'e mut Citing {
    if let Citation::Source { at, lines } = citation {
        return source.entry((lines.first, lines.last, at.clone())).or_default();
    }
    let told = view.words().citation(citation);
    &mut articles.entry(cited(citation)).or_insert_with(|| (told, Citing::default())).1
}

fn by_source(book: &Book, source: &BTreeMap<(u32, u32, String), Citing>) -> Page {
    let mut page = Page::new(BY_SOURCE, "Index by source");
    page.paragraph(
        "Every place of the source that is cited, in the order of its lines, with the rules and the facts that cite it. How the \
         places are named is said in [How to read this book](how-to-read.md#places).",
    );
    page.table(
        &["Place", "Lines", "Cited by"],
        source.iter().map(|((first, last, at), citing)| {
            // Held together: a range is one thing to look up.
            let lines = if first == last { first.to_string() } else { format!("{first}\u{2011}{last}") };
            vec![format!("{}{}", target(&format!("{at} {first}-{last}")), escaped(at)), lines, citing.cell(BY_SOURCE, book)]
        }),
    );
    page
}

fn by_article(book: &Book, articles: &BTreeMap<String, (String, Citing)>) -> Page {
    let mut page = Page::new(BY_ARTICLE, "Index by article");
    page.paragraph(
        "Every article, data standard or other text beside the source that is cited, with the rules and the facts that cite it. None \
         of them was compared with an official journal or a treaty office.",
    );
    page.table(
        &["Cited", "Cited by"],
        articles.iter().map(|(name, (told, citing))| {
            let place = format!("{}{}", target(name), escaped(told));
            vec![place, citing.cell(BY_ARTICLE, book)]
        }),
    );
    page
}
