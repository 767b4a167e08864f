//! JSON Schema 2020-12 of every document that crosses the border, made from the types and, for the record, from the
//! dictionary of a standard.
//!
//! Some things no schema can see, and [`crate::Standard::read_json`] is the stricter there: how a number is written (`16.0`
//! is a whole number to a schema), keys that stand twice, the size of the text, and how deep it is nested.

use alloc::{format, string::String, vec::Vec};

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value as Json, json};

use crate::{
    CompactDecision, Decision, Explanation, IntakeRecord, Question, Standard, ValidationReport,
    rule_set::{Dictionary, FORMAT, Fact, Overlay, Rule, RuleSet, Values},
    vocabulary::Stage,
};

/// The documents that have a schema.
pub const NAMES: [&str; 10] = [
    "record",
    "decision",
    "compact-decision",
    "explanation",
    "questions",
    "validation-report",
    "rule-set",
    "overlay",
    "dictionary",
    "rule-file",
];

/// The schema of a document, or `None` where there is no such document.
///
/// ```
/// # #[cfg(feature = "see-2002")] {
/// let standard = palermo::Standard::see_2002();
/// let record = palermo::schema::schema("record", &standard).unwrap();
/// assert_eq!(record["$id"], "urn:palermo:format-1:see-2002:record");
/// # }
/// ```
#[must_use]
pub fn schema(name: &str, standard: &Standard) -> Option<Json> {
    let schema = match name {
        "record" => record(&standard.dictionary()),
        "decision" => written::<Decision>(),
        "compact-decision" => written::<CompactDecision>(),
        "explanation" => written::<Explanation>(),
        "questions" => written::<Vec<Question>>(),
        "validation-report" => written::<ValidationReport>(),
        "rule-set" => with_short_forms(read::<RuleSet>()),
        "overlay" => with_short_forms(read::<Overlay>()),
        "dictionary" => written::<Dictionary>(),
        "rule-file" => rule_file(),
        _ => return None,
    };
    let of = if name == "record" { format!("{}:", standard.id()) } else { String::new() };
    Some(finished(&format!("format-{FORMAT}:{of}{name}"), schema))
}

/// A schema with its id, without what is said to users of Rust alone: for the schemas of the crates beside this one.
#[doc(hidden)]
#[must_use]
pub fn finished(id: &str, mut schema: Json) -> Json {
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".into(), format!("urn:palermo:{id}").into());
    }
    without_rust(&mut schema);
    head_first(schema)
}

/// Leaves out of every description what is said to users of Rust alone: examples, and paragraphs that link to items.
fn without_rust(schema: &mut Json) {
    match schema {
        Json::Object(keys) => {
            if let Some(Json::String(text)) = keys.get_mut("description") {
                let spoken = text.split("\n```").next().unwrap_or_default();
                let paragraphs = spoken.split("\n\n").filter(|paragraph| !paragraph.contains("crate::"));
                *text = paragraphs.collect::<Vec<_>>().join("\n\n").trim_end().into();
            }
            keys.values_mut().for_each(without_rust);
        }
        Json::Array(items) => items.iter_mut().for_each(without_rust),
        _ => {}
    }
}

/// What a reader of a schema looks for first, first.
fn head_first(mut schema: Json) -> Json {
    let mut sorted = serde_json::Map::new();
    if let Some(keys) = schema.as_object_mut() {
        for key in ["$schema", "$id", "title", "description"] {
            sorted.extend(keys.get(key).map(|value| (key.into(), value.clone())));
        }
        for (key, value) in core::mem::take(keys) {
            sorted.entry(key).or_insert(value);
        }
    }
    Json::Object(sorted)
}

/// The schema of a document that this crate writes: what it always writes is required.
fn written<T: JsonSchema>() -> Json {
    generate::<T>(SchemaSettings::draft2020_12().for_serialize())
}

/// The schema of a document that this crate reads.
fn read<T: JsonSchema>() -> Json {
    generate::<T>(SchemaSettings::draft2020_12())
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Json {
    SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value()
}

/// The record: the type, with the names and values of the dictionary in place of any name and any value.
fn record(dictionary: &Dictionary) -> Json {
    let mut schema = read::<IntakeRecord>();
    let names: Vec<&str> = dictionary.facts.iter().map(|fact| fact.name.as_str()).collect();
    let codes: Vec<&str> = dictionary.conduct.iter().map(|code| code.code.as_str()).collect();
    let properties: serde_json::Map<String, Json> =
        dictionary.facts.iter().map(|fact| (fact.name.clone(), fact_schema(fact))).collect();
    let facts = json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false });
    let declined = json!({ "type": ["array", "null"], "items": { "enum": names } });
    let event = json!({ "$ref": "#/$defs/ConductEvent" });
    let conduct = json!({ "type": ["array", "null"], "items": event });
    for (name, new) in [("facts", facts), ("declined", declined), ("conduct", conduct)] {
        replace(&mut schema, &format!("/properties/{name}"), new);
    }
    replace(&mut schema, "/$defs/ConductEvent/properties/code", json!({ "enum": codes }));
    // Only the definitions that are still referred to stay.
    if let Some(definitions) = schema.pointer_mut("/$defs").and_then(Json::as_object_mut) {
        definitions.remove("FactValue");
    }
    if let Some(root) = schema.as_object_mut() {
        root.insert("allOf".into(), dictionary.facts.iter().map(not_declined_and_given).collect());
    }
    schema
}

/// Puts a schema in the place of another one, whose description it keeps.
fn replace(schema: &mut Json, pointer: &str, mut new: Json) {
    if let Some(place) = schema.pointer_mut(pointer) {
        if let (Some(description), Some(new)) = (place.get("description"), new.as_object_mut()) {
            new.insert("description".into(), description.clone());
        }
        *place = new;
    }
}

fn fact_schema(fact: &Fact) -> Json {
    let mut schema = match &fact.values {
        Values::YesNo => json!({ "type": ["boolean", "null"] }),
        Values::Choice(words) => {
            let words = words.iter().map(|word| Json::from(word.as_str()));
            json!({ "enum": words.chain([Json::from("unknown"), Json::Null]).collect::<Vec<_>>() })
        }
        Values::Years { from, to } => json!({ "type": ["integer", "null"], "minimum": from, "maximum": to }),
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".into(), fact.label.as_str().into());
        schema.insert("description".into(), fact.meaning.as_str().into());
        if fact.ask == Stage::Never {
            // Accepted, because old systems hold it; no form made from this schema should ask for it.
            schema.insert("deprecated".into(), true.into());
        }
    }
    schema
}

/// A declined fact has no value.
fn not_declined_and_given(fact: &Fact) -> Json {
    let name = fact.name.as_str();
    json!({
        "not": {
            "properties": {
                "declined": { "type": "array", "contains": { "const": name } },
                "facts": {
                    "type": "object",
                    "properties": { name: { "not": { "enum": [null, "unknown"] } } },
                    "required": [name]
                }
            },
            "required": ["declined", "facts"]
        }
    })
}

/// A rule file in YAML: a rule without its id, which is the place of the file.
fn rule_file() -> Json {
    let mut schema = with_short_forms(read::<Rule>());
    if let Some(properties) = schema.pointer_mut("/properties").and_then(Json::as_object_mut) {
        properties.remove("id");
    }
    if let Some(required) = schema.pointer_mut("/required").and_then(Json::as_array_mut) {
        required.retain(|key| key != "id");
    }
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".into(), "Rule file".into());
    }
    schema
}

/// Adds the short forms that are read beside the full ones: a breach by its code alone, a set member by its name alone.
fn with_short_forms(mut schema: Json) -> Json {
    for name in ["Breach", "Member"] {
        if let Some(definition) = schema.pointer_mut(&format!("/$defs/{name}")) {
            let full = definition.take();
            *definition = json!({ "anyOf": [{ "type": "string" }, full] });
        }
    }
    schema
}
