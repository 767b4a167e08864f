//! Canonical JSON by RFC 8785, for documents of texts, whole numbers, booleans, lists and maps.
//!
//! Keys are sorted here rather than left to the map of `serde_json`, whose order changes with a feature that any crate in
//! a build can switch on. All keys are ASCII, for which the order of UTF-16 units that the RFC asks for is that of bytes.

use alloc::{string::String, vec::Vec};

use serde_json::Value;

/// Writes a value canonically.
pub(crate) fn canonical_json(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (number, item) in items.iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(entries) => {
            let mut sorted: Vec<_> = entries.iter().collect();
            sorted.sort_unstable_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (number, (key, item)) in sorted.into_iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                scalar(&Value::from(key.as_str()), text);
                text.push(':');
                write(item, text);
            }
            text.push('}');
        }
        _ => scalar(value, text),
    }
}

/// `serde_json` escapes strings and writes whole numbers exactly as the RFC asks.
fn scalar(value: &Value, text: &mut String) {
    text.push_str(&serde_json::to_string(value).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::canonical_json;

    #[test]
    fn keys_are_sorted_and_nothing_is_added() {
        let value = serde_json::json!({ "b": [1, true, null], "a": { "d": "é\n\"", "c": "" } });
        assert_eq!(canonical_json(&value), "{\"a\":{\"c\":\"\",\"d\":\"é\\n\\\"\"},\"b\":[1,true,null]}");
    }
}
