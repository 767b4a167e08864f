//! The jar that users get: Kotlin generated from the native library, and the library beside it where JNA finds it.

use std::{
    env,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::{generated, tools};
use crate::{
    Outcome,
    bindings::{
        native_library::{self, Build},
        work_folder,
    },
    command::shown,
    files,
};

/// The version of the workspace.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder of the sources.
pub(super) fn sources() -> PathBuf {
    files::root().join("bindings-ffi/kotlin")
}

/// The folder of a Maven repository that holds what was downloaded; it outlives a run.
pub(super) fn repository() -> PathBuf {
    work_folder("kotlin").join("maven")
}

/// Builds the jar without running its tests.
pub(crate) fn package() -> Result<PathBuf, String> {
    build(&["-DskipTests"])
}

/// Builds the jar that users get, tests it before it is packed, and returns where it is; once in a run of the task.
pub(super) fn tested() -> Result<PathBuf, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(|| build(&[])).clone()
}

fn build(arguments: &[&str]) -> Result<PathBuf, String> {
    tools::present()?;
    let module = module()?;
    tools::maven(&module, &repository(), &[arguments, &["verify"]].concat())?;
    // Out of the folder of Maven: what users are told to install has a short path.
    for classifier in ["", "-sources"] {
        let name = format!("palermo-{VERSION}{classifier}.jar");
        files::write(&work_folder("kotlin").join(&name), &files::read(&module.join("target").join(&name))?)?;
    }
    Ok(work_folder("kotlin").join(format!("palermo-{VERSION}.jar")))
}

/// Makes the Maven module: the sources, what is generated, the native library, the licences.
fn module() -> Result<PathBuf, String> {
    let folder = work_folder("kotlin").join("module");
    files::remove_folder(&folder)?;
    let project = files::read_text(&sources().join("pom.xml"))?;
    if !project.contains(&format!("<version>{VERSION}</version>")) {
        return Err(format!("bindings-ffi/kotlin/pom.xml is not of version {VERSION}, which is that of the workspace"));
    }
    files::write(&folder.join("pom.xml"), project.as_bytes())?;
    files::copy_folder(&sources().join("src"), &folder.join("src"))?;
    let library = native_library::library(Build::Shipped)?;
    let kotlin = work_folder("kotlin").join("generated");
    native_library::generate(&library, "kotlin", &kotlin)?;
    let written = files::read_text(&kotlin.join("palermo/palermo.kt"))?;
    files::write(&folder.join("src/main/kotlin/palermo/palermo.kt"), generated::changed(&written)?.as_bytes())?;
    let resources = folder.join("src/main/resources");
    stripped(&library, &resources.join(platform()?))?;
    files::copy_licences(&resources.join("META-INF"))?;
    Ok(folder)
}

/// Puts the library into a folder without its symbols, which only the generator needs.
fn stripped(library: &Path, folder: &Path) -> Outcome {
    let name = library.file_name().ok_or("the library has no name")?;
    let into = folder.join(name);
    files::write(&into, &files::read(library)?)?;
    if cfg!(unix) {
        // On macOS `-x` keeps what others call; elsewhere it does the same and the rest of the symbols goes as well.
        let option = if cfg!(target_os = "macos") { "-x" } else { "--strip-all" };
        let done = shown(folder, "strip", &[option, &into.display().to_string()]);
        done.map_err(|error| format!("{error}; on Debian, `apt-get install binutils` brings strip"))?;
    }
    Ok(())
}

/// The folder in which JNA looks for a library of this platform.
fn platform() -> Result<String, String> {
    let system = match env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match env::consts::ARCH {
        "x86_64" => "x86-64",
        "aarch64" => "aarch64",
        other => return Err(format!("it is not known how JNA calls the processor {other}; add it in jar.rs")),
    };
    Ok(format!("{system}-{processor}"))
}
