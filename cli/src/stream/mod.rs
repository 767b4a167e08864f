//! Many records: one a line in, one decision a line out, in order, on all cores, in constant memory.
//!
//! `lines` cuts the input into batches of bounded size, this module decides on a batch on all cores and writes it in
//! order, `progress` shows how far it is where somebody watches. A batch ends where no further line is at hand, so that a
//! program that writes one line and waits for its decision gets it.

mod lines;
mod progress;

use std::{
    cell::OnceCell,
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::Path,
};

use palermo::{MAX_RECORD_BYTES, Standard};
use rayon::prelude::*;

use self::{
    lines::{Batch, Line, Lines},
    progress::Progress,
};
use crate::{Answer, failure::Failure, input::is_stdin};

/// How many lines one core takes at a time.
const SHARE: usize = 16;
/// How much memory for text one share keeps from one batch to the next.
const SHARE_BYTES: usize = 4 << 20;

/// Decides on every record of a file, or of standard input for `-`.
///
/// # Errors
///
/// Where the input cannot be read or the output cannot be written; an invalid record is no failure.
pub fn run(standard: &Standard, file: &Path, compact: bool, out: &mut dyn Write) -> Result<Answer, Failure> {
    let watched = io::stderr().is_terminal();
    let show = watched && !io::stdout().is_terminal();
    let tally = if is_stdin(file) {
        decide(standard, io::stdin().lock(), compact, out, &Progress::new(show, None))
    } else {
        let input = File::open(file).map_err(|error| Failure::input(file, error))?;
        let length = input.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
        decide(standard, input, compact, out, &Progress::new(show, length))
    };
    let tally = tally.map_err(|interrupted| match interrupted {
        Interrupted::Input(error) => Failure::input(file, error),
        Interrupted::Output(error) => Failure::output(error),
    })?;
    if watched || tally.invalid > 0 {
        // Whether anybody hears this does not matter to what was done.
        writeln!(io::stderr(), "{tally}").ok();
    }
    Ok(if tally.invalid > 0 { Answer::Invalid } else { Answer::Yes })
}

/// How many records there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    decided: u64,
    invalid: u64,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let records = |count| if count == 1 { "record" } else { "records" };
        write!(f, "{} {} decided, {} {} invalid", self.decided, records(self.decided), self.invalid, records(self.invalid))
    }
}

/// What ended the work before its end.
enum Interrupted {
    Input(io::Error),
    Output(io::Error),
}

/// Decides on every line of `input`.
fn decide(
    standard: &Standard,
    input: impl Read,
    compact: bool,
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<Tally, Interrupted> {
    let mut lines = Lines::new(input);
    let mut batch = Batch::default();
    let mut tally = Tally::default();
    let mut shares: Vec<Share> = Vec::new();
    let too_large = OnceCell::new();
    while lines.read(&mut batch).map_err(Interrupted::Input)? {
        if batch.has_too_long() {
            too_large.get_or_init(|| too_large_json(standard));
        }
        let too_large: &str = too_large.get().map_or("", String::as_str);
        // The texts of the batch before are written over: fresh ones would cost a page fault for every few records.
        let count = batch.lines().len().div_ceil(SHARE);
        shares.resize_with(shares.len().max(count), Share::default);
        let work = batch.lines().par_chunks(SHARE).zip(shares.par_iter_mut());
        work.for_each(|(lines, share)| share.decide(standard, &batch, lines, compact, too_large));
        for share in shares.iter_mut().take(count) {
            out.write_all(share.text.as_bytes()).map_err(Interrupted::Output)?;
            tally.invalid += share.invalid;
            tally.decided += share.decided;
            share.let_go();
        }
        out.flush().map_err(Interrupted::Output)?;
        progress.advance(batch.bytes_read(), tally.decided + tally.invalid);
    }
    progress.finish();
    Ok(tally)
}

/// What one core made of a few lines.
#[derive(Default)]
struct Share {
    text: String,
    decided: u64,
    invalid: u64,
}

impl Share {
    /// Gives back the memory that a few long decisions took.
    fn let_go(&mut self) {
        if self.text.capacity() > SHARE_BYTES {
            self.text.clear();
            self.text.shrink_to(SHARE_BYTES);
        }
    }

    fn decide(&mut self, standard: &Standard, batch: &Batch, lines: &[Line], compact: bool, too_large: &str) {
        self.text.clear();
        (self.decided, self.invalid) = (0, 0);
        for line in lines {
            match batch.text(line).map(|text| standard.read_json_bytes(text)) {
                Some(Ok(record)) => {
                    self.decided += 1;
                    if compact {
                        record.append_compact_json(&mut self.text);
                    } else {
                        record.append_decision_json(&mut self.text);
                    }
                }
                Some(Err(errors)) => {
                    self.invalid += 1;
                    self.text.push_str(&errors.to_json());
                }
                None => {
                    self.invalid += 1;
                    self.text.push_str(too_large);
                }
            }
            self.text.push('\n');
        }
    }
}

/// The error object for a line that is longer than a record can be, as the core words it.
fn too_large_json(standard: &Standard) -> String {
    let longer = " ".repeat(MAX_RECORD_BYTES + 1);
    standard.read_json(&longer).map_or_else(|errors| errors.to_json(), |_| String::new())
}
