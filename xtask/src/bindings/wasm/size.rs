//! The size of what everybody downloads: a committed number that may not grow unseen.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use serde::Deserialize;

use super::Module;
use crate::{Outcome, files};

const PLACE: &str = "bindings-wasm/size.json";

/// The committed sizes, in bytes after `gzip -9`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sizes {
    /// What the file is for.
    #[expect(dead_code, reason = "for people who read the file")]
    about: String,
    /// The module that decides, with the standard and its texts.
    pub palermo: u64,
    /// The module that loads rule sets.
    pub loader: u64,
    /// The module that proves.
    pub verify: u64,
}

impl Sizes {
    fn of(&self, module: &Module) -> u64 {
        match module.name {
            "palermo" => self.palermo,
            "loader" => self.loader,
            _ => self.verify,
        }
    }
}

/// Reads the committed sizes.
pub(crate) fn committed() -> Result<Sizes, String> {
    let text = files::read_text(&files::root().join(PLACE))?;
    serde_json::from_str(&text).map_err(|error| format!("{PLACE} cannot be read: {error}"))
}

/// Compares modules in a folder with the committed sizes: one that is more than 2 % larger fails.
pub(super) fn check(modules: &[Module], folder: &Path) -> Outcome {
    let sizes = committed()?;
    let mut wrong = Vec::new();
    for module in modules {
        let Module { name, about, .. } = module;
        let committed = sizes.of(module);
        let bytes = files::read(&folder.join(format!("{name}_bg.wasm")))?;
        let size = gzipped(&bytes)?;
        println!("{name}_bg.wasm, which {about}: {} bytes, {size} after gzip -9; committed are {committed}", bytes.len());
        if size * 100 > committed * 102 {
            wrong.push(format!(
                "{name}_bg.wasm has {size} bytes after gzip -9, more than 2 % above the {committed} of {PLACE}; \
                 make it smaller, or raise the number and say why in the commit"
            ));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// How many bytes `gzip -9` makes of some.
fn gzipped(bytes: &[u8]) -> Result<u64, String> {
    let failed = |error| format!("gzip does not work: {error}");
    let mut gzip = Command::new("gzip")
        .args(["-9", "--no-name", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let mut input = gzip.stdin.take().ok_or("gzip takes no input")?;
    let bytes = bytes.to_vec();
    // From another thread, since gzip writes while it reads.
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = gzip.wait_with_output().map_err(failed)?;
    writer.join().map_err(|_| "gzip takes no input")?.map_err(failed)?;
    Ok(output.stdout.len() as u64)
}
