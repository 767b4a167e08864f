//! Builds the npm package: WebAssembly, JavaScript, types, and the files beside them, as one tarball.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use crate::{Outcome, bindings::wasm, command::shown, files, published};

/// The folder of the sources.
pub(super) fn sources() -> PathBuf {
    files::root().join("bindings-wasm/npm")
}

/// Builds the package and returns the tarball; once in a run of the task.
pub(crate) fn package() -> Result<PathBuf, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(build).clone()
}

/// Where the package is put together; what npm has installed there is kept.
pub(super) fn folder() -> PathBuf {
    files::root().join("target/bindings/npm")
}

fn build() -> Result<PathBuf, String> {
    let folder = folder();
    for made in ["src", "wasm", "web", "node", "schemas", "rules"] {
        files::remove_folder(&folder.join(made))?;
    }
    files::copy_folder(&sources().join("src"), &folder.join("src"))?;
    for name in ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.node.json", "README.md"] {
        files::write(&folder.join(name), &files::read(&sources().join(name))?)?;
    }
    files::copy_licences(&folder)?;
    files::copy_folder(&files::root().join("schemas"), &folder.join("schemas"))?;
    rule_sets(&folder.join("rules"))?;
    wasm::build(&[wasm::PALERMO, wasm::LOADER], &folder.join("wasm"))?;
    install(&folder)?;
    javascript(&folder)?;
    pack(&folder)
}

/// The published rule sets, each in its newest version, and the digests of all.
fn rule_sets(folder: &Path) -> Outcome {
    for id in crate::rule_sets::RULE_SETS {
        let set = published::newest(id)?;
        let name = format!("{id}-{}.json", set.version);
        let bytes = files::read(&files::root().join("rules/published").join(&name))?;
        files::write(&folder.join(name), &bytes)?;
    }
    Ok(())
}

/// Installs what the lock file of a folder names, unless that is there already.
pub(super) fn install(folder: &Path) -> Outcome {
    let lock = files::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if files::read(&installed).is_ok_and(|of| of == lock) {
        return Ok(());
    }
    shown(folder, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    files::write(&installed, &lock)
}

/// Checks the TypeScript and makes of it what is shipped: one module for pages and bundlers, one of CommonJS for Node, which
/// `import` takes over there, and the types of both.
fn javascript(folder: &Path) -> Outcome {
    compile(folder, "tsconfig.json")?;
    compile(folder, "tsconfig.node.json")?;
    bundle(folder, &["src/index.ts", "--format=esm", "--outfile=web/index.js"])?;
    bundle_for_node(folder, &["src/node.ts", "--outfile=node/node.js"])?;
    files::write(&folder.join("node/package.json"), b"{ \"type\": \"commonjs\" }\n")?;
    for name in ["node.mjs", "node.d.mts"] {
        files::write(&folder.join("node").join(name), &files::read(&folder.join("src").join(name))?)?;
    }
    Ok(())
}

/// Puts a copy of the package with a function that panics into a project, for Node and for a page.
pub(super) fn panicking(project: &Path) -> Outcome {
    let copy = project.join("palermo-panics");
    wasm::build_panicking(&copy.join("wasm"))?;
    files::copy_folder(&sources().join("src"), &copy.join("src"))?;
    files::copy_folder(&sources().join("test/panic"), &copy.join("panic"))?;
    // The loader is not part of it, only its name.
    for name in ["loader-web.js", "loader-node.cjs"] {
        files::write(&copy.join("wasm").join(name), &files::read(&folder().join("wasm").join(name))?)?;
    }
    bundle_for_node(&copy, &["panic/node.ts", "--outfile=node/node.cjs"])?;
    bundle(&copy, &["panic/web.ts", "--format=esm", "--outfile=web/index.js"])
}

/// Makes one file of CommonJS. The JavaScript of wasm-bindgen looks for the `.wasm` beside itself; there is one for all, in
/// the folder `wasm`.
fn bundle_for_node(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut all = vec!["--format=cjs", "--platform=node", "--define:__dirname=wasmFolder"];
    all.push("--banner:js=const wasmFolder = __dirname + \"/../wasm\";");
    all.extend(arguments);
    bundle(folder, &all)
}

/// Makes one file of a module and what it imports: it loads faster, and a page asks the server less often.
pub(super) fn bundle(folder: &Path, arguments: &[&str]) -> Outcome {
    let esbuild = self::folder().join("node_modules/esbuild/bin/esbuild").display().to_string();
    let mut all = vec![esbuild.as_str(), "--bundle", "--target=es2022", "--charset=utf8", "--log-level=warning"];
    all.extend(arguments);
    shown(folder, "node", &all).map(drop)
}

/// Runs the TypeScript compiler of the package on a project.
pub(super) fn compile(folder: &Path, project: &str) -> Outcome {
    let compiler = self::folder().join("node_modules/typescript/bin/tsc").display().to_string();
    shown(folder, "node", &[&compiler, "--project", project]).map(drop)
}

fn pack(folder: &Path) -> Result<PathBuf, String> {
    let printed = shown(folder, "npm", &["pack", "--ignore-scripts", "--silent"])?;
    let name = printed.lines().rfind(|line| !line.trim().is_empty()).ok_or("npm pack made nothing")?.trim();
    Ok(folder.join(name))
}
