//! What was not carried over: counted for each column and said once, never with a value.

use std::io::Write;

use super::{mapping::Meaning, rows::Place};

/// How many rows that cannot be read are named one by one.
const NAMED_ROWS: u64 = 20;
/// How much of the name of an unknown column is shown.
const NAME_LENGTH: usize = 60;

/// Why what a value says was not carried over.
#[derive(Clone, Copy, Debug)]
pub enum Loss {
    /// It may mean no or not recorded.
    Ambiguous,
    /// It excludes itself, or what another column says.
    Contradiction,
    /// The table does not know it.
    Unrecognised,
}

/// What was lost in one column.
#[derive(Clone, Copy, Debug, Default)]
struct Losses {
    ambiguous: u64,
    contradiction: u64,
    unrecognised: u64,
}

/// The report on an import.
pub struct Report {
    names: Vec<String>,
    losses: Vec<Losses>,
    unused: Vec<(String, String)>,
    unknown: Vec<String>,
    records: u64,
    unreadable: u64,
}

impl Report {
    /// Begins a report on these columns.
    pub fn new(header: &[String], columns: &[Option<&Meaning>]) -> Self {
        let mut report = Self {
            names: header.iter().map(|name| shown(name)).collect(),
            losses: vec![Losses::default(); header.len()],
            unused: Vec::new(),
            unknown: Vec::new(),
            records: 0,
            unreadable: 0,
        };
        for (name, meaning) in report.names.iter().zip(columns) {
            match meaning {
                None => report.unknown.push(name.clone()),
                Some(Meaning::Unused(reason)) => report.unused.push((name.clone(), reason.clone())),
                Some(Meaning::Read(_)) => {}
            }
        }
        report
    }

    /// A row became a record.
    pub fn record(&mut self) {
        self.records += 1;
    }

    /// A value was not carried over.
    pub fn lost(&mut self, column: usize, loss: Loss) {
        if let Some(losses) = self.losses.get_mut(column) {
            match loss {
                Loss::Ambiguous => losses.ambiguous += 1,
                Loss::Contradiction => losses.contradiction += 1,
                Loss::Unrecognised => losses.unrecognised += 1,
            }
        }
    }

    /// A row cannot be read; the first ones are named at once.
    pub fn unreadable(&mut self, place: &Place, told: &mut dyn Write) {
        self.unreadable += 1;
        if self.unreadable <= NAMED_ROWS {
            let line = place.line.map(|line| format!(" (line {line})")).unwrap_or_default();
            let Place { row, values, columns, .. } = place;
            say(told, &format!("row {row}{line} cannot be read: {} for {}", count(*values, "value"), count(*columns, "column")));
        }
    }

    /// Whether some row cannot be read.
    pub fn has_unreadable(&self) -> bool {
        self.unreadable > 0
    }

    /// Says everything.
    pub fn tell(&self, told: &mut dyn Write) {
        say(told, &format!("{}, {} that cannot be read", count(self.records, "record"), count(self.unreadable, "row")));
        self.tell_losses(told, "A 0 was read as unknown, because it may mean no or not recorded:", |losses| losses.ambiguous);
        self.tell_losses(told, "Contradictions were read as unknown:", |losses| losses.contradiction);
        self.tell_losses(told, "Values that are not known were read as unknown:", |losses| losses.unrecognised);
        if !self.unknown.is_empty() {
            say(told, &format!("Columns that are not known and were not read: {}", self.unknown.join(", ")));
        }
        if !self.unused.is_empty() {
            say(told, "Columns that were not read, and why:");
        }
        for (name, reason) in &self.unused {
            say(told, &format!("  {name}: {reason}"));
        }
    }

    fn tell_losses(&self, told: &mut dyn Write, heading: &str, number: impl Fn(&Losses) -> u64) {
        let mut headed = false;
        for (name, losses) in self.names.iter().zip(&self.losses) {
            let number = number(losses);
            if number > 0 {
                if !headed {
                    say(told, heading);
                    headed = true;
                }
                say(told, &format!("  {name}: {}", count(number, "row")));
            }
        }
    }
}

/// Whether anybody hears this does not matter to what was done.
fn say(told: &mut dyn Write, line: &str) {
    writeln!(told, "{line}").ok();
}

fn count(number: u64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A name as it can be shown on a terminal.
fn shown(name: &str) -> String {
    if name.is_empty() {
        return "(a column without a name)".to_string();
    }
    name.chars().take(NAME_LENGTH).flat_map(char::escape_debug).collect()
}
