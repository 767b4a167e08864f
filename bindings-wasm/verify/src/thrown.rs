//! What is thrown: JSON text that says what is wrong, with the place and what to do.

use palermo::{
    Problem,
    load::{LoadErrors, nearest},
};
use palermo_verify::charter::{Charter, CharterError, CharterErrors};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// An error that crosses the border.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Thrown {
    /// The rule set or an overlay cannot be read, or they cannot be composed.
    RuleSet {
        /// Every error, with the overlay in which it is.
        errors: Vec<Problem>,
    },
    /// The charter cannot be read, or names what the rule set does not have.
    Charter {
        /// Every error, in the order of the document.
        errors: Vec<Problem>,
    },
    /// The charter has no such promise.
    UnknownPromise {
        /// What is wrong.
        message: String,
        /// The one that was meant, where one is near.
        nearest: Option<String>,
    },
}

impl Thrown {
    #[expect(clippy::needless_pass_by_value, reason = "it is handed over where an error is mapped")]
    pub fn rule_set(errors: LoadErrors) -> Self {
        Self::RuleSet { errors: errors.problems() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is handed over where an error is mapped")]
    pub fn charter(errors: CharterErrors) -> Self {
        let problem = |error: &CharterError| Problem {
            path: error.path.clone(),
            code: error.code.as_str().into(),
            message: error.message(),
            help: error.help().unwrap_or_else(|| "mend the charter at this place".into()),
            document: None,
        };
        Self::Charter { errors: errors.errors().iter().map(problem).collect() }
    }

    pub fn unknown_promise(name: &str, charter: &Charter) -> Self {
        let nearest = nearest(name, charter.promises.iter().map(|promise| promise.name.as_str())).map(Into::into);
        Self::UnknownPromise { message: "the charter has no such promise".into(), nearest }
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        Self::from_str(&json(&thrown))
    }
}

/// The JSON text of something that is written by serde.
pub fn json<T: Serialize>(value: &T) -> String {
    // Strings, numbers, lists and maps with text keys only, so serialising cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}
