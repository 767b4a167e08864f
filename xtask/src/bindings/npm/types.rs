//! The types of the package, as the compiler of a user sees them.

use std::{fmt::Write, path::Path};

use serde_json::Value as Json;

use super::{build, project};
use crate::{Outcome, files};

/// Installs the package into a project of TypeScript and lets the compiler judge: what has to compile, what must not, and
/// every vector as the type that it is said to have.
pub(super) fn test(folder: &Path, tarball: &Path) -> Outcome {
    let project = project::make(&folder.join("typescript"), tarball, "types")?;
    let place = project.join("types");
    files::write(&project.join("package.json"), b"{ \"private\": true, \"type\": \"module\" }\n")?;
    files::write(&place.join("vectors.ts"), vectors()?.as_bytes())?;
    for way in ["nodenext", "bundler"] {
        build::compile(&place, &format!("tsconfig.{way}.json"))?;
    }
    Ok(())
}

/// A module that gives every document of the vectors to its type. Only `tsc` reads it.
fn vectors() -> Result<String, String> {
    let mut out =
        String::from("import type { CompactDecision, Decision, Explanation, Question, See2002Record } from \"palermo\";\n\n");
    let mut count = 0;
    for (name, file) in files_of_vectors()? {
        let vectors = file.get("vectors").and_then(Json::as_array).ok_or_else(|| format!("{name} has no vectors"))?;
        for vector in vectors.iter().filter(|vector| vector.get("errors").is_none()) {
            for (member, kind) in [
                ("record", "See2002Record"),
                ("decision", "Decision"),
                ("compact", "CompactDecision"),
                ("explanation", "Explanation"),
                ("status_questions", "Question[]"),
            ] {
                if let Some(text) = vector.get(member).and_then(Json::as_str) {
                    writeln!(out, "export const v{count}: {kind} = {text};").map_err(|error| error.to_string())?;
                    count += 1;
                }
            }
        }
    }
    if count == 0 { Err("there are no vectors".to_string()) } else { Ok(out) }
}

/// The files of the vectors, by name.
fn files_of_vectors() -> Result<Vec<(String, Json)>, String> {
    let folder = files::root().join("tests/vectors");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}", files::shown(&folder)))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name != "schema.json" && path.extension().is_some_and(|extension| extension == "json") {
            let json = serde_json::from_str(&files::read_text(&path)?).map_err(|error| format!("{name}: {error}"))?;
            found.push((name, json));
        }
    }
    Ok(found)
}
