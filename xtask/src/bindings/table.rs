//! The table of the runtimes, printed and, where asked for, written between its marks in `README.md`.

use std::fmt::Write;

use super::Measured;
use crate::{Outcome, files};

const BEGIN: &str = "<!-- bindings: written by `cargo xtask test-bindings --readme` -->";
const END: &str = "<!-- end of bindings -->";

/// Prints the table.
pub(crate) fn print(measured: &[Measured], readme: bool) -> Outcome {
    let table = table(measured).map_err(|error| error.to_string())?;
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

fn table(measured: &[Measured]) -> Result<String, std::fmt::Error> {
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
        #[expect(clippy::cast_precision_loss, reason = "a size for people")]
        let size = row.package_bytes as f64 / 1000.0;
        writeln!(
            out,
            "| {runtime} | {vectors} | {:.1} µs | {:.1} µs | {:.2} µs | {native} | {first} | {:.1} B | {package}, {size:.0} kB |",
            time.json_text, time.plain_data, time.empty_call, row.bytes_per_evaluation
        )?;
    }
    Ok(out)
}
