//! Checks the sources of the rulebook: every page stands in the table of contents, and every link leads to a page and an anchor
//! that exist.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::folder;
use crate::files;

/// The table of contents, which is no page.
const SUMMARY: &str = "SUMMARY.md";

/// What a page holds, as far as links are concerned.
#[derive(Default)]
struct Links {
    anchors: BTreeSet<String>,
    targets: Vec<String>,
}

/// Says what is wrong with the links of the rulebook.
pub(crate) fn check() -> Result<Vec<String>, String> {
    let mut pages = BTreeMap::new();
    read(&folder(), "", &mut pages)?;
    Ok(wrong(&pages))
}

fn read(folder: &Path, prefix: &str, pages: &mut BTreeMap<String, String>) -> Result<(), String> {
    let unreadable = |error| format!("{} cannot be read: {error}", files::shown(folder));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), pages)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.insert(name, files::read_text(&path)?);
        }
    }
    Ok(())
}

fn wrong(pages: &BTreeMap<String, String>) -> Vec<String> {
    let links: BTreeMap<&str, Links> = pages.iter().map(|(path, text)| (path.as_str(), links(text))).collect();
    let mut wrong = Vec::new();
    for (path, page) in &links {
        for target in page.targets.iter().filter(|target| !target.contains("://") && !target.starts_with("mailto:")) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { Some((*path).to_string()) } else { resolved(path, file) };
            let found = file.as_deref().and_then(|file| links.get(file));
            match found {
                None => wrong.push(format!("rulebook/src/{path}: the link to `{target}` leads to no page")),
                Some(page) if !anchor.is_empty() && !page.anchors.contains(anchor) => {
                    wrong.push(format!("rulebook/src/{path}: the link to `{target}` leads to no anchor of that page"));
                }
                Some(_) => {}
            }
        }
    }
    let listed: Vec<&String> = links.get(SUMMARY).map(|summary| summary.targets.iter().collect()).unwrap_or_default();
    for path in pages.keys().filter(|path| *path != SUMMARY) {
        match listed.iter().filter(|listed| ***listed == *path).count() {
            1 => {}
            0 => wrong.push(format!("rulebook/src/{path} does not stand in {SUMMARY}; remove it if nothing makes it any more")),
            _ => wrong.push(format!("rulebook/src/{path} stands in {SUMMARY} more than once")),
        }
    }
    wrong
}

/// The path of a linked page below the folder; `None` where it leads out of it.
fn resolved(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The links and anchors of a page, read by the parser that mdBook uses.
fn links(text: &str) -> Links {
    let mut found = Links::default();
    let mut heading: Option<(Option<String>, String)> = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => heading = Some((id.map(|id| id.to_string()), String::new())),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((id, words)) = heading.take() {
                    found.anchors.insert(id.unwrap_or_else(|| of_words(&words)));
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, heading)) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => found.targets.push(dest_url.to_string()),
            Event::InlineHtml(html) | Event::Html(html) => found.anchors.extend(ids(&html)),
            _ => {}
        }
    }
    found
}

/// The ids of HTML.
fn ids(html: &str) -> impl Iterator<Item = String> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_string())
}

/// The anchor that mdBook makes of the words of a heading.
fn of_words(words: &str) -> String {
    let kept = words.trim().chars().filter_map(|letter| match letter {
        letter if letter.is_alphanumeric() || letter == '_' || letter == '-' => Some(letter.to_ascii_lowercase()),
        letter if letter.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{check, wrong};

    fn of(pages: &[(&str, &str)]) -> Vec<String> {
        wrong(&pages.iter().map(|(path, text)| ((*path).to_string(), (*text).to_string())).collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn every_link_of_the_rulebook_leads_somewhere() {
        assert_eq!(check(), Ok(Vec::new()));
    }

    #[test]
    fn links_to_pages_headings_and_anchors_are_followed() {
        let pages = [
            ("SUMMARY.md", "- [A](a.md)\n- [B](b/c.md)\n"),
            (
                "a.md",
                "# First *words*\n\n## Own {#own}\n\n[x](b/c.md#second-one) [y](#own) [z](#first-words) [w](https://example.org/#q)\n",
            ),
            ("b/c.md", "# Second one\n\n| a |\n|---|\n| <a id=\"row\"></a>b |\n\n[x](../a.md#own) [y](#row) [z](c.md)\n"),
        ];
        assert_eq!(of(&pages), Vec::<String>::new());
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        for link in ["b.md", "a.md#other", "#other", "../a.md", "c/a.md"] {
            let page = format!("# Title\n\n[x]({link})\n");
            assert_eq!(of(&[("SUMMARY.md", "- [A](a.md)\n"), ("a.md", &page)]).len(), 1, "{link}");
        }
    }

    #[test]
    fn a_page_stands_in_the_contents_once() {
        let page = ("a.md", "# A\n");
        assert_eq!(of(&[("SUMMARY.md", ""), page]).len(), 1);
        assert_eq!(of(&[("SUMMARY.md", "- [A](a.md)\n- [B](a.md)\n"), page]).len(), 1);
        assert_eq!(of(&[("SUMMARY.md", "- [A](b.md)\n"), page]).len(), 2);
    }
}
