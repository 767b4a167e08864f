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

/// Reads every YAML file of a folder and of the folders in it, in the order of their paths.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<SourceFile>, SourceErrors> {
    let mut errors = Vec::new();
    let mut files = Vec::new();
    read_into(folder, "", &mut files, &mut errors);
    if let Some(inner) = folders(folder) {
        for name in inner {
            read_into(&folder.join(&name), &format!("{name}/"), &mut files, &mut errors);
        }
    }
    if files.len() > MAX_FILES {
        errors.push(SourceError::of_file("", format!("there are more than {MAX_FILES} files")));
    }
    if errors.is_empty() { Ok(files) } else { Err(SourceErrors::new(errors)) }
}

fn folders(folder: &Path) -> Option<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .ok()?
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_unstable();
    Some(names)
}

fn read_into(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>, errors: &mut Vec<SourceError>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(SourceError::of_file(prefix.trim_end_matches('/'), format!("the folder cannot be read: {error}")));
            return;
        }
    };
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    names.sort_unstable();
    for name in names {
        let path = format!("{prefix}{name}");
        match read(&folder.join(&name)) {
            Ok(text) => files.push(SourceFile { path, text }),
            Err(reason) => errors.push(SourceError::of_file(&path, reason)),
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
