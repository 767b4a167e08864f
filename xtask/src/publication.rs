//! A document as it is published: its canonical JSON, and its parts with their digests.

use palermo::{
    load::digest_of,
    rule_set::{Overlay, Rule, RuleSet},
};

/// A document as it is published.
pub(crate) struct Publication {
    pub id: String,
    pub version: String,
    /// The file that says the version.
    pub source: String,
    /// Its canonical JSON.
    pub json: String,
    /// Its parts with their digests.
    pub parts: Vec<(String, String)>,
}

impl Publication {
    pub(crate) fn of_rule_set(set: &RuleSet) -> Result<Self, String> {
        Ok(Self {
            id: set.id.clone(),
            version: set.version.clone(),
            source: format!("rules/{}/standard.yaml", set.id),
            json: set.to_canonical_json(),
            parts: parts(&set.rules)?,
        })
    }

    pub(crate) fn of_overlay(overlay: &Overlay) -> Result<Self, String> {
        Ok(Self {
            id: overlay.id.clone(),
            version: overlay.version.clone(),
            source: format!("rules/{}/overlay.yaml", overlay.id),
            json: overlay.to_canonical_json(),
            parts: parts(&overlay.rules)?,
        })
    }

    pub(crate) fn digest(&self) -> String {
        digest_of(&self.json)
    }

    /// The lines of the lock that are of it.
    pub(crate) fn entry(&self) -> String {
        let parts = self.parts.iter().map(|(name, digest)| format!("  {name} {digest}\n"));
        std::iter::once(format!("{} {} {}\n", self.id, self.version, self.digest())).chain(parts).collect()
    }
}

/// The rules with their digests.
fn parts(rules: &[Rule]) -> Result<Vec<(String, String)>, String> {
    let part = |rule: &Rule| {
        let json = serde_json::to_string(rule).map_err(|error| error.to_string())?;
        Ok((rule.id.clone(), digest_of(&json)))
    };
    rules.iter().map(part).collect()
}
