//! The charter: read from its YAML, and published as canonical JSON.

use palermo_compile::{Document, Finding, SourceFile};
use palermo_verify::charter::{Charter, CharterErrors};

use crate::{files, publication::Publication, published};

/// Where it is written.
const SOURCE: &str = "rules/charter.yaml";

/// The charter as its source is now.
pub(crate) fn charter() -> Result<Charter, String> {
    let text = files::read_text(&files::root().join(SOURCE))?;
    let document = Document::read(SourceFile { path: SOURCE.into(), text }).map_err(|errors| errors.to_string())?;
    let finding = |errors: &CharterErrors| {
        let findings = errors.errors().iter();
        let findings = findings.map(|error| Finding { path: error.path.clone(), message: error.message(), help: error.help() });
        document.errors(findings).to_string()
    };
    Charter::from_tree(document.tree()).map_err(|errors| finding(&errors))
}

/// The charter as it is published.
pub(crate) fn publication() -> Result<Publication, String> {
    let charter = charter()?;
    let part = |promise: &palermo_verify::charter::Promise| {
        let json = serde_json::to_string(promise).map_err(|error| error.to_string())?;
        Ok((promise.name.clone(), palermo::load::digest_of(&json)))
    };
    Ok(Publication {
        source: SOURCE.into(),
        json: charter.to_canonical_json(),
        parts: charter.promises.iter().map(part).collect::<Result<_, String>>()?,
        id: charter.id,
        version: charter.version,
    })
}

/// The newest published version of the charter.
pub(crate) fn newest() -> Result<Charter, String> {
    Charter::from_json(&published::newest_json(published::CHARTER)?).map_err(|errors| errors.to_string())
}
