//! Places of the workspace, and reading and writing its files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::Outcome;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", shown(path)))
}

pub(crate) fn read_text(path: &Path) -> Result<String, String> {
    String::from_utf8(read(path)?).map_err(|_| format!("{} is not UTF-8", shown(path)))
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| format!("{} cannot be written: {error}", shown(path)))
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    let unreadable = |error| format!("{} cannot be read: {error}", shown(from));
    for entry in fs::read_dir(from).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().map_err(unreadable)?.is_dir() {
            copy_folder(&path, &place)?;
        } else {
            write(&place, &read(&path)?)?;
        }
    }
    Ok(())
}

/// Removes a folder, where it is there.
pub(crate) fn remove_folder(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(format!("{} cannot be removed: {error}", shown(folder))),
        _ => Ok(()),
    }
}

/// Puts the licences into a folder of a package.
pub(crate) fn copy_licences(folder: &Path) -> Outcome {
    for name in ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"] {
        write(&folder.join(name), &read(&root().join(name))?)?;
    }
    Ok(())
}

/// A path as a person in the workspace names it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
