//! The table of contents, from which mdBook makes the book.

use std::{collections::BTreeSet, fmt::Write};

use super::{
    book::{Book, Chapter},
    markdown::{Page, escaped},
};

/// What is written by hand and stands before the rule sets.
const BEFORE: [(&str, &str); 2] = [("introduction.md", "The rulebook"), ("how-to-read.md", "How to read this book")];
/// What is written by hand and stands before the practices.
const ON_PRACTICE: (&str, &str) = ("observed-practice.md", "What the tool is for");
/// What is written by hand and stands behind them.
const AFTER: [(&str, &str); 3] =
    [("not-verified.md", "What is not verified"), ("glossary.md", "Glossary"), ("sign-off.md", "Sign-off")];

/// For whoever writes an overlay: it stands in the contents as soon as it is there.
const AUTHORS: (&str, &str) = ("national-author.md", "Writing an overlay for a country");

/// Makes the table of contents.
pub(crate) fn summary(book: &Book, pages: &[Page]) -> String {
    let mut text = "<!-- Made by `cargo xtask generate`. -->\n\n# Contents\n\n".to_string();
    let mut contents = Contents { text: &mut text, pages };
    for (path, title) in BEFORE {
        contents.entry(0, path, title);
    }
    let mut part = "";
    let (practices, standards): (Vec<&Chapter>, Vec<&Chapter>) = book.chapters.iter().partition(|chapter| chapter.is_practice());
    for chapter in standards {
        contents.chapter_of(&mut part, chapter, None);
    }
    contents.page(0, super::overlay::LEDGER);
    contents.part("The charter");
    contents.page(0, super::charter::PAGE);
    for chapter in practices {
        contents.chapter_of(&mut part, chapter, Some(ON_PRACTICE));
    }
    if super::folder().join(AUTHORS.0).is_file() {
        contents.part("For national authors");
        contents.entry(0, AUTHORS.0, AUTHORS.1);
    }
    contents.part("Indexes and sign-off");
    for page in ["by-source.md", "by-article.md"] {
        contents.page(0, page);
    }
    for (path, title) in AFTER {
        contents.entry(0, path, title);
    }
    contents.page(1, super::review_state::PAGE);
    text
}

struct Contents<'p> {
    text: &'p mut String,
    pages: &'p [Page],
}

impl Contents<'_> {
    fn part(&mut self, title: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "\n# {}\n\n", escaped(title));
    }

    fn entry(&mut self, depth: usize, path: &str, title: &str) {
        let _ = writeln!(self.text, "{}- [{}]({path})", "  ".repeat(depth), escaped(title));
    }

    fn page(&mut self, depth: usize, path: &str) {
        if let Some(page) = self.pages.iter().find(|page| page.path == path) {
            self.entry(depth, path, &page.title);
        }
    }

    /// A chapter, below the name of its part and what stands at its head where that is another one than before.
    fn chapter_of(&mut self, part: &mut &'static str, chapter: &Chapter, head: Option<(&str, &str)>) {
        if *part != chapter.part {
            *part = chapter.part;
            self.part(part);
            if let Some((path, title)) = head {
                self.entry(0, path, title);
            }
        }
        self.chapter(chapter);
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.page(0, &chapter.page("standard"));
        let below = usize::from(chapter.is_small());
        let mut listed = Vec::new();
        for (family, _) in chapter.families() {
            listed.push((1, chapter.rule_page(family)));
        }
        listed.extend(["conclusions", "conduct", "contested", "facts"].map(|name| (below, chapter.page(name))));
        listed.extend(chapter.set.groups.iter().map(|group| (1, chapter.fact_page(group))));
        listed.push((1, chapter.page("derived")));
        listed.push((0, super::practice::page_path(&chapter.folder)));
        let mut seen = BTreeSet::new();
        for (depth, page) in listed {
            if seen.insert(page.clone()) {
                self.page(depth, &page);
            }
        }
    }
}
