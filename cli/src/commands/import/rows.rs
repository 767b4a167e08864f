//! Reads a CSV row by row in bounded memory; a row that cannot be read does not stop the rest.

use std::{
    cell::Cell,
    io::{self, Read},
    path::Path,
    rc::Rc,
};

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use crate::failure::Failure;

/// How much may be read for one row. A quotation mark that is never closed would otherwise read the rest of the file.
const MAX_ROW: usize = 1 << 20;

/// The rows of a CSV.
pub struct Rows<R: Read> {
    reader: csv::Reader<Bounded<R>>,
    left: Rc<Cell<usize>>,
    record: ByteRecord,
    columns: usize,
    seen: u64,
}

/// A row.
pub enum Row<'r> {
    /// Its values, one for each column.
    Values(&'r ByteRecord),
    /// It does not have one value for each column.
    Unreadable(Place),
    /// There are no more.
    End,
}

/// Which row cannot be read, and why: numbers, never values.
pub struct Place {
    /// The row, counted from 1 below the header.
    pub row: u64,
    /// The line of the file, counted from 1, where it is known.
    pub line: Option<u64>,
    /// How many values it has.
    pub values: u64,
    /// How many columns the header has.
    pub columns: u64,
}

/// The CSV cannot be read on.
pub enum Broken {
    /// The input cannot be read.
    Input(io::Error),
    /// A row is longer than anything can be.
    TooLong {
        /// The row, counted from 1 below the header.
        row: u64,
    },
}

impl Broken {
    /// What kept the command from being done.
    pub fn into_failure(self, path: &Path) -> Failure {
        match self {
            Self::Input(error) => Failure::input(path, error),
            Self::TooLong { row } => Failure::Document {
                path: path.to_path_buf(),
                reason: format!("row {row} is longer than {MAX_ROW} bytes"),
                help: "look for a quotation mark that is not closed there or before".to_string(),
            },
        }
    }
}

impl<R: Read> Rows<R> {
    pub fn new(input: R) -> Self {
        let left = Rc::new(Cell::new(MAX_ROW));
        let input = Bounded { input, left: Rc::clone(&left) };
        // Rows of another length are looked at here, so that one of them does not stop the rest.
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
        Self { reader, left, record: ByteRecord::new(), columns: 0, seen: 0 }
    }

    /// Reads the names of the columns; bytes that are no UTF-8 are replaced.
    pub fn header(&mut self) -> Result<Vec<String>, Broken> {
        self.read()?;
        self.columns = self.record.len();
        let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').trim().to_string();
        Ok(self.record.iter().map(name).collect())
    }

    /// Reads the next row.
    pub fn next(&mut self) -> Result<Row<'_>, Broken> {
        if !self.read()? {
            return Ok(Row::End);
        }
        self.seen += 1;
        if self.record.len() == self.columns {
            return Ok(Row::Values(&self.record));
        }
        Ok(Row::Unreadable(Place {
            row: self.seen,
            line: self.record.position().map(csv::Position::line),
            values: self.record.len() as u64,
            columns: self.columns as u64,
        }))
    }

    fn read(&mut self) -> Result<bool, Broken> {
        let read = self.reader.read_byte_record(&mut self.record);
        let more = read.map_err(|error| match error.into_kind() {
            ErrorKind::Io(_) if self.left.get() == 0 => Broken::TooLong { row: self.seen + 1 },
            ErrorKind::Io(error) => Broken::Input(error),
            // Bytes and rows of any length are accepted, so that no other kind can occur.
            _ => Broken::Input(io::ErrorKind::InvalidData.into()),
        })?;
        self.left.set(MAX_ROW);
        Ok(more)
    }
}

/// A reader that stops where too much was read without a row coming to its end.
struct Bounded<R> {
    input: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.input.read(buffer)?;
        self.left.set(left.saturating_sub(read));
        Ok(read)
    }
}
