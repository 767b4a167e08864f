//! The Kotlin package `palermo`: built as a jar by [`package`], and tested as users get it by `test`.

mod generated;
mod jar;
mod tools;

use std::path::Path;

pub(crate) use self::jar::package;
use super::{
    Measured,
    native_library::{self, Build},
    readme, report,
};
use crate::{Outcome, command::shown, files};

/// What stands in the project of the tests for the dependency that the README shows.
const DEPENDENCY: &str = "<!-- the dependency of README.md -->";

/// Runs the tests of the module, installs its jar, and in an empty project that depends on it the lines of the README, every
/// vector, a panic inside, memory and the measurement.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let jar = jar::tested()?;
    install(&jar)?;
    let project = folder.join("project");
    make(&project)?;
    tools::maven(&project, &jar::repository(), &["package"])?;
    let classes = files::read_text(&project.join("classpath.txt"))?;
    let separator = if cfg!(windows) { ";" } else { ":" };
    // In a file, since it is long and always the same; backslashes are doubled there.
    let classes = format!("-classpath \"target/classes{separator}{}\"\n", classes.trim().replace('\\', "\\\\"));
    files::write(&project.join("classpath.args"), classes.as_bytes())?;
    let run = |options: &[&str], class: &str, arguments: &[&str]| {
        shown(&project, "java", &[options, &["@classpath.args", class], arguments].concat())
    };
    run(&[], "ReadmeKt", &[])?;
    run(&[], "ReadmeJava", &[])?;
    let root = files::root();
    let (vectors, published) = (root.join("tests/vectors"), root.join("rules/published"));
    run(&[], "VectorsKt", &[&vectors.display().to_string(), &published.display().to_string()])?;
    // The jar that users get, with another library behind it: the path of an exception is theirs to the last line.
    let panicking = native_library::library(Build::Panicking)?;
    run(&[&format!("-Duniffi.component.palermo.libraryOverride={}", panicking.display())], "PanicKt", &[])?;
    // A heap of a fixed size, so that what grows is a leak.
    let fixed = ["-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"];
    let records = root.join("tests/benches/records").display().to_string();
    run(&fixed, "MemoryKt", &[&records, "growth.txt"])?;
    // With room for a minute of decisions the heap is new memory for that long, and the first touch of its pages takes a fifth of
    // the time of each. What is measured is how it goes on.
    let young = ["-Xmn200m"];
    let printed = run(&young, "MeasureKt", &[&records, &vectors.display().to_string(), "growth.txt"])?;
    let mut measured = report::in_output(&printed)?;
    measured.native_microseconds = Some(native_library::native_microseconds()?);
    Ok(vec![measured.with_package("jar", &jar)?])
}

/// Installs the jar with the command that README.md shows.
fn install(jar: &Path) -> Outcome {
    let command = readme::block("In Kotlin", "sh")?;
    let arguments: Vec<&str> = command.trim().strip_prefix("mvn ").unwrap_or_default().split(' ').collect();
    if !arguments.iter().any(|argument| argument.ends_with(&files::shown(jar))) {
        return Err(format!("README.md does not install {}", files::shown(jar)));
    }
    tools::maven(&files::root(), &jar::repository(), &arguments)
}

/// Makes an empty project with the dependency and the lines that README.md shows, and our tests.
fn make(project: &Path) -> Outcome {
    files::remove_folder(project)?;
    files::copy_folder(&jar::sources().join("consumer"), project)?;
    let pom = project.join("pom.xml");
    let text = files::read_text(&pom)?;
    if !text.contains(DEPENDENCY) {
        return Err(format!("bindings-ffi/kotlin/consumer/pom.xml has no place `{DEPENDENCY}`"));
    }
    files::write(&pom, text.replace(DEPENDENCY, &readme::block("In Kotlin", "xml")?).as_bytes())?;
    let kotlin = readme::block("In Kotlin", "kotlin")?;
    files::write(&project.join("src/main/kotlin/Readme.kt"), kotlin.as_bytes())?;
    let java = readme::block("In Kotlin", "java")?;
    files::write(&project.join("src/main/java/ReadmeJava.java"), in_a_class(&java).as_bytes())
}

/// Lines of Java in the class that they need around them: imports in front of it, the others in its `main`.
fn in_a_class(lines: &str) -> String {
    let (imports, body): (Vec<&str>, Vec<&str>) = lines.lines().partition(|line| line.starts_with("import "));
    let (imports, body) = (imports.join("\n"), body.join("\n"));
    format!(
        "{imports}\n\npublic class ReadmeJava {{\n    public static void main(String[] arguments) throws Exception {{\n{body}\n    }}\n}}\n"
    )
}
