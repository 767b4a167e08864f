//! Reads the files of a rule set folder.

use std::{fs, path::Path};

use crate::error::{SourceError, SourceErrors};

/// The largest source file that is read, in bytes.
const MAX_FILE_BYTES: u64 = 4 << 20;
/// How many source files a rule set may have.
const MAX_FILES: usize = 10_000;

/// A source file of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path inside the folder, with `/`: `standard.yaml`, `facts/age.yaml`, `assistance/shelter.yaml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// How deep folders are looked into. A rule set has one level of folders; what lies deeper is read to be reported.
const MAX_DEPTH: usize = 4;

/// Reads every YAML file of a folder and of the folders in it, in the order of their paths. Nothing that looks like a source
/// is passed over in silence: a rule that is forgotten is a protection that is lost.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<SourceFile>, SourceErrors> {
    let mut found = Found::default();
    found.look(folder, "", 0);
    found.paths.sort_unstable();
    if found.paths.len() > MAX_FILES {
        found.errors.push(SourceError::of_file("", format!("there are more than {MAX_FILES} files")));
        return Err(SourceErrors::new(found.errors));
    }
    let mut files = Vec::new();
    for path in found.paths {
        match read(&folder.join(&path)) {
            Ok(text) => files.push(SourceFile { path, text }),
            Err(reason) => found.errors.push(SourceError::of_file(&path, reason)),
        }
    }
    if found.errors.is_empty() { Ok(files) } else { Err(SourceErrors::new(found.errors)) }
}

/// The paths of source files inside a folder, and what kept others from being found.
#[derive(Default)]
struct Found {
    paths: Vec<String>,
    errors: Vec<SourceError>,
}

impl Found {
    fn look(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let place = if prefix.is_empty() { "the folder" } else { prefix.trim_end_matches('/') };
                self.errors.push(SourceError::of_file(place, format!("it cannot be read: {error}")));
                return;
            }
        };
        for entry in entries {
            let name = match entry {
                Ok(entry) => entry.file_name(),
                Err(error) => {
                    self.errors
                        .push(SourceError::of_file(prefix.trim_end_matches('/'), format!("an entry cannot be read: {error}")));
                    continue;
                }
            };
            let Some(name) = name.to_str() else {
                self.errors
                    .push(SourceError::of_file(prefix.trim_end_matches('/'), "a file has a name that is not UTF-8".to_string()));
                continue;
            };
            let path = folder.join(name);
            if path.is_dir() && !name.starts_with('.') {
                if depth == MAX_DEPTH {
                    self.errors.push(SourceError::of_file(&format!("{prefix}{name}"), "folders are nested too deep".to_string()));
                } else {
                    self.look(&path, &format!("{prefix}{name}/"), depth + 1);
                }
            } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
                self.paths.push(format!("{prefix}{name}"));
            }
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let size = fs::metadata(path).map_err(|error| format!("the file cannot be read: {error}"))?.len();
    if size > MAX_FILE_BYTES {
        return Err(format!("the file is longer than {MAX_FILE_BYTES} bytes"));
    }
    let bytes = fs::read(path).map_err(|error| format!("the file cannot be read: {error}"))?;
    String::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_string())
}
