//! Pages of Markdown: text is escaped where it enters, so that nothing in a rule set can be taken for markup.

use std::fmt::Write;

use palermo_cli::text::page::clean;

/// A page of the rulebook, which grows from top to bottom.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Its path below `rulebook/src`.
    pub path: String,
    /// What it is called in the table of contents.
    pub title: String,
    text: String,
}

impl Page {
    /// A page that begins with its title.
    pub(crate) fn new(path: impl Into<String>, title: impl Into<String>) -> Self {
        let title = title.into();
        let made = "<!-- Made from the rule sets by `cargo xtask generate`. -->";
        let text = format!("{made}\n\n# {}\n", escaped(&title));
        Self { path: path.into(), title, text }
    }

    /// The text of the page.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    fn add(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A heading with an anchor of its own, so that links to it do not depend on its words.
    pub(crate) fn heading(&mut self, level: usize, inline: &str, anchor: &str) {
        self.add(&format!("\n{} {inline} {{#{anchor}}}", "#".repeat(level)));
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, inline: &str) {
        self.add(&format!("\n{inline}"));
    }

    /// A sentence that stands out.
    pub(crate) fn quote(&mut self, inline: &str) {
        self.add(&format!("\n> {inline}"));
    }

    /// A line that introduces a list.
    pub(crate) fn lead(&mut self, inline: &str) {
        self.paragraph(&format!("**{inline}**"));
    }

    /// A list; each item with its depth.
    pub(crate) fn list(&mut self, items: impl IntoIterator<Item = (usize, String)>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.text.push('\n');
        }
        for (depth, inline) in items {
            self.add(&format!("{}- {inline}", "  ".repeat(depth)));
        }
    }

    /// A table.
    pub(crate) fn table(&mut self, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
        let mut rows = rows.into_iter().peekable();
        if rows.peek().is_none() {
            return;
        }
        self.add(&format!("\n| {} |\n|{}", head.join(" | "), "---|".repeat(head.len())));
        for row in rows {
            self.add(&format!("| {} |", row.join(" | ")));
        }
    }
}

/// Text as it is read: no character of it is markup.
pub(crate) fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut written = String::with_capacity(text.len());
    // What would begin a heading, a list or a quotation at the beginning of a line.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = match text.chars().next() {
        Some('#' | '-' | '+' | '=' | '>' | '~' | ':') => Some(0),
        Some('0'..='9') if text.get(number..).is_some_and(|rest| rest.starts_with(['.', ')'])) => Some(number),
        _ => None,
    };
    for (place, letter) in text.char_indices() {
        if begins == Some(place)
            || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '{' | '}' | '&' | '~' | '$')
        {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

/// An id, as it stands in records and decisions.
pub(crate) fn code(id: &str) -> String {
    format!("`{}`", clean(id).replace('`', ""))
}

/// A label, linked where there is somewhere to lead to.
pub(crate) fn linked(label: &str, target: Option<String>) -> String {
    target.map_or_else(|| label.to_string(), |target| format!("[{label}]({target})"))
}

/// A place inside a paragraph or a table that links lead to.
pub(crate) fn target(id: &str) -> String {
    format!("<a id=\"{}\"></a>", anchor(id))
}

/// Text that stands out.
pub(crate) fn bold(text: &str) -> String {
    format!("**{}**", escaped(text))
}

/// A named part of an entry.
pub(crate) fn part(name: &str, inline: &str) -> String {
    format!("**{}:** {inline}", escaped(name))
}

/// An anchor that can be made of any id.
pub(crate) fn anchor(id: &str) -> String {
    let mut made = String::new();
    for letter in id.chars() {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            made.push(letter.to_ascii_lowercase());
        } else if !made.ends_with('-') {
            made.push('-');
        }
    }
    made.trim_matches('-').to_string()
}

/// How many there are, with the word for one and for several.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write!(text, "{number} {}", if number == 1 { one } else { several });
    text
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::{anchor, escaped};

    /// What a reader sees of a paragraph.
    fn read(markdown: &str) -> String {
        // As book.toml has it.
        let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
        let text = Parser::new_ext(markdown, options).filter_map(|event| match event {
            Event::Text(text) => Some(text.to_string()),
            Event::Start(_) | Event::End(_) => None,
            other => Some(format!("«{other:?}»")),
        });
        text.collect()
    }

    #[test]
    fn no_text_is_taken_for_markup() {
        for text in [
            "2.1 b3, lines 289-290",
            "1. first",
            "12) twelfth",
            "# no heading",
            "- no item",
            "+ no item",
            "> no quotation",
            "a *b* _c_ `d` [e](f) <g> h|i {{#include j}} &amp; ~~k~~ $l$",
            "https://example.org and <https://example.org>",
            "\\ at the end \\",
            "[^1]: no note",
            ": no definition",
            "=== and ---",
        ] {
            assert_eq!(read(&escaped(text)), text);
            assert_eq!(read(&format!("- {}", escaped(text))), text, "in a list");
        }
    }

    #[test]
    fn anchors_are_plain() {
        assert_eq!(anchor("entitlement:shelter"), "entitlement-shelter");
        assert_eq!(anchor("3 G+IO b1 966-968"), "3-g-io-b1-966-968");
        assert_eq!(anchor("value:documents=none"), "value-documents-none");
    }
}
