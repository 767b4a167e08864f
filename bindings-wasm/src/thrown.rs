//! What is thrown: JSON text, of which the TypeScript makes an `Error` of the right class.

use palermo::{Problem, RecordErrors, UnknownConclusion};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// An error that crosses the border.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Thrown {
    /// A record cannot be decided on.
    Record {
        /// Every error, in the order of the document.
        errors: Vec<Problem>,
    },
    /// There is no such conclusion to explain.
    UnknownConclusion {
        /// What is wrong and what to do.
        message: String,
        /// The one that was meant, where one is near.
        nearest: Option<String>,
    },
}

impl From<RecordErrors> for Thrown {
    fn from(errors: RecordErrors) -> Self {
        Self::Record { errors: errors.problems() }
    }
}

impl From<UnknownConclusion> for Thrown {
    fn from(error: UnknownConclusion) -> Self {
        Self::UnknownConclusion { message: error.to_string(), nearest: error.nearest().map(Into::into) }
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        Self::from_str(&json(&thrown))
    }
}

/// The JSON text of something that is written by serde.
pub(crate) fn json<T: Serialize>(value: &T) -> String {
    // Strings, whole numbers, lists and maps with text keys only, so serialising cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}
