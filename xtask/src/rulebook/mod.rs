//! The rulebook: everything that the rule sets say, for lawyers and reviewers to read and to sign.
//!
//! What is derived stands in `rulebook/src` and is written by `cargo xtask generate`; introduction, guide, glossary and the page
//! on signing are written by hand. [`links`] checks that everything is in the table of contents and that every link leads
//! somewhere, [`mod@render`] makes HTML of it.

mod book;
mod charter;
mod facts;
mod families;
mod links;
mod markdown;
mod overlay;
mod places;
mod practice;
mod proofs;
mod reads;
mod render;
mod review_state;
mod rule;
mod sources;
mod standard;
mod summary;

use std::path::PathBuf;

use self::{
    book::{Book, Chapter},
    markdown::Page,
};
pub(crate) use self::{links::check, render::render};
use crate::{derived::Derived, files};

/// Where the pages stand.
fn folder() -> PathBuf {
    files::root().join("rulebook/src")
}

/// Makes every derived page and the table of contents.
pub(crate) fn pages() -> Result<Vec<Derived>, String> {
    let book = Book::read()?;
    let pages = all(&book)?;
    let summary = summary::summary(&book, &pages);
    let mut files: Vec<Derived> = vec![Derived::new("rulebook/src/SUMMARY.md", summary)];
    files.extend(pages.into_iter().map(|page| Derived::new(format!("rulebook/src/{}", page.path), page.into_text())));
    Ok(files)
}

fn all(book: &Book) -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    for chapter in &book.chapters {
        pages.extend(of_chapter(book, chapter)?);
    }
    pages.push(overlay::ledger(book));
    pages.push(charter::page(book));
    pages.extend(sources::pages(book));
    pages.push(review_state::page(book)?);
    Ok(pages)
}

fn of_chapter(book: &Book, chapter: &Chapter) -> Result<Vec<Page>, String> {
    let view = book.view(chapter);
    let mut pages = vec![match &chapter.overlay {
        Some(overlay) => view.about_overlay(overlay)?,
        None => view.about(),
    }];
    pages.extend(view.families());
    pages.push(view.conclusions());
    if !chapter.conduct().is_empty() {
        pages.push(view.conduct());
    }
    if !chapter.contested().is_empty() {
        pages.push(view.contested());
    }
    pages.extend(view.fact_pages());
    if !chapter.derived_facts().is_empty() {
        pages.push(view.derived());
    }
    if let Some(held) = book.proofs.practices.get(&chapter.folder) {
        pages.push(view.practice(held));
    }
    Ok(pages)
}
