//! Reads a YAML file to a tree in which every value and every key knows its place.
//!
//! YAML 1.2 as rule authors need it: `true` and `false` are the only booleans, whole numbers are digits, everything else
//! is text. Anchors, aliases and tags are refused: a rule says all it says where it stands.

use palermo::load::Tree;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::{
    error::{Place, SourceError},
    source_file::SourceFile,
};

/// How deep a file may be nested.
const MAX_DEPTH: usize = 64;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub place: Place,
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A scalar.
    Scalar(Tree),
    /// A list.
    List(Vec<Node>),
    /// A map in the order of the file; a key that stands twice is kept twice.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub place: Place,
    pub name: String,
}

impl Node {
    pub(crate) fn text(place: Place, text: &str) -> Self {
        Self { place, value: Value::Scalar(Tree::Text(text.to_string())) }
    }
}

/// Reads a file; an empty one is an empty map.
pub(crate) fn parse(number: usize, files: &[SourceFile]) -> Result<Node, SourceError> {
    let start = Place { file: number, line: 1, column: 1 };
    let text = files.get(number).map(|file| file.text.as_str()).unwrap_or_default();
    let mut reader = Reader { parser: Parser::new_from_str(text), file: number, files };
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => {
                return Ok(Node { place: start, value: Value::Map(Vec::new()) });
            }
            Event::DocumentStart(_) => {
                let event = reader.next()?;
                let node = reader.node(event, 0)?;
                reader.end()?;
                return Ok(node);
            }
            Event::StreamStart | Event::Nothing => {}
            _ => return Err(reader.error(span, "this is not expected here")),
        }
    }
}

struct Reader<'i> {
    parser: Parser<'i, saphyr_parser::StrInput<'i>>,
    file: usize,
    files: &'i [SourceFile],
}

impl<'i> Reader<'i> {
    fn place(&self, span: Span) -> Place {
        Place { file: self.file, line: span.start.line(), column: span.start.col() + 1 }
    }

    fn error(&self, span: Span, message: &str) -> SourceError {
        SourceError::at(self.place(span), self.files, message.to_string(), None)
    }

    fn next(&mut self) -> Result<(Event<'i>, Span), SourceError> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let marker = error.marker();
                let place = Place { file: self.file, line: marker.line(), column: marker.col() + 1 };
                let info = error.info();
                // What happens to whoever writes a sentence with a colon in it.
                let help =
                    info.contains("mapping values").then(|| "put a text with a colon in it between `\"` and `\"`".to_string());
                Err(SourceError::at(place, self.files, format!("this is no valid YAML: {info}"), help))
            }
            None => Err(SourceError::of_file(
                &self.files.get(self.file).map(|file| file.path.clone()).unwrap_or_default(),
                "the file ends too early".into(),
            )),
        }
    }

    /// Nothing may follow the first document.
    fn end(&mut self) -> Result<(), SourceError> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd | Event::Nothing, _) => {}
                (_, span) => return Err(self.error(span, "a file holds one document")),
            }
        }
    }

    fn node(&mut self, (event, span): (Event<'i>, Span), depth: usize) -> Result<Node, SourceError> {
        if depth > MAX_DEPTH {
            return Err(self.error(span, &format!("this is nested deeper than {MAX_DEPTH} levels")));
        }
        let place = self.place(span);
        let plain = match &event {
            Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                *anchor == 0 && tag.is_none()
            }
            _ => true,
        };
        if !plain {
            return Err(self.error(span, "anchors and tags are not used in rule sets; write the value out"));
        }
        let value = match event {
            Event::Scalar(text, style, ..) => Value::Scalar(scalar(&text, style)),
            Event::SequenceStart(..) => Value::List(self.list(depth)?),
            Event::MappingStart(..) => Value::Map(self.map(depth)?),
            Event::Alias(_) => {
                return Err(self.error(span, "aliases are not used in rule sets; write the value out"));
            }
            _ => return Err(self.error(span, "this is not expected here")),
        };
        Ok(Node { place, value })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, SourceError> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                event => items.push(self.node(event, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Vec<(Key, Node)>, SourceError> {
        let mut entries = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(name, _, 0, None), span) => {
                    let key = Key { place: self.place(span), name: name.into_owned() };
                    let event = self.next()?;
                    entries.push((key, self.node(event, depth + 1)?));
                }
                (_, span) => return Err(self.error(span, "a key is a plain word")),
            }
        }
    }
}

/// The value of a scalar in the core schema of YAML 1.2, as far as rule sets use it.
fn scalar(text: &str, style: ScalarStyle) -> Tree {
    if style != ScalarStyle::Plain {
        return Tree::Text(text.to_string());
    }
    match text {
        "" | "~" | "null" => Tree::Null,
        "true" => Tree::Bool(true),
        "false" => Tree::Bool(false),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().map_or(Tree::OtherNumber, Tree::Number),
        // A fraction is no text: `version: 0.1` or `at: 2.1` without quotes would lose what it says.
        fraction if fraction.parse::<f64>().is_ok() => Tree::OtherNumber,
        text => Tree::Text(text.to_string()),
    }
}
