//! Writes the digests of the source index anew from the source document, where it is at hand.

use std::{collections::BTreeSet, fmt::Write, path::Path};

use palermo::load::{Tree, sha256};
use palermo_compile::{SourceFile, read_yaml};

use crate::{Outcome, files, rule_sets::compiled};

/// Rewrites `source-index.yaml` of every rule set from the text of its first document in `folder`.
pub(crate) fn source_index(folder: &Path) -> Outcome {
    for set in compiled()? {
        let document = set.documents.first().ok_or("the rule set names no document")?;
        let bytes = files::read(&folder.join(format!("{}.txt", document.id)))?;
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let path = files::root().join("rules").join(&set.id).join("source-index.yaml");
        let written = written(&path)?;
        let mut text = String::from("ranges:\n");
        for range in
            set.source_index.iter().filter(|range| written.contains(&(range.at.clone(), range.lines.first, range.lines.last)))
        {
            let (first, last) = (range.lines.first as usize, range.lines.last as usize);
            let cited = lines.get(first - 1..last).ok_or_else(|| format!("the document has no lines {first} to {last}"))?;
            let mut joined = cited.join(&b'\n');
            joined.push(b'\n');
            let numbers = if first == last { first.to_string() } else { format!("{first}, {last}") };
            writeln!(text, "  - {{ at: \"{}\", lines: [{numbers}], sha256: {} }}", range.at, sha256(&joined))
                .map_err(|error| error.to_string())?;
        }
        files::write(&path, text.as_bytes())?;
    }
    Ok(())
}

/// The ranges that a source index has itself: where a dictionary is taken from another rule set, its ranges stand there.
fn written(path: &Path) -> Result<BTreeSet<(String, u32, u32)>, String> {
    let file = SourceFile { path: files::shown(path), text: files::read_text(path)? };
    let index = read_yaml(&file).map_err(|errors| errors.to_string())?;
    let Some(Tree::List(ranges)) = index.get("ranges") else {
        return Err(format!("{} has no list `ranges`", file.path));
    };
    let number = |tree: &Tree| match tree {
        Tree::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    };
    let range = |range: &Tree| {
        let (Some(Tree::Text(at)), Some(Tree::List(lines))) = (range.get("at"), range.get("lines")) else { return None };
        Some((at.clone(), number(lines.first()?)?, number(lines.last()?)?))
    };
    Ok(ranges.iter().filter_map(range).collect())
}
