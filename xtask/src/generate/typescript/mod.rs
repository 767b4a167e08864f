//! The TypeScript types of the npm package, made from the JSON Schemas: names, forms and documentation stand once, in Rust.

mod declaration;
mod form;
mod see_2002;

use std::collections::BTreeMap;

use palermo::{
    CompactDecision, Decision, Explanation, IntakeRecord, MAX_RECORD_BYTES, MAX_RECORD_DEPTH, MAX_RECORD_ERRORS, Question,
    Standard, ValidationReport,
    rule_set::{Dictionary, Rule, RuleSet},
};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Value as Json, json};

use self::{declaration::Declarations, form::Way};
use crate::derived::Derived;

const FOLDER: &str = "bindings-wasm/npm/src/generated";
const HEAD: &str = "Made by `cargo xtask generate`; do not edit.";

/// What of a rule set a standard tells of itself.
const STANDARD_INFO: [&str; 6] = ["title", "summary", "standing", "in_force", "documents", "instruments"];

/// The modules of TypeScript.
pub(crate) fn typescript(set: &RuleSet) -> Result<Vec<Derived>, String> {
    let standard = Standard::from_rule_set(set).map_err(|errors| errors.to_string())?;
    Ok(vec![
        Derived::new(format!("{FOLDER}/documents.ts"), documents()?),
        Derived::new(format!("{FOLDER}/{}.ts", set.id), see_2002::names(set, &standard)?),
        Derived::new(format!("{FOLDER}/limits.ts"), limits()),
    ])
}

/// The documents of every standard: what is given and what is taken.
fn documents() -> Result<String, String> {
    let mut all = Declarations::default();
    all.add(record(), Way::Read)?;
    all.add(written::<Decision>(), Way::Written)?;
    all.add(written::<CompactDecision>(), Way::Written)?;
    all.add(written::<Explanation>(), Way::Written)?;
    all.add(written::<Question>(), Way::Written)?;
    all.add(written::<ValidationReport>(), Way::Written)?;
    all.add(written::<Dictionary>(), Way::Written)?;
    all.add(rule()?, Way::Written)?;
    let set = written::<RuleSet>();
    for name in ["Text", "FirstScreen", "RuleSetKind", "Standing"] {
        all.add(part(&set, name)?, Way::Written)?;
    }
    all.add(standard_info(set)?, Way::Written)?;
    Ok(format!("/**\n * The documents that go in and out, whatever the standard.\n *\n * {HEAD}\n */\n\n{}", all.text()?))
}

fn limits() -> String {
    let limits = BTreeMap::from([
        ("MAX_RECORD_BYTES", ("The greatest length of the text of a record, in bytes.", MAX_RECORD_BYTES)),
        ("MAX_RECORD_DEPTH", ("How deep the values of a record may be nested.", MAX_RECORD_DEPTH)),
        ("MAX_RECORD_ERRORS", ("How many errors of one record are listed.", MAX_RECORD_ERRORS)),
    ]);
    let mut out = format!("/**\n * The limits of a record.\n *\n * {HEAD}\n */\n");
    for (name, (about, value)) in limits {
        out = format!("{out}\n/** {about} */\nexport const {name} = {value};\n");
    }
    out
}

/// A record of any standard, as it is read from JSON: every key may say `null` as well.
fn record() -> Json {
    let mut schema = read::<IntakeRecord>();
    for (_, property) in schema.pointer_mut("/properties").and_then(Json::as_object_mut).into_iter().flatten() {
        let description = property.get("description").cloned();
        *property = json!({ "description": description, "anyOf": [property.take(), { "type": "null" }] });
    }
    schema
}

/// A rule as a standard gives it: without its cases.
fn rule() -> Result<Json, String> {
    let mut schema = written::<Rule>();
    let properties = schema.pointer_mut("/properties").and_then(Json::as_object_mut);
    properties.and_then(|properties| properties.remove("cases")).ok_or("a rule has no cases any more")?;
    Ok(schema)
}

/// A definition of a schema as a schema of its own.
fn part(schema: &Json, name: &str) -> Result<Json, String> {
    let mut part = schema.pointer(&format!("/$defs/{name}")).cloned().ok_or_else(|| format!("there is no type {name}"))?;
    if let Some(part) = part.as_object_mut() {
        part.insert("title".into(), name.into());
        part.insert("$defs".into(), schema.get("$defs").cloned().unwrap_or_default());
    }
    Ok(part)
}

/// What a standard tells of itself: some of the properties of its rule set.
fn standard_info(mut set: Json) -> Result<Json, String> {
    let root = set.as_object_mut().ok_or("the schema of a rule set is no object")?;
    root.insert("title".into(), "StandardInfo".into());
    root.insert("description".into(), "What a standard is.".into());
    if let Some(properties) = root.get_mut("properties").and_then(Json::as_object_mut) {
        properties.retain(|name, _| STANDARD_INFO.contains(&name.as_str()));
        let standing = properties.get_mut("standing").and_then(Json::as_object_mut);
        let about = "Whether it is a standard, or a practice written as rules.";
        standing.and_then(|standing| standing.insert("description".into(), about.into())).ok_or("a rule set has no standing")?;
    }
    // A standard says all of it, also what its rule set leaves out.
    root.insert("required".into(), json!(STANDARD_INFO));
    Ok(set)
}

/// The schema of what the engine writes: what it always writes is required.
fn written<T: JsonSchema>() -> Json {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema of what the engine reads.
fn read<T: JsonSchema>() -> Json {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}
