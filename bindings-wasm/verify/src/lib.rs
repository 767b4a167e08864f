//! The WebAssembly that proves: a rule set and a charter as JSON text in, a report as JSON text out.
//!
//! It is a module of its own and in no package: who decides by a rule set has no use for it. It is for whoever writes one, and
//! checks it in a browser against the promises that it has to keep.

mod thrown;

use palermo::{load::overlays_of_json, rule_set::RuleSet};
use palermo_verify::{Options, Subject, charter::Charter, prove};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use self::thrown::{Thrown, json};

/// Holds a rule set, with the overlays that are composed with it, to a charter, and gives the report as JSON: the one that
/// `palermo rules verify --format json` writes.
///
/// `promises` are the names of those to prove; all of them where there are none.
///
/// # Errors
///
/// JSON text that says what is wrong: `{"kind":"rule_set","errors":[…]}`, `{"kind":"charter","errors":[…]}`, or
/// `{"kind":"unknown_promise","message":…,"nearest":…}`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands lists over")]
pub fn verify(rule_set: &str, overlays: Vec<String>, charter: &str, promises: Vec<String>) -> Result<String, JsValue> {
    Ok(verified(rule_set, &overlays, charter, &promises)?)
}

fn verified(rule_set: &str, overlays: &[String], charter: &str, promises: &[String]) -> Result<String, Thrown> {
    let base = RuleSet::from_json(rule_set).map_err(Thrown::rule_set)?;
    let overlays: Vec<&str> = overlays.iter().map(String::as_str).collect();
    let overlays = overlays_of_json(&overlays).map_err(Thrown::rule_set)?;
    let charter = Charter::from_json(charter).map_err(Thrown::charter)?;
    if let Some(name) = promises.iter().find(|name| charter.promise(name).is_none()) {
        return Err(Thrown::unknown_promise(name, &charter));
    }
    let options = Options { only: promises.iter().cloned().collect(), ..Options::default() };
    let composed;
    let subject = if overlays.is_empty() {
        Subject::new(&base)
    } else {
        composed = base.compose(&overlays).map_err(Thrown::rule_set)?;
        Subject::composed(&base, &composed, &overlays)
    };
    prove(&charter, &subject, &options, &mut |_| ()).map(|report| json(&report)).map_err(Thrown::charter)
}

/// What a charter promises, as JSON: name, number, sentence and formal statement of each promise, in its order.
///
/// # Errors
///
/// JSON text of every error, in the form `{"kind":"charter","errors":[…]}`.
#[wasm_bindgen]
pub fn promises(charter: &str) -> Result<String, JsValue> {
    let charter = Charter::from_json(charter).map_err(Thrown::charter)?;
    let promises = charter.promises.iter().map(|promise| Promised {
        name: &promise.name,
        number: promise.number.as_deref(),
        sentence: &promise.sentence,
        formal: &promise.formal,
    });
    Ok(json(&promises.collect::<Vec<_>>()))
}

/// What is said of a promise that was not proved yet.
#[derive(Serialize)]
struct Promised<'c> {
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'c str>,
    sentence: &'c str,
    formal: &'c str,
}
