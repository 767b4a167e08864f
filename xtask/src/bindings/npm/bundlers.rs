//! The package in a project of a bundler: pages in TypeScript, built by Vite and by esbuild.

use std::path::Path;

use super::build;
use crate::{Outcome, command::shown, files};

/// Makes a project in a folder, with the bundlers and the packed tarball installed, and builds its pages into `built`. What
/// npm installed of the bundlers is kept.
pub(super) fn build(project: &Path, tarball: &Path) -> Outcome {
    let sources = build::sources().join("test/bundler");
    for name in ["package.json", "package-lock.json"] {
        files::write(&project.join(name), &files::read(&sources.join(name))?)?;
    }
    build::install(project)?;
    // Nothing of an earlier run may pass for what this one packed; Vite, too, keeps what it made of a package.
    for stale in ["node_modules/palermo", "node_modules/.vite", "pages", "built"] {
        files::remove_folder(&project.join(stale))?;
    }
    let tarball = tarball.display().to_string();
    shown(project, "npm", &["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--offline", &tarball])?;
    files::copy_folder(&sources.join("pages"), &project.join("pages"))?;
    build::compile(project, "pages")?;
    vite(project)?;
    esbuild(project)
}

/// Builds the page as Vite does by itself: without a setting and without a plugin.
fn vite(project: &Path) -> Outcome {
    let program = "node_modules/vite/bin/vite.js";
    shown(project, "node", &[program, "build", "pages/vite", "--outDir", "../../built/vite", "--emptyOutDir"]).map(drop)
}

/// Builds the page with the one setting that esbuild needs: WebAssembly is a file.
fn esbuild(project: &Path) -> Outcome {
    build::bundle(
        project,
        &[
            "pages/esbuild/main.ts",
            "pages/esbuild/worker.ts",
            "pages/esbuild/index.html",
            "--format=esm",
            "--minify",
            "--loader:.wasm=file",
            "--loader:.html=copy",
            "--entry-names=[name]",
            "--outdir=built/esbuild",
        ],
    )
}
