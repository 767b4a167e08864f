//! The README of each crate, made from the documentation at the head of its library.

use crate::derived::Derived;
use crate::files;

/// The crates that are published, with their folders.
const CRATES: [(&str, &str); 4] =
    [("core", "palermo"), ("compile", "palermo-compile"), ("cli", "palermo-cli"), ("rules", "palermo-rules")];

/// Makes the READMEs.
pub(crate) fn readmes() -> Result<Vec<Derived>, String> {
    CRATES.iter().map(|(folder, name)| readme(folder, name)).collect()
}

fn readme(folder: &str, name: &str) -> Result<Derived, String> {
    let library = files::read_text(&files::root().join(folder).join("src/lib.rs"))?;
    let mut text = format!("<!-- Made from src/lib.rs by `cargo xtask generate`. -->\n\n# {name}\n\n");
    for line in library.lines().take_while(|line| line.starts_with("//!") || line.starts_with("#![cfg_attr(")) {
        match line.strip_prefix("//!") {
            // Headings of the documentation stand below the name of the crate; hidden lines of examples stay hidden.
            Some(line) if line.starts_with(" # ") && !line.contains("Ok::<") => {
                text.extend(["##", line.trim_start_matches(" #")]);
            }
            Some(line) if line.starts_with(" # ") => continue,
            Some(line) => text.push_str(&linked(line.strip_prefix(' ').unwrap_or(line))),
            None if line.contains("not(") => continue,
            None => text.push_str("\n```rust"),
        }
        text.push('\n');
    }
    text.push_str("\nLawyers have not reviewed the rules. Licensed under Apache-2.0 OR MIT.\n");
    Ok(Derived::new(format!("{folder}/README.md"), text))
}

/// Links to items of the crate lead nowhere outside its documentation; their names stay.
fn linked(line: &str) -> String {
    line.replace("[`", "`").replace("`]", "`")
}
