//! Writes the digests of the source index anew from the source document, where it is at hand.

use std::fmt::Write;

use palermo::load::sha256;

use crate::{Outcome, files, generate::compiled};

/// Rewrites `source-index.yaml` of every rule set from the text of its first document in `folder`.
pub(crate) fn source_index(folder: &std::path::Path) -> Outcome {
    for set in compiled()? {
        let document = set.documents.first().ok_or("the rule set names no document")?;
        let bytes = files::read(&folder.join(format!("{}.txt", document.id)))?;
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let mut text = String::from("ranges:\n");
        for range in &set.source_index {
            let (first, last) = (range.lines.first as usize, range.lines.last as usize);
            let cited = lines.get(first - 1..last).ok_or_else(|| format!("the document has no lines {first} to {last}"))?;
            let mut joined = cited.join(&b'\n');
            joined.push(b'\n');
            let numbers = if first == last { first.to_string() } else { format!("{first}, {last}") };
            writeln!(text, "  - {{ at: \"{}\", lines: [{numbers}], sha256: {} }}", range.at, sha256(&joined))
                .map_err(|error| error.to_string())?;
        }
        files::write(&files::root().join("rules").join(&set.id).join("source-index.yaml"), text.as_bytes())?;
    }
    Ok(())
}
