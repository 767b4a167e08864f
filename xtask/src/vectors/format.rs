//! The form of a file of vectors: one member a line, ASCII alone, so that a change shows in a diff and no tool garbles it.

use std::fmt::Write;

use palermo_tests::slow::{Published, Remark};

use super::flags;

/// The number of the form, which rises when a runner would have to change.
const FORMAT: u32 = 1;

/// A file of vectors.
pub(crate) struct File {
    pub name: &'static str,
    pub about: &'static str,
    pub vectors: Vec<Vector>,
}

/// One vector.
pub(crate) struct Vector {
    pub id: String,
    pub about: String,
    pub flags: Vec<&'static str>,
    pub record: Text,
    pub outcome: Outcome,
}

/// The text that is handed over.
pub(crate) enum Text {
    Whole(String),
    /// Pieces and how often each stands, for texts that would fill the file.
    Parts(Vec<(String, usize)>),
}

/// What has to come of it.
pub(crate) enum Outcome {
    Decided(Box<Decided>),
    Refused(Vec<Remark>),
}

/// What has to come of a valid record; a part that is none is not compared.
pub(crate) struct Decided {
    pub decision: Option<String>,
    pub compact: Option<String>,
    /// The subject with its explanation.
    pub explanation: Option<(String, String)>,
    pub status_questions: Option<String>,
    pub report: Option<Report>,
}

/// What `validate` says of a valid record.
pub(crate) struct Report {
    pub warnings: Vec<Remark>,
    pub advice: Vec<Remark>,
}

/// A part of what has to come of a valid record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Decision,
    Compact,
    Explanation,
    StatusQuestions,
    Report,
}

impl Vector {
    /// The vector with these parts alone, where the others show nothing that does not stand elsewhere.
    pub(crate) fn with_only(mut self, parts: &[Part]) -> Self {
        if let Outcome::Decided(decided) = &mut self.outcome {
            let has = |part| parts.contains(&part);
            decided.decision = decided.decision.take().filter(|_| has(Part::Decision));
            decided.compact = decided.compact.take().filter(|_| has(Part::Compact));
            decided.explanation = decided.explanation.take().filter(|_| has(Part::Explanation));
            decided.status_questions = decided.status_questions.take().filter(|_| has(Part::StatusQuestions));
            decided.report = decided.report.take().filter(|_| has(Part::Report));
        }
        self
    }
}

/// The whole text of a file.
pub(crate) fn text(file: &File) -> Result<String, String> {
    let explained = flags::explained(&file.vectors)?;
    written(file, &explained).map_err(|error| error.to_string())
}

fn written(file: &File, explained: &[(&str, &str)]) -> Result<String, std::fmt::Error> {
    let published = Published::newest();
    let mut out = String::new();
    writeln!(out, "{{\n  \"format\": {FORMAT},\n  \"about\": {},", string(file.about))?;
    writeln!(out, "  \"standard\": {},", published.standard())?;
    let flags: Vec<String> =
        explained.iter().map(|(flag, meaning)| format!("    {}: {}", string(flag), string(meaning))).collect();
    writeln!(out, "  \"flags\": {{\n{}\n  }},", flags.join(",\n"))?;
    writeln!(out, "  \"count\": {},\n  \"vectors\": [", file.vectors.len())?;
    for (place, vector) in file.vectors.iter().enumerate() {
        let members: Vec<String> = members(vector).iter().map(|(key, value)| format!("      \"{key}\": {value}")).collect();
        let comma = if place + 1 < file.vectors.len() { "," } else { "" };
        writeln!(out, "    {{\n{}\n    }}{comma}", members.join(",\n"))?;
    }
    writeln!(out, "  ]\n}}")?;
    Ok(out)
}

/// The members of a vector in their order.
fn members(vector: &Vector) -> Vec<(&'static str, String)> {
    let flags: Vec<String> = vector.flags.iter().map(|flag| string(flag)).collect();
    let mut members =
        vec![("id", string(&vector.id)), ("about", string(&vector.about)), ("flags", format!("[{}]", flags.join(", ")))];
    members.push(match &vector.record {
        Text::Whole(text) => ("record", string(text)),
        Text::Parts(parts) => {
            let part = |(text, times): &(String, usize)| format!("{{\"text\": {}, \"times\": {times}}}", string(text));
            ("record_parts", format!("[{}]", parts.iter().map(part).collect::<Vec<_>>().join(", ")))
        }
    });
    match &vector.outcome {
        Outcome::Decided(decided) => {
            let (subject, explanation) = decided.explanation.as_ref().map(|(subject, text)| (subject, text)).unzip();
            let texts = [
                ("decision", decided.decision.as_ref()),
                ("compact", decided.compact.as_ref()),
                ("subject", subject),
                ("explanation", explanation),
                ("status_questions", decided.status_questions.as_ref()),
            ];
            members.extend(texts.into_iter().filter_map(|(key, text)| Some((key, string(text?)))));
            if let Some(report) = &decided.report {
                let (warnings, advice) = (remarks(&report.warnings, 10), remarks(&report.advice, 10));
                let text = format!("{{\n        \"warnings\": {warnings},\n        \"advice\": {advice}\n      }}");
                members.push(("report", text));
            }
        }
        Outcome::Refused(errors) => members.push(("errors", remarks(errors, 8))),
    }
    members
}

/// Paths and codes, one a line.
fn remarks(remarks: &[Remark], indent: usize) -> String {
    if remarks.is_empty() {
        return "[]".to_string();
    }
    let (inner, outer) = (" ".repeat(indent), " ".repeat(indent - 2));
    let lines: Vec<String> =
        remarks.iter().map(|(path, code)| format!("{inner}{{\"path\": {}, \"code\": {}}}", string(path), string(code))).collect();
    format!("[\n{}\n{outer}]", lines.join(",\n"))
}

/// A JSON string of ASCII characters alone.
pub(super) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(b'"') => out.push_str("\\\""),
            Ok(b'\\') => out.push_str("\\\\"),
            Ok(b'\n') => out.push_str("\\n"),
            Ok(b'\r') => out.push_str("\\r"),
            Ok(b'\t') => out.push_str("\\t"),
            Ok(byte @ b' '..=b'~') => out.push(char::from(byte)),
            _ => out.extend(["\\u".to_string(), format!("{unit:04x}")]),
        }
    }
    out.push('"');
    out
}
