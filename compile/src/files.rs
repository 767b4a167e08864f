//! Reads the files of a rule set folder.

use std::{fs, path::Path};

use crate::{
    assemble::{STANDARD, dictionary},
    error::{SourceError, SourceErrors},
    source_file::SourceFile,
    yaml::parse,
};

/// The largest source file that is read, in bytes.
const MAX_FILE_BYTES: u64 = 4 << 20;
/// How many source files a rule set may have.
const MAX_FILES: usize = 10_000;

/// How deep folders are looked into. A rule set has one level of folders; what lies deeper is read to be reported.
const MAX_DEPTH: usize = 4;

/// Reads every YAML file of a folder and of the folders in it, in the order of their paths. Nothing that looks like a source
/// is passed over in silence: a rule that is forgotten is a protection that is lost.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<SourceFile>, SourceErrors> {
    read_files(folder, "", |_| true)
}

/// Reads the files of the dictionary that a `standard.yaml` names. Where there is no such folder, there are none: that is
/// said where it is named.
pub(crate) fn read_dictionary(folder: &Path, files: &[SourceFile]) -> Result<Vec<SourceFile>, SourceErrors> {
    let Some(number) = files.iter().position(|file| file.path == STANDARD) else { return Ok(Vec::new()) };
    // What is no YAML is reported when it is put together with the rest.
    let Ok(standard) = parse(number, files) else { return Ok(Vec::new()) };
    let Some(name) = dictionary::name_in(&standard) else { return Ok(Vec::new()) };
    let other = folder.join("..").join(name);
    if !other.is_dir() {
        return Ok(Vec::new());
    }
    read_files(&other, &dictionary::beside(name, ""), dictionary::is_read)
}

/// Reads the YAML files of a folder that are wanted, and puts `prefix` before their paths.
fn read_files(folder: &Path, prefix: &str, wanted: fn(&str) -> bool) -> Result<Vec<SourceFile>, SourceErrors> {
    let mut found = Found::default();
    found.look(folder, "", 0);
    found.paths.retain(|path| wanted(path));
    found.paths.sort_unstable();
    if found.paths.len() > MAX_FILES {
        found.errors.push(SourceError::of_file("", format!("there are more than {MAX_FILES} files")));
        return Err(SourceErrors::new(found.errors));
    }
    let mut files = Vec::new();
    for path in found.paths {
        match read(&folder.join(&path)) {
            Ok(text) => files.push(SourceFile { path: format!("{prefix}{path}"), text }),
            Err(reason) => found.errors.push(SourceError::of_file(&format!("{prefix}{path}"), reason)),
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
