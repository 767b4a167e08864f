//! What the catalogue does not hold: the sentences, citations and contested points of the published rule set, read as plain
//! JSON values.

use std::fs;
use std::sync::LazyLock;

use serde_json::Value;

use super::write::{object, string};
use crate::workspace;

/// The rule set that the catalogue describes.
const ID: &str = "see-2002";

static PUBLISHED: LazyLock<Published> = LazyLock::new(Published::read);

/// The newest published rule set.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its version, as `LOCK` says.
    pub version: String,
    /// Its digest, as `LOCK` says.
    pub digest: String,
    document: Value,
}

impl Published {
    /// The newest one that `rules/published/LOCK` lists; read once.
    #[must_use]
    pub fn newest() -> &'static Self {
        &PUBLISHED
    }

    fn read() -> Self {
        let folder = workspace::root().join("rules/published");
        let lock = fs::read_to_string(folder.join("LOCK")).expect("LOCK can be read");
        let line = lock.lines().rfind(|line| line.starts_with(&format!("{ID} "))).expect("LOCK lists the rule set");
        let words: Vec<&str> = line.split_whitespace().collect();
        let text = fs::read_to_string(folder.join(format!("{ID}-{}.json", words[1]))).expect("the rule set can be read");
        let document = serde_json::from_str(&text).expect("the rule set is JSON");
        Self { version: words[1].to_owned(), digest: words[2].to_owned(), document }
    }

    /// The id of the rule set.
    #[must_use]
    pub fn id(&self) -> &'static str {
        ID
    }

    /// The JSON text of the member `standard` of decisions and explanations.
    #[must_use]
    pub fn standard(&self) -> String {
        object([
            ("id", Some(string(ID))),
            ("version", Some(string(&self.version))),
            ("digest", Some(string(&self.digest))),
            ("overlays", Some("[]".to_owned())),
        ])
    }

    /// A rule of the document.
    #[must_use]
    pub fn rule(&self, id: &str) -> &Value {
        let found = list(&self.document["rules"]).find(|rule| rule["id"] == id);
        found.unwrap_or_else(|| panic!("the published rule set has no rule {id}"))
    }

    /// The ids of the contested points that touch a rule.
    #[must_use]
    pub fn contested(&self, rule: &str) -> Vec<&str> {
        let touches = |point: &&Value| list(&point["rules"]).any(|touched| touched == rule);
        list(&self.document["contested"]).filter(touches).map(|point| point["id"].as_str().expect("an id is text")).collect()
    }

    /// The words of a derived fact in the order of the document, where it has words and not yes and no.
    #[must_use]
    pub fn words_of_derived(&self, name: &str) -> Option<Vec<&str>> {
        let derived = list(&self.document["derived"]).find(|derived| derived["name"] == name)?;
        Some(derived["values"].as_array()?.iter().map(|word| word.as_str().expect("a word is text")).collect())
    }
}

fn list(value: &Value) -> impl DoubleEndedIterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
