//! The second WebAssembly module of the npm package `palermo`: it compiles a rule set for the first one to decide by.
//!
//! It is read where a rule set of one's own is loaded, and by nobody else. What it makes goes straight into
//! `RawStandard.fromImages` of the first module, which is of the same version; it is never stored or sent.

use palermo::load::{Images, LoadErrors, images_of_composed_json, images_of_json};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A compiled rule set, for the first module alone.
#[wasm_bindgen]
pub struct RawImages {
    logic: Vec<u8>,
    texts: Vec<u8>,
}

#[wasm_bindgen]
impl RawImages {
    /// Compiles the JSON of a rule set.
    ///
    /// # Errors
    ///
    /// JSON text of every error, in the form `{"kind":"rule_set","errors":[…]}`.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self, JsValue> {
        Self::made(images_of_json(text))
    }

    /// Composes the JSON of overlays with that of a rule set, and compiles what comes of it.
    ///
    /// # Errors
    ///
    /// As `fromJson`.
    #[wasm_bindgen]
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands a list over as a whole")]
    pub fn compose(base: &str, overlays: Vec<String>) -> Result<Self, JsValue> {
        let overlays: Vec<&str> = overlays.iter().map(String::as_str).collect();
        Self::made(images_of_composed_json(base, &overlays))
    }

    fn made(images: Result<Images, LoadErrors>) -> Result<Self, JsValue> {
        let images = images.map_err(|errors| {
            let errors = serde_json::to_string(&errors.problems()).unwrap_or_default();
            JsValue::from_str(&format!(r#"{{"kind":"rule_set","errors":{errors}}}"#))
        })?;
        Ok(Self { logic: images.logic, texts: images.texts })
    }

    /// The tables that are evaluated.
    #[must_use]
    pub fn logic(&self) -> Vec<u8> {
        self.logic.clone()
    }

    /// The texts that people read.
    #[must_use]
    pub fn texts(&self) -> Vec<u8> {
        self.texts.clone()
    }
}
