//! Writes an explanation straight as canonical JSON: the same bytes as serialising the plain data. Sentences and sources
//! are handed on as the JSON that they are stored as.

use alloc::string::String;

use super::{ExplainedClause, FactIs, FactNeeds, UnknownConclusion, explainer::Explainer};
use crate::{
    evaluate::outcome,
    json_writer::Writer,
    logic::{Index, at},
    record::CheckedRecord,
};

/// Appends the explanation of a conclusion, or of the status.
pub(crate) fn write_explanation(record: &CheckedRecord<'_>, subject: &str, text: &mut String) -> Result<(), UnknownConclusion> {
    let outcome = outcome(record);
    let explainer = Explainer::new(record, &outcome);
    let explained = explainer.explained(subject)?;
    let mut writer = Writer { text };
    writer.open(record.reference);
    writer.standard(explainer.logic);
    writer.field(",\"conclusion\":", &explained.conclusion);
    writer.flag(",\"holds\":", explained.holds);
    writer.raw(",\"rules\":");
    writer.list(explained.rules.iter(), |writer, index| rule(writer, &explainer, *index));
    writer.raw(",\"because\":");
    writer.list(explained.because.iter(), |writer, index| rule(writer, &explainer, *index));
    writer.raw("}");
    Ok(())
}

fn rule(writer: &mut Writer<'_>, explainer: &Explainer<'_>, index: Index) {
    let (Some(code), Some(head)) = (at(&explainer.logic.rules, index), explainer.texts.rule_head(usize::from(index))) else {
        return;
    };
    writer.field("{\"rule\":", &code.id);
    writer.json(",\"gives\":", head.then);
    writer.flag(",\"fires\":", explainer.fires(index));
    writer.json(",\"sentence\":", head.sentence);
    writer.json(",\"derivation\":", head.derivation);
    writer.json(",\"source\":", head.source);
    let mut contested = explainer.texts.contested(usize::from(index)).peekable();
    if contested.peek().is_some() {
        writer.raw(",\"contested\":");
        writer.strings_once(&mut contested);
    }
    writer.raw(",\"clauses\":");
    writer.list(explainer.explained_clauses(index), |writer, explained| clause(writer, &explained));
    writer.raw("}");
}

fn clause(writer: &mut Writer<'_>, explained: &ExplainedClause) {
    let ExplainedClause { met, by, needs, parts } = explained;
    writer.flag("{\"met\":", *met);
    if !by.is_empty() {
        writer.raw(",\"by\":");
        writer.list(by.iter(), |writer, FactIs { fact, value }| {
            writer.field("{\"fact\":", fact);
            writer.field(",\"value\":", value);
            writer.raw("}");
        });
    }
    if !needs.is_empty() {
        writer.raw(",\"needs\":");
        writer.list(needs.iter(), |writer, FactNeeds { fact, values }| {
            writer.field("{\"fact\":", fact);
            writer.raw(",\"values\":");
            writer.strings_once(&mut values.iter().map(String::as_str));
            writer.raw("}");
        });
    }
    if !parts.is_empty() {
        writer.raw(",\"parts\":");
        writer.list(parts.iter(), |writer, part| writer.list(part.iter(), clause));
    }
    writer.raw("}");
}
