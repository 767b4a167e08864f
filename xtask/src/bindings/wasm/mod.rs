//! The modules of WebAssembly: built, given their JavaScript for pages and for Node, made small, and held to their size.

mod size;

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

pub(crate) use self::size::{Sizes, committed as sizes};
use super::tools;
use crate::{
    Outcome,
    command::{cargo, rustup, shown},
    files, shipped,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// A module of WebAssembly.
pub(super) struct Module {
    /// The package of the workspace that it is built from.
    package: &'static str,
    /// What its files are called.
    name: &'static str,
    /// The profile that it is built with.
    profile: &'static str,
    /// What it is there for.
    about: &'static str,
}

/// The module that everybody loads.
pub(super) const PALERMO: Module = Module { package: "palermo-wasm", name: "palermo", profile: "wasm", about: "decides" };

/// The one that is read to load a rule set of one's own.
pub(super) const LOADER: Module =
    Module { package: "palermo-wasm-loader", name: "loader", profile: "wasm-loader", about: "compiles rule sets" };

/// The one that proves. It is in no package.
pub(super) const VERIFY: Module =
    Module { package: "palermo-wasm-verify", name: "verify", profile: "wasm", about: "holds rule sets to a charter" };

/// Builds modules into a folder, each as `NAME_bg.wasm`, `NAME-web.js` and `NAME-node.cjs`, and holds them to their size.
pub(super) fn build(modules: &[Module], folder: &Path) -> Outcome {
    for module in modules {
        compile(module, &[])?;
        bind(module, folder)?;
        optimise(&folder.join(format!("{}_bg.wasm", module.name)))?;
    }
    size::check(modules, folder)
}

/// Builds the module that decides with a function that panics; for the tests.
pub(super) fn build_panicking(folder: &Path) -> Outcome {
    compile(&PALERMO, &["--features", "panic-inside"])?;
    bind(&PALERMO, folder)
}

fn compile(module: &Module, more: &[&str]) -> Outcome {
    // rustup brings the target of `rust-toolchain.toml` only together with the toolchain; one that is there already lacks it.
    rustup(&["target", "add", TARGET])?;
    let mut arguments = vec!["build", "--quiet", "--profile", module.profile, "--package", module.package, "--target", TARGET];
    arguments.extend(more);
    cargo(&arguments, &[(shipped::FLAGS, &shipped::flags())])
}

/// Where cargo puts what it builds.
fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| files::root().join("target"), PathBuf::from)
}

/// Makes the JavaScript for pages and for Node; both read the same `.wasm`.
fn bind(module: &Module, folder: &Path) -> Outcome {
    let built = target_folder().join(TARGET).join(module.profile).join(format!("{}.wasm", module.package.replace('-', "_")));
    let failed = |error| format!("wasm-bindgen: {error}");
    for (way, extension, types) in [("web", "js", "d.ts"), ("node", "cjs", "d.cts")] {
        let made = folder.join(way);
        let mut bindgen = Bindgen::new();
        bindgen.input_path(&built).out_name(module.name).typescript(true);
        // Who made it with what is nobody's business and takes room; the entry of the package knows the place of the file.
        bindgen.remove_producers_section(true).remove_name_section(true).omit_default_module_path(true);
        let chosen = if way == "web" { bindgen.web(true) } else { bindgen.nodejs(true) };
        chosen.map_err(failed)?.generate(&made).map_err(failed)?;
        for (from, to) in [
            (format!("{}.js", module.name), format!("{}-{way}.{extension}", module.name)),
            (format!("{}.d.ts", module.name), format!("{}-{way}.{types}", module.name)),
            (format!("{}_bg.wasm", module.name), format!("{}_bg.wasm", module.name)),
        ] {
            files::write(&folder.join(to), &files::read(&made.join(from))?)?;
        }
        files::remove_folder(&made)?;
    }
    Ok(())
}

/// Makes a module small. No flag for features: with `--all-features` it writes modules that no engine takes. Functions that the
/// compiler left apart stay so: a large one made of them is compiled again by an engine as soon as one loop in it is hot, which is
/// while the first decision waits; and the module is the smaller for it.
fn optimise(module: &Path) -> Outcome {
    tools::bring("wasm-opt", "binaryen")?;
    let path = module.display().to_string();
    shown(&files::root(), "wasm-opt", &["-Oz", "--one-caller-inline-max-function-size", "0", &path, "-o", &path])?;
    let mut bytes = files::read(module)?;
    mend_table_export(&mut bytes)?;
    files::write(module, &bytes)
}

/// Leads the export of the table of JavaScript's values to that table again.
///
/// The wasm-opt of Debian 12 (binaryen 108) reads every export of a table as one of the first table, which here is that of
/// the functions; the second one was meant. Later versions write what they read, and nothing is changed.
fn mend_table_export(module: &mut [u8]) -> Outcome {
    // The length of the name, the name, and the kind: 1 is a table.
    const EXPORT: &[u8] = b"\x15__wbindgen_externrefs\x01";
    let mut places = module.windows(EXPORT.len()).enumerate().filter(|(_, bytes)| *bytes == EXPORT).map(|(place, _)| place);
    let (Some(place), None) = (places.next(), places.next()) else {
        return Err("the WebAssembly does not export the table of JavaScript's values once".to_string());
    };
    match module.get_mut(place + EXPORT.len()) {
        Some(table @ 0..=1) => *table = 1,
        _ => return Err("the WebAssembly has other tables than expected".to_string()),
    }
    Ok(())
}
