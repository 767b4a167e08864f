//! The Python package `palermo`: built as a wheel by [`package`], and tested as users get it by `test`.

mod environment;
mod wheel;

use std::path::Path;

pub(crate) use self::wheel::package;
use self::{environment::Environment, wheel::Build};
use super::{Measured, native_library, report};
use crate::{Outcome, files};

/// Installs the wheel into an empty environment and runs the lines of the README, the tests and the measurement there.
pub(crate) fn test(folder: &Path) -> Result<Vec<Measured>, String> {
    let (wheel, panicking) = (package()?, wheel::build(Build::Panicking)?);
    let environment = Environment::new(&folder.join("environment"))?;
    environment.install(&["--no-index", &wheel.display().to_string()])?;
    let project = folder.join("project");
    files::remove_folder(&project)?;
    read_me(&environment, &project)?;
    // Only now comes what the tests need: the package has to do without it.
    environment.install(&["--requirement", &wheel::sources().join("requirements/test.txt").display().to_string()])?;
    let aside = project.join("panicking");
    let target = aside.display().to_string();
    environment.install(&["--no-index", "--target", &target, &panicking.display().to_string()])?;
    for entry in wheel::files_of(&wheel::sources().join("tests"))? {
        let name = entry.file_name().ok_or("a test has no name")?;
        files::write(&project.join(name), &files::read(&entry)?)?;
    }
    let places = serde_json::json!({ "workspace": files::root(), "panicking": aside });
    files::write(&project.join("places.json"), places.to_string().as_bytes())?;
    environment.run(&project, &["-m", "pytest", "-q", "-s", "-p", "no:cacheprovider"])?;
    let mut measured = report::in_output(&environment.run(&project, &["measure.py"])?)?;
    measured.native_microseconds = Some(native_library::native_microseconds()?);
    Ok(vec![measured.with_package("wheel", &wheel)?])
}

/// Runs the lines that the README of the project and that of the package show.
fn read_me(environment: &Environment, project: &Path) -> Outcome {
    files::write(&project.join("readme.py"), super::readme::block("In Python", "python")?.as_bytes())?;
    let own = files::read_text(&wheel::sources().join("README.md"))?;
    let blocks: Vec<&str> = own.split("```python\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    files::write(&project.join("package_readme.py"), blocks.join("\n").as_bytes())?;
    for program in ["readme.py", "package_readme.py"] {
        environment.run(project, &[program])?;
    }
    Ok(())
}
