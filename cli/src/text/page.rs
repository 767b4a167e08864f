//! A page of plain text: lines that are wrapped at a width, with hanging indents. No colour, no control characters.

use std::io::{self, IsTerminal};

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width, wrap};

/// The width where the output is no terminal.
pub const WIDTH: usize = 80;
/// Lines longer than this tire the eye, however wide the terminal is.
const WIDEST: usize = 100;
/// A narrower terminal gets lines of this width all the same.
const NARROWEST: usize = 40;

/// How wide the page is: as wide as the terminal, within reason, and 80 columns where the output goes elsewhere.
#[must_use]
pub fn output_width() -> usize {
    if !io::stdout().is_terminal() {
        return WIDTH;
    }
    terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)).clamp(NARROWEST, WIDEST)
}

/// Stands for a space at which no line ends.
pub const TOGETHER: char = '\u{a0}';

/// A page that grows line by line.
#[derive(Clone, Debug)]
pub struct Page {
    width: usize,
    lines: Vec<String>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width, lines: Vec::new() }
    }

    /// The lines so far.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Everything, with a line feed after each line.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut text = self.lines.join("\n");
        text.push('\n');
        text
    }

    /// An empty line, unless the page is empty or ends with one.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// A heading: an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.wrapped("", "", text);
    }

    /// Text, indented by so many columns.
    pub fn text(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&indent, &indent, text);
    }

    /// An item of a list, indented by so many columns.
    pub fn item(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&format!("{indent}- "), &format!("{indent}  "), text);
    }

    /// A named part of an entry: what it is, and behind it the text.
    pub fn part(&mut self, indent: usize, name: &str, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&indent, &format!("{indent}  "), &format!("{name}: {text}"));
    }

    /// How many there are of each, those of which there are any.
    pub fn counts(&mut self, counts: &[(usize, &str)]) {
        let width = counts.iter().map(|(count, _)| count.to_string().len()).max().unwrap_or_default();
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        self.lines.extend(counts.map(|(count, what)| format!("  {count:width$}  {what}")));
    }

    /// Lines that are laid out already.
    pub fn extend(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines.extend(lines);
    }

    /// Text with what its first line and what the others begin with.
    pub fn wrapped(&mut self, first: &str, others: &str, text: &str) {
        self.lines.extend(wrapped(self.width, first, others, text));
    }
}

/// Wraps text. No line is wider than `width`, unless the indents leave no room.
#[must_use]
pub fn wrapped(width: usize, first: &str, others: &str, text: &str) -> Vec<String> {
    // Said out loud, because another crate in the tree can switch on features that change the defaults.
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let text = clean(text);
    wrap(&text, options).into_iter().map(|line| line.replace(TOGETHER, " ").trim_end().to_string()).collect()
}

/// The text in at most `lines` lines of `width` columns; what does not fit is cut, which `…` shows.
#[must_use]
pub fn fitted(width: usize, lines: usize, text: &str) -> Vec<String> {
    let mut found = wrapped(width, "", "", text);
    if found.len() > lines {
        found.truncate(lines);
        if let Some(last) = found.last_mut() {
            *last = cut(width, last);
        }
    }
    found
}

/// Ends a line with `…`, at the last word that leaves room for it.
fn cut(width: usize, line: &str) -> String {
    let mut kept = line.trim_end_matches(['.', ',', ';', ':']).to_string();
    while display_width(&kept) + 2 > width {
        match kept.rfind(' ') {
            Some(space) => kept.truncate(space),
            None => {
                kept.pop();
            }
        }
    }
    format!("{kept} …")
}

/// Text in one line, without control characters: the texts of a rule set are not ours to trust.
#[must_use]
pub fn clean(text: &str) -> String {
    let ends = |letter: char| letter.is_whitespace() && letter != TOGETHER;
    let words = text.split(ends).map(|word| word.chars().filter(|letter| !letter.is_control()).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text padded with spaces to a width.
#[must_use]
pub fn padded(width: usize, text: &str) -> String {
    let missing = width.saturating_sub(display_width(text));
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::{Page, clean, display_width, fitted};

    #[test]
    fn what_does_not_fit_is_cut_at_a_word() {
        assert_eq!(fitted(20, 1, "Has anybody kept your papers?"), ["Has anybody kept …"]);
        assert_eq!(fitted(20, 2, "Has anybody kept your papers?"), ["Has anybody kept", "your papers?"]);
        for line in fitted(10, 2, &"木".repeat(40)) {
            assert!(display_width(&line) <= 10, "{line}");
        }
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(clean("a\u{1b}[31m  b\nc\u{7}"), "a[31m b c");
    }

    #[test]
    fn items_hang() {
        let mut page = Page::new(12);
        page.item(2, "one two three");
        assert_eq!(page.into_text(), "  - one two\n    three\n");
    }
}
