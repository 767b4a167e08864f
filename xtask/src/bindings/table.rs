//! The table of the runtimes, printed and, where asked for, written between its marks in `README.md`.

use std::fmt::Write;

use super::{
    Measured,
    wasm::{self, Sizes},
};
use crate::{Outcome, files};

const BEGIN: &str = "<!-- bindings: written by `cargo xtask test-bindings --readme` -->";
const END: &str = "<!-- end of bindings -->";

/// Prints the table.
pub(crate) fn print(measured: &[Measured], readme: bool) -> Outcome {
    let sizes = wasm::sizes()?;
    let table = table(measured, &sizes).map_err(|error| error.to_string())?;
    println!("{table}");
    if !readme {
        return Ok(());
    }
    let path = files::root().join("README.md");
    let text = files::read_text(&path)?;
    let (before, rest) = text.split_once(BEGIN).ok_or("README.md has no place for the table of the bindings")?;
    let (_, after) = rest.split_once(END).ok_or("README.md has no end of the table of the bindings")?;
    files::write(&path, format!("{before}{BEGIN}\n{table}{END}{after}").as_bytes())
}

fn table(measured: &[Measured], sizes: &Sizes) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    writeln!(
        out,
        "| runtime | vectors | JSON text | plain data | empty call | Rust itself | first decision | growth | package |"
    )?;
    writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---|")?;
    for row in measured {
        let Measured { runtime, vectors, microseconds: time, package, .. } = row;
        let first = row.first_decision_milliseconds.map_or_else(|| "–".to_string(), |time| format!("{time:.1} ms"));
        let native = row.native_microseconds.map_or_else(|| "–".to_string(), |time| format!("{time:.1} µs"));
        let size = kilobytes(row.package_bytes);
        writeln!(
            out,
            "| {runtime} | {vectors} | {:.1} µs | {:.1} µs | {:.2} µs | {native} | {first} | {:.1} B | {package}, {size:.0} kB |",
            time.json_text, time.plain_data, time.empty_call, row.bytes_per_evaluation
        )?;
    }
    writeln!(
        out,
        "\nAfter gzip, the WebAssembly that decides has {:.1} kB, with the standard and its texts; the one that is read only to load a\n\
         rule set of your own has {:.1} kB. The one that proves has {:.1} kB and is in no package.",
        kilobytes(sizes.palermo),
        kilobytes(sizes.loader),
        kilobytes(sizes.verify)
    )?;
    Ok(out)
}

#[expect(clippy::cast_precision_loss, reason = "a size for people")]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
