//! Canonical JSON by RFC 8785, for documents of texts, whole numbers, booleans, lists and maps.
//!
//! Keys are sorted here, whatever their order in the tree. All keys are ASCII, for which the order of UTF-16 units that the
//! RFC asks for is that of bytes.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use serde::Serialize;

use super::Tree;

/// Writes a document of the rule format canonically.
pub(super) fn of(document: &impl Serialize) -> String {
    // Strings, whole numbers, lists and maps only, so neither writing nor reading again can fail.
    let text = serde_json::to_string(document).unwrap_or_default();
    Tree::from_json(&text).map(|tree| canonical_json(&tree)).unwrap_or_default()
}

/// Writes a tree canonically. Numbers that no rule set has are written as `null`.
#[must_use]
pub fn canonical_json(tree: &Tree) -> String {
    let mut text = String::new();
    write(tree, &mut text);
    text
}

fn write(tree: &Tree, text: &mut String) {
    match tree {
        Tree::Null | Tree::OtherNumber => text.push_str("null"),
        Tree::Bool(yes) => text.push_str(if *yes { "true" } else { "false" }),
        Tree::Number(number) => text.push_str(&number.to_string()),
        Tree::Text(word) => quoted(word, text),
        Tree::List(items) => {
            text.push('[');
            for (number, item) in items.iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Tree::Map(entries) => {
            let mut sorted: Vec<&(String, Tree)> = entries.iter().collect();
            sorted.sort_unstable_by(|one, other| one.0.cmp(&other.0));
            text.push('{');
            for (number, (key, item)) in sorted.into_iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                quoted(key, text);
                text.push(':');
                write(item, text);
            }
            text.push('}');
        }
    }
}

/// `serde_json` escapes strings exactly as the RFC asks.
fn quoted(word: &str, text: &mut String) {
    text.push_str(&serde_json::to_string(word).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::{Tree, canonical_json};

    #[test]
    fn keys_are_sorted_and_nothing_is_added() {
        let tree = Tree::from_json(r#"{ "b": [1, true, null], "a": { "d": "é\n\"", "c": "" } }"#);
        assert_eq!(
            tree.map(|tree| canonical_json(&tree)).as_deref(),
            Ok("{\"a\":{\"c\":\"\",\"d\":\"é\\n\\\"\"},\"b\":[1,true,null]}")
        );
    }
}
