//! The names of an embedded standard: a misspelt fact, value or code does not compile.

use std::{collections::BTreeSet, fmt::Write};

use palermo::{Standard, rule_set::RuleSet, schema};
use serde_json::Value as Json;

use super::{
    HEAD,
    declaration::{declaration, description, documentation, member},
    form::Way,
};

/// The module of a rule set.
pub(super) fn names(set: &RuleSet, standard: &Standard) -> Result<String, String> {
    let record = schema::schema("record", standard).ok_or("there is no schema of the record")?;
    module(set, standard, &record).map_err(|error| error.to_string())
}

fn module(set: &RuleSet, standard: &Standard, record: &Json) -> Result<String, std::fmt::Error> {
    let prefix = super::super::names::pascal(&set.id).replace('-', "");
    let mut out = String::new();
    writeln!(out, "/**\n * The names of the standard {}: a misspelt fact, value or code does not compile.\n *", set.id)?;
    writeln!(out, " * {HEAD} From {} {}, {}.\n */\n", set.id, set.version, set.digest())?;
    writeln!(out, "import type {{ Actor, Certainty, Reference }} from \"./documents.js\";\n")?;

    writeln!(out, "/** The names of the standard {}. */\nexport interface {prefix} {{", set.id)?;
    for (name, about, form) in [
        ("record", "A record.", "Record"),
        ("fact", "The names of the facts.", "FactName"),
        ("conduct", "The conduct codes.", "ConductCode"),
        ("conclusion", "The ids of the conclusions.", "ConclusionId"),
    ] {
        writeln!(out, "  /** {about} */\n  readonly {name}: {prefix}{form};")?;
    }
    writeln!(out, "}}\n")?;

    facts(&mut out, &prefix, record)?;
    let mut event = record.pointer("/$defs/ConductEvent").cloned().unwrap_or_default();
    named(&mut event, "code", &format!("{prefix}ConductCode"));
    writeln!(out, "{}", declaration(&format!("{prefix}ConductEvent"), &event, Way::Read)?)?;

    let mut shape = record.clone();
    named(&mut shape, "facts", &format!("{prefix}Facts"));
    for (list, items) in [("declined", "FactName"), ("conduct", "ConductEvent")] {
        if let Some(schema) = shape.pointer_mut(&format!("/properties/{list}/items")) {
            *schema = reference(&format!("{prefix}{items}"));
        }
    }
    writeln!(out, "{}", declaration(&format!("{prefix}Record"), &shape, Way::Read)?)?;

    let label = |id: &str| set.texts.get(id).map_or("", |text| text.label.as_str());
    let facts = set.facts.iter().map(|fact| (fact.name.clone(), fact.label.as_str()));
    words(&mut out, &format!("{prefix}FactName"), "The name of a fact, in catalogue order.", facts)?;
    let codes = set.conduct.iter().map(|code| (code.code.clone(), label(&format!("conduct:{}", code.code))));
    words(&mut out, &format!("{prefix}ConductCode"), "A conduct code, in catalogue order.", codes)?;
    let mut seen = BTreeSet::new();
    let ids = standard.conclusions().filter(|id| seen.insert(id.to_string())).map(|id| (id.to_string(), label(id)));
    words(&mut out, &format!("{prefix}ConclusionId"), "The id of a conclusion, in catalogue order.", ids)?;
    Ok(out)
}

/// The facts with their values. A type and no interface: so a record of the standard is one of any standard as well.
fn facts(out: &mut String, prefix: &str, record: &Json) -> std::fmt::Result {
    let schema = record.pointer("/properties/facts").cloned().unwrap_or_default();
    out.push_str(&documentation("", &description(&schema)));
    writeln!(out, "export type {prefix}Facts = {{")?;
    for (name, fact) in schema.get("properties").and_then(Json::as_object).into_iter().flatten() {
        let mut about = description(fact);
        if let (Some(from), Some(to)) = (fact.get("minimum"), fact.get("maximum")) {
            about = format!("{about} Completed years, {from} to {to}.");
        }
        if fact.get("deprecated") == Some(&Json::Bool(true)) {
            about.push_str("\n\n@deprecated It changes nothing: do not collect it.");
        }
        out.push_str(&documentation("  ", &about));
        writeln!(out, "  {};", member(name, fact, false, Way::Read))?;
    }
    writeln!(out, "}};\n")
}

/// A list of words, each with its label.
fn words<'a>(out: &mut String, name: &str, about: &str, words: impl Iterator<Item = (String, &'a str)>) -> std::fmt::Result {
    writeln!(out, "/** {about} */\nexport type {name} =")?;
    let lines: Vec<String> = words
        .map(|(word, label)| if label.is_empty() { format!("  | {word:?}") } else { format!("  // {label}\n  | {word:?}") })
        .collect();
    writeln!(out, "{};\n", lines.join("\n"))
}

/// Puts a named type in the place of the form of a property, and leaves whether it may be null.
fn named(schema: &mut Json, property: &str, name: &str) {
    let Some(place) = schema.pointer_mut(&format!("/properties/{property}")) else { return };
    let nullable = place.get("type").and_then(Json::as_array).is_some_and(|types| types.iter().any(|kind| kind == "null"));
    let mut forms = vec![reference(name)];
    forms.extend(nullable.then(|| serde_json::json!({ "type": "null" })));
    *place = serde_json::json!({ "anyOf": forms, "description": place.get("description") });
}

fn reference(name: &str) -> Json {
    serde_json::json!({ "$ref": format!("#/$defs/{name}") })
}
