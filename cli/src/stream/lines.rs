//! Cuts a stream of bytes into batches of lines, without ever holding more than a bounded part of it.

use std::{
    io::{self, BufRead, BufReader, Read},
    ops::Range,
};

use palermo::MAX_RECORD_BYTES;

/// How much is read at a time.
const BUFFER: usize = 1 << 20;
/// Where a batch ends, whichever comes first.
const BATCH_LINES: usize = 1024;
const BATCH_BYTES: usize = 4 << 20;
/// The mark that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A line of a batch: where its text stands, or nothing where it is longer than a record can be.
pub struct Line(Option<Range<usize>>);

/// Lines that are decided on together.
#[derive(Default)]
pub struct Batch {
    bytes: Vec<u8>,
    lines: Vec<Line>,
    read: u64,
}

impl Batch {
    /// The lines that are not blank.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The text of a line without what ends it, or `None` where it is longer than a record can be.
    pub fn text(&self, line: &Line) -> Option<&[u8]> {
        line.0.clone().and_then(|range| self.bytes.get(range))
    }

    /// Whether some line is longer than a record can be.
    pub fn has_too_long(&self) -> bool {
        self.lines.iter().any(|line| line.0.is_none())
    }

    /// How many bytes of the input the batch stands for.
    pub fn bytes_read(&self) -> u64 {
        self.read
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.lines.clear();
        self.read = 0;
    }

    fn is_full(&self) -> bool {
        self.lines.len() >= BATCH_LINES || self.bytes.len() >= BATCH_BYTES
    }
}

/// The lines of a stream of bytes.
pub struct Lines<R> {
    input: BufReader<R>,
    at_start: bool,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(BUFFER, input), at_start: true }
    }

    /// Reads the next batch; `false` at the end of the input. A batch has at least one line; it ends before it would have
    /// to wait for another.
    pub fn read(&mut self, batch: &mut Batch) -> io::Result<bool> {
        batch.clear();
        loop {
            if !self.read_line(batch)? {
                return Ok(!batch.lines.is_empty());
            }
            let waiting = !self.input.buffer().contains(&b'\n');
            if batch.is_full() || (waiting && !batch.lines.is_empty()) {
                return Ok(true);
            }
        }
    }

    /// Reads one line; `false` at the end of the input. A blank line leaves the batch as it is.
    fn read_line(&mut self, batch: &mut Batch) -> io::Result<bool> {
        let start = batch.bytes.len();
        // Room for a mark at the start, the longest record, a carriage return and a line feed.
        let limit = BYTE_ORDER_MARK.len() + MAX_RECORD_BYTES + 2;
        let read = (&mut self.input).take(limit as u64).read_until(b'\n', &mut batch.bytes)?;
        batch.read += read as u64;
        if read == 0 {
            return Ok(false);
        }
        let complete = batch.bytes.last() == Some(&b'\n');
        if !complete && read == limit {
            batch.read += self.input.skip_until(b'\n')? as u64;
        }
        let line = batch.bytes.get(start..).unwrap_or_default();
        let marked = self.at_start && line.starts_with(BYTE_ORDER_MARK);
        self.at_start = false;
        let before = if marked { BYTE_ORDER_MARK.len() } else { 0 };
        let text = line.get(before..).unwrap_or_default();
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        if (!complete && read == limit) || text.len() > MAX_RECORD_BYTES {
            batch.bytes.truncate(start);
            batch.lines.push(Line(None));
        } else if text.iter().all(u8::is_ascii_whitespace) {
            batch.bytes.truncate(start);
        } else {
            let range = start + before..start + before + text.len();
            batch.lines.push(Line(Some(range)));
        }
        Ok(true)
    }
}
