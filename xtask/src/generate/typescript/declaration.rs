//! Declarations of TypeScript: an interface, a list of words or another form for each type of a schema, with its
//! documentation.

use std::{collections::BTreeMap, fmt::Write};

use serde_json::Value as Json;

use super::form::{Way, form, key, type_name};

/// Types by name; one that several schemas hold stands once.
#[derive(Default)]
pub(super) struct Declarations {
    types: BTreeMap<String, String>,
}

impl Declarations {
    /// Adds the type of a schema and the types that it names.
    pub(super) fn add(&mut self, mut schema: Json, way: Way) -> Result<(), String> {
        let root = schema.as_object_mut().ok_or("a schema is no object")?;
        let title = root.get("title").and_then(Json::as_str).ok_or("a schema has no title")?.to_string();
        let definitions = root.remove("$defs").unwrap_or_default();
        self.add_type(&title, &schema, &definitions, way)
    }

    fn add_type(&mut self, name: &str, schema: &Json, definitions: &Json, way: Way) -> Result<(), String> {
        let shown = type_name(name);
        let text = declaration(shown, schema, way).map_err(|error| error.to_string())?;
        match self.types.get(shown) {
            Some(other) if *other == text => return Ok(()),
            Some(_) => return Err(format!("there are two different types {name}")),
            None => self.types.insert(shown.to_string(), text),
        };
        let mut named = Vec::new();
        references(schema, &mut named);
        for name in named {
            let definition = definitions.get(&name).ok_or_else(|| format!("there is no type {name}"))?;
            self.add_type(&name, definition, definitions, way)?;
        }
        Ok(())
    }

    /// Every declaration, by name.
    pub(super) fn text(&self) -> Result<String, String> {
        if self.types.contains_key("Record") {
            return Err("a type must not be called as one of TypeScript".to_string());
        }
        Ok(self.types.values().map(String::as_str).collect::<Vec<_>>().join("\n"))
    }
}

/// The names that a schema refers to.
fn references(schema: &Json, found: &mut Vec<String>) {
    match schema {
        Json::Object(object) => {
            if let Some(name) = object.get("$ref").and_then(Json::as_str).and_then(|place| place.strip_prefix("#/$defs/")) {
                found.push(name.to_string());
            }
            object.values().for_each(|value| references(value, found));
        }
        Json::Array(list) => list.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// The declaration of a type.
pub(super) fn declaration(name: &str, schema: &Json, way: Way) -> Result<String, std::fmt::Error> {
    let mut out = documentation("", &description(schema));
    let Some(properties) = schema.get("properties").and_then(Json::as_object) else {
        let form = form(schema, way);
        // Words stand one a line where they are many; nothing else is as simple to break.
        if form.len() > 100 && !form.contains(['{', '(']) {
            writeln!(out, "export type {name} =\n  | {};", form.replace(" | ", "\n  | "))?;
        } else {
            writeln!(out, "export type {name} = {form};")?;
        }
        return Ok(out);
    };
    let required = schema.get("required").and_then(Json::as_array);
    writeln!(out, "export interface {name} {{")?;
    for (property, schema) in properties {
        let required = required.is_some_and(|required| required.iter().any(|name| name == property));
        out.push_str(&documentation("  ", &description(schema)));
        writeln!(out, "  {};", member(property, schema, required, way))?;
    }
    writeln!(out, "}}")?;
    Ok(out)
}

/// A property of an interface.
pub(super) fn member(name: &str, schema: &Json, required: bool, way: Way) -> String {
    // What is written is left out where there is none, and never null.
    let form = match (way, required, form(schema, way)) {
        (Way::Written, false, form) => form.strip_suffix(" | null").map(str::to_string).unwrap_or(form),
        // What is undefined is absent, for those as well who let the compiler tell the two apart.
        (Way::Read, false, form) => format!("{form} | undefined"),
        (_, _, form) => form,
    };
    format!("{}{}: {form}", key(name), if required { "" } else { "?" })
}

/// What a schema says of itself, its words included.
pub(super) fn description(schema: &Json) -> String {
    let mut text = schema.get("description").and_then(Json::as_str).map(prose).unwrap_or_default();
    let words = ["oneOf", "anyOf"].iter().find_map(|key| schema.get(key)).and_then(Json::as_array);
    for word in words.into_iter().flatten() {
        if let (Some(value), Some(about)) = (word.get("const"), word.get("description").and_then(Json::as_str)) {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_string);
            text = format!("{text}\n- `{value}`: {about}");
        }
    }
    text
}

/// The documentation of a type of Rust for readers of TypeScript: without what speaks of items of the crate or shows Rust.
fn prose(text: &str) -> String {
    let text = text.split("\n```").next().unwrap_or_default();
    let spoken = text.split("\n\n").filter(|paragraph| !paragraph.contains("crate::") && !paragraph.contains("serde_json"));
    let shown = spoken.collect::<Vec<_>>().join("\n\n");
    // Links to items of Rust lead nowhere; their names stay.
    shown.replace("[`", "`").replace("`]", "`")
}

/// A comment of documentation, in lines of at most 120 columns.
pub(super) fn documentation(indent: &str, text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.replace("*/", "*\\/").split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for part in paragraph.split('\n') {
            if part.starts_with("- ") || part.starts_with('@') {
                lines.extend((!line.is_empty()).then(|| std::mem::take(&mut line)));
            }
            for word in part.split_whitespace() {
                if !line.is_empty() && indent.len() + 3 + line.chars().count() + 1 + word.chars().count() > 120 {
                    lines.push(std::mem::take(&mut line));
                    // Behind a dash the text goes on under the text.
                    line.push_str(if part.starts_with("- ") { "  " } else { "" });
                } else if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        lines.push(line);
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] if line.is_empty() => String::new(),
        [line] if indent.len() + line.chars().count() + 7 <= 120 => format!("{indent}/** {line} */\n"),
        lines => {
            let mut out = format!("{indent}/**\n");
            for line in lines {
                out.push_str(format!("{indent} * {line}").trim_end());
                out.push('\n');
            }
            out + &format!("{indent} */\n")
        }
    }
}
