//! The form of a value: the type expression of TypeScript for a JSON Schema.

use serde_json::Value as Json;

/// Which way a document goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It is read: lists that cannot be changed are welcome.
    Read,
    /// It is written.
    Written,
}

/// The type expression for a schema.
pub(super) fn form(schema: &Json, way: Way) -> String {
    if let Some(name) = schema.get("$ref").and_then(Json::as_str) {
        return type_name(name.rsplit('/').next().unwrap_or_default()).to_string();
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        return either(values.iter().map(Json::to_string));
    }
    if let Some(forms) = ["oneOf", "anyOf"].iter().find_map(|key| schema.get(key)).and_then(Json::as_array) {
        return either(forms.iter().map(|schema| form(schema, way)));
    }
    match schema.get("type") {
        Some(Json::Array(types)) => either(types.iter().map(|kind| of_type(kind.as_str().unwrap_or_default(), schema, way))),
        Some(kind) => of_type(kind.as_str().unwrap_or_default(), schema, way),
        None => "unknown".to_string(),
    }
}

/// The name of a type in TypeScript: a page has types of its own that are called `Document` and `Text`.
pub(super) fn type_name(name: &str) -> &str {
    match name {
        "Document" => "SourceDocument",
        "Text" => "StandardText",
        name => name,
    }
}

/// A key as it stands in an object type.
pub(super) fn key(name: &str) -> String {
    let plain = name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    if plain { name.to_string() } else { format!("{name:?}") }
}

fn of_type(kind: &str, schema: &Json, way: Way) -> String {
    match kind {
        "string" => "string".to_string(),
        "boolean" => "boolean".to_string(),
        "integer" | "number" => "number".to_string(),
        "null" => "null".to_string(),
        "array" => list(schema, way),
        "object" => object(schema, way),
        _ => "unknown".to_string(),
    }
}

/// A list; a short one of bounded length is written out.
fn list(schema: &Json, way: Way) -> String {
    let items = schema.get("items").map_or_else(|| "unknown".to_string(), |items| form(items, way));
    let readonly = if way == Way::Read { "readonly " } else { "" };
    let bound = |key| schema.get(key).and_then(Json::as_u64);
    match (bound("minItems"), bound("maxItems")) {
        (Some(least), Some(most @ ..=3)) => {
            let tuple =
                |length: u64| format!("{readonly}[{}]", (0..length).map(|_| items.as_str()).collect::<Vec<_>>().join(", "));
            either((least..=most).map(tuple))
        }
        _ if items.contains(' ') => format!("{readonly}({items})[]"),
        _ => format!("{readonly}{items}[]"),
    }
}

fn object(schema: &Json, way: Way) -> String {
    if let Some(properties) = schema.get("properties").and_then(Json::as_object) {
        let required = schema.get("required").and_then(Json::as_array);
        let members = properties.iter().map(|(name, schema)| {
            let required = required.is_some_and(|required| required.iter().any(|key| key == name));
            super::declaration::member(name, schema, required, way)
        });
        return format!("{{ {} }}", members.collect::<Vec<_>>().join("; "));
    }
    let values = schema.get("additionalProperties").filter(|values| values.is_object());
    let values = values.map_or_else(|| "unknown".to_string(), |values| form(values, way));
    match way {
        Way::Read => format!("{{ readonly [name: string]: {values} | undefined }}"),
        Way::Written => format!("{{ [name: string]: {values} }}"),
    }
}

/// Any of several forms, each once, `null` last.
fn either(forms: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for form in forms {
        // A form of several joins the others.
        for one in if form.contains(['{', '(']) { vec![form.as_str()] } else { form.split(" | ").collect() } {
            if !all.iter().any(|other| other == one) {
                all.push(one.to_string());
            }
        }
    }
    if let Some(place) = all.iter().position(|form| form == "null") {
        let null = all.remove(place);
        all.push(null);
    }
    all.join(" | ")
}
