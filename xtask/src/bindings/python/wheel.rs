//! Builds the wheel: with maturin, which builds the library and asks the workspace's generator for the Python around it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::environment::Environment;
pub(super) use crate::bindings::native_library::Build;
use crate::{
    bindings::{native_library, work_folder},
    files, shipped,
};

/// Where the manifest of the crate is, seen from the sources of the package and from the copy of which it is built.
const MANIFESTS: [&str; 2] = ["\"../Cargo.toml\"", "\"../../../../bindings-ffi/Cargo.toml\""];

/// The folder of the sources.
pub(super) fn sources() -> PathBuf {
    files::root().join("bindings-ffi/python")
}

/// Builds the wheel that users get; once in a run of the task.
pub(crate) fn package() -> Result<PathBuf, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(|| build(Build::Shipped)).clone()
}

/// Builds a wheel and returns its path.
pub(super) fn build(build: Build) -> Result<PathBuf, String> {
    let folder = work_folder("python");
    let environment = Environment::kept(&folder.join("build"), &sources().join("requirements/build.txt"))?;
    let source = copied(&folder.join("source"))?;
    let (name, features): (_, &[&str]) = match build {
        Build::Shipped => ("wheels", &[]),
        Build::Panicking => ("wheels-panicking", &["--features", "panic-inside"]),
    };
    let wheels = folder.join(name);
    files::remove_folder(&wheels)?;
    // maturin looks for a program of this name in the PATH; there is none in the workspace, so that it builds no second one.
    let tools = folder.join("tools");
    let generator = native_library::generator()?;
    fs::create_dir_all(&tools).map_err(|error| format!("{} cannot be made: {error}", files::shown(&tools)))?;
    let named = tools.join(format!("uniffi-bindgen{}", env::consts::EXE_SUFFIX));
    fs::copy(&generator, &named).map_err(|error| format!("{} cannot be written: {error}", files::shown(&named)))?;
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([tools].into_iter().chain(env::split_paths(&path))).map_err(|error| error.to_string())?;
    println!("» maturin build {}", features.join(" "));
    let done = environment
        .python()
        .args(["-m", "maturin", "build", "--quiet", "--locked", "--out"])
        .arg(&wheels)
        .args(features)
        .current_dir(source)
        .env("PATH", path)
        .env(shipped::FLAGS, shipped::flags())
        .status()
        .map_err(|error| format!("maturin cannot be started: {error}"))?;
    if !done.success() {
        return Err("the wheel cannot be built".to_string());
    }
    let made = files_of(&wheels)?;
    match made.as_slice() {
        [wheel] => Ok(wheel.clone()),
        _ => Err(format!("{} holds not one wheel but {}", files::shown(&wheels), made.len())),
    }
}

/// A copy of the sources with the licences beside them, which belong into the wheel.
fn copied(folder: &Path) -> Result<PathBuf, String> {
    files::remove_folder(folder)?;
    for path in files_of(&sources().join("palermo"))? {
        let name = path.file_name().ok_or("a source has no name")?;
        files::write(&folder.join("palermo").join(name), &files::read(&path)?)?;
    }
    let stub = "palermo/_native/__init__.pyi";
    files::write(&folder.join(stub), &files::read(&sources().join(stub))?)?;
    files::write(&folder.join("README.md"), &files::read(&sources().join("README.md"))?)?;
    files::copy_licences(folder)?;
    let [from, to] = MANIFESTS;
    let project = files::read_text(&sources().join("pyproject.toml"))?;
    if !project.contains(from) {
        return Err(format!("pyproject.toml does not name the manifest {from}"));
    }
    files::write(&folder.join("pyproject.toml"), project.replace(from, to).as_bytes())?;
    Ok(folder.to_path_buf())
}

/// The files of a folder, in a fixed order, without its folders.
pub(super) fn files_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", files::shown(folder));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
