//! Many records through the command line, next to reading and parsing the same file.

use std::{
    fs::File,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use crate::{command::cargo, files};

/// How many records the file has.
const RECORDS: usize = 150_000;
/// How often each is run; the median counts.
const RUNS: usize = 5;

/// What was measured of a stream.
pub(crate) struct Stream {
    pub name: &'static str,
    /// Records a second.
    pub records: f64,
    /// Bytes read a second.
    pub bytes: f64,
}

/// Measures the command line on a file of records, and the floor.
pub(crate) fn measure() -> Result<Vec<Stream>, String> {
    let root = files::root();
    let path = root.join("target/bench/records.ndjson");
    write_records(&path)?;
    cargo(&["build", "--release", "--package", "palermo-cli"], &[])?;
    cargo(&["build", "--release", "--package", "palermo-tests", "--example", "parse_ndjson"], &[])?;
    let palermo = root.join("target/release/palermo");
    let parse = root.join("target/release/examples/parse_ndjson");
    let size = path.metadata().map_err(|error| error.to_string())?.len();
    let file = path.display().to_string();
    let run = |name, program: &Path, arguments: &[&str]| stream(name, program, arguments, size);
    Ok(vec![
        run("read and parse, one thread (floor)", &parse, &[&file])?,
        run("`palermo evaluate --format ndjson`", &palermo, &["evaluate", &file, "--format", "ndjson"])?,
        run("`palermo evaluate --format ndjson --compact`", &palermo, &["evaluate", &file, "--format", "ndjson", "--compact"])?,
    ])
}

/// The three records of the benchmark, over and over, one a line.
fn write_records(path: &Path) -> crate::Outcome {
    let folder = files::root().join("tests/benches/records");
    let mut lines = Vec::new();
    for name in ["silent", "presumed", "identified"] {
        let text = files::read_text(&folder.join(format!("{name}.json")))?;
        let value: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        lines.push(format!("{value}\n"));
    }
    let all: String = lines.iter().cycle().take(RECORDS).map(String::as_str).collect();
    files::write(path, all.as_bytes())
}

#[expect(clippy::cast_precision_loss, reason = "speeds are shown with three digits")]
fn stream(name: &'static str, program: &Path, arguments: &[&str], size: u64) -> Result<Stream, String> {
    let mut seconds = Vec::new();
    for _ in 0..RUNS {
        let null = File::create("/dev/null").map_or_else(|_| Stdio::null(), Stdio::from);
        let start = Instant::now();
        let status = Command::new(program).args(arguments).stdout(null).status().map_err(|error| error.to_string())?;
        seconds.push(start.elapsed().as_secs_f64());
        if !status.success() {
            return Err(format!("{} failed", program.display()));
        }
    }
    seconds.sort_by(f64::total_cmp);
    let median = seconds.get(RUNS / 2).copied().unwrap_or(f64::NAN);
    Ok(Stream { name, records: RECORDS as f64 / median, bytes: size as f64 / median })
}
