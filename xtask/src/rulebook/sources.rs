//! What is cited: the source in its own order, and other instruments, each with the rules and facts that cite it.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{Confidence, rule_set::Citation};

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

/// A cited text beside the source.
struct Cited {
    /// The instrument, where it is an article of one.
    instrument: Option<String>,
    /// What is cited of it.
    told: String,
    /// How far it was compared with a text; the least that any citation says.
    confidence: Option<Confidence>,
    citing: Citing,
}

/// The index of the source and the index of articles.
pub(crate) fn pages(book: &Book) -> Vec<Page> {
    let mut source: BTreeMap<(u32, u32, String), Citing> = BTreeMap::new();
    let mut articles: BTreeMap<String, Cited> = BTreeMap::new();
    for chapter in &book.chapters {
        let view = book.view(chapter);
        let is_practice = chapter.is_practice();
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
    articles: &'e mut BTreeMap<String, Cited>,
) -> &'e mut Citing {
    let (instrument, told, confidence) = match citation {
        Citation::Source { at, lines } => return source.entry((lines.first, lines.last, at.clone())).or_default(),
        Citation::Article { instrument, article, confidence } => (Some(instrument.clone()), article.clone(), Some(*confidence)),
        Citation::Reference { .. } => (None, view.words().citation(citation), None),
    };
    let cited =
        articles.entry(cited(citation)).or_insert_with(|| Cited { instrument, told, confidence, citing: Citing::default() });
    // In the order of the words, the least sure comes last.
    cited.confidence = cited.confidence.max(confidence);
    &mut cited.citing
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
            let place = format!("{}{}", target(&format!("{at} {first}-{last}")), escaped(at));
            vec![place, lines, citing.cell(BY_SOURCE, book)]
        }),
    );
    page
}

fn by_article(book: &Book, articles: &BTreeMap<String, Cited>) -> Page {
    let mut page = Page::new(BY_ARTICLE, "Index by article");
    page.paragraph(
        "Every article, data standard or other text beside the source that is cited, with the rules and the facts that cite it. None \
         of them was compared with an official journal or a treaty office.",
    );
    page.list(Confidence::ALL.iter().map(|confidence| (0, part(checked(*confidence), meaning(*confidence)))));
    let mut instruments: BTreeMap<String, String> = BTreeMap::new();
    for instrument in book.chapters.iter().flat_map(|chapter| &chapter.set.instruments) {
        instruments.insert(instrument.id.clone(), instrument.title.clone());
    }
    for (id, title) in &instruments {
        page.heading(2, &escaped(title), &anchor(&format!("instrument {id}")));
        let mut cited: Vec<(&String, &Cited)> =
            articles.iter().filter(|(_, cited)| cited.instrument.as_ref() == Some(id)).collect();
        cited.sort_by_key(|(_, cited)| in_order(&cited.told));
        page.table(
            &["Article", "Checked", "Cited by"],
            cited.into_iter().map(|(name, cited)| {
                let place = format!("{}{}", target(name), escaped(&cited.told));
                vec![place, cited.confidence.map_or("", checked).to_string(), cited.citing.cell(BY_ARTICLE, book)]
            }),
        );
    }
    page.heading(2, "By reference", "by-reference");
    let cited = articles.iter().filter(|(_, cited)| cited.instrument.is_none());
    page.table(
        &["Cited", "Cited by"],
        cited.map(|(name, cited)| vec![format!("{}{}", target(name), escaped(&cited.told)), cited.citing.cell(BY_ARTICLE, book)]),
    );
    page
}

/// In a word, how far an article was compared with a text.
fn checked(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "in a copy",
        Confidence::Medium => "in part",
        Confidence::Unverified => "not checked",
    }
}

/// What that means.
fn meaning(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "compared with a secondary copy of the text.",
        Confidence::Medium => "compared with a part of it, or doubtful in its number.",
        Confidence::Unverified => "not compared; to be checked by whoever relies on it.",
    }
}

/// A key by which `art. 9` stands before `art. 10`.
fn in_order(article: &str) -> Vec<(u32, String)> {
    let mut key = Vec::new();
    let mut rest = article;
    while !rest.is_empty() {
        let words = rest.find(|letter: char| letter.is_ascii_digit()).unwrap_or(rest.len());
        let (text, numbered) = rest.split_at(words);
        let digits = numbered.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(numbered.len());
        let (number, after) = numbered.split_at(digits);
        key.push((0, text.to_string()));
        key.push((number.parse().unwrap_or(0), String::new()));
        rest = after;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn articles_stand_in_the_order_of_their_numbers() {
        let mut articles = ["art. 12(6)", "art. 3", "art. 10(2)", "art. 12(1)-(2)", "art. 4(a)-(e)", "art. 10(10)"];
        articles.sort_by_key(|article| in_order(article));
        assert_eq!(articles, ["art. 3", "art. 4(a)-(e)", "art. 10(2)", "art. 10(10)", "art. 12(1)-(2)", "art. 12(6)"]);
    }
}
