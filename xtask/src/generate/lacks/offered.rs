//! What the bindings offer, read from their sources and put into the words of the core.

use super::core_items::{self, Item};
use crate::{files, tidy};

/// Types that carry another name in TypeScript, where the name of the core is taken.
const OTHER_NAMES: [(&str, &str); 2] = [("SourceDocument", "Document"), ("StandardText", "Text")];

/// What the npm package offers: the types that it exports, and the methods of its class `Standard`.
pub(super) fn in_typescript(items: &[Item]) -> Result<Vec<Item>, String> {
    let sources = files::root().join("bindings-wasm/npm/src");
    let mut offered = Vec::new();
    for file in ["generated/documents.ts", "generated/limits.ts", "errors.ts", "standard.ts"] {
        let text = files::read_text(&sources.join(file))?;
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("export ") {
                let mut words = rest.split(|char: char| !char.is_alphanumeric() && char != '_').filter(|word| !word.is_empty());
                if matches!(words.next(), Some("type" | "interface" | "class" | "const"))
                    && let Some(name) = words.next()
                {
                    let renamed = OTHER_NAMES.iter().find(|(other, _)| *other == name);
                    offered.extend(named(renamed.map_or(name, |(_, name)| name), items));
                }
            } else if file == "standard.ts"
                && let Some(name) = method(line)
            {
                offered.push(Item::Method { of: "Standard".into(), name: snake_case(name) });
            }
        }
    }
    Ok(offered)
}

/// The name of the method of a class that begins in a line.
fn method(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("  ").filter(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase()))?;
    let rest = rest.strip_prefix("static ").or_else(|| rest.strip_prefix("get ")).unwrap_or(rest);
    let (name, _) = rest.split_once('(')?;
    name.chars().all(char::is_alphanumeric).then_some(name)
}

/// `evaluateJson` to `evaluate_json`, `see2002` to `see_2002`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut before_digit = false;
    for char in name.chars() {
        if char.is_ascii_uppercase() || (char.is_ascii_digit() && !before_digit) {
            snake.push('_');
        }
        before_digit = char.is_ascii_digit();
        snake.push(char.to_ascii_lowercase());
    }
    snake
}

/// What `UniFFI` carries: the types, and the methods of its objects.
pub(super) fn in_uniffi(items: &[Item]) -> Result<Vec<Item>, String> {
    let mut offered = Vec::new();
    for path in tidy::rust_files(&files::root().join("bindings-ffi/src"))? {
        let found = core_items::public_in(&path)?;
        for item in found {
            match item {
                Item::Named { name, .. } => offered.extend(named(&name, items)),
                method @ Item::Method { .. } => offered.push(method),
            }
        }
    }
    Ok(offered)
}

/// The item of the core that has a name, where there is one.
fn named(name: &str, items: &[Item]) -> Option<Item> {
    items.iter().find(|item| matches!(item, Item::Named { name: known, .. } if known == name)).cloned()
}
