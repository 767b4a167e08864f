//! Shows how far a long run is, where somebody watches.

use indicatif::{ProgressBar, ProgressStyle};

const OF_BYTES: &str = "{bar:40} {bytes} of {total_bytes}, {msg} records, {eta} left";
const OF_RECORDS: &str = "{spinner} {bytes}, {msg} records, {elapsed}";

/// A progress bar on standard error, or nothing.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar over the bytes of the input where their number is known, else a count; nothing where `show` is not set.
    pub fn new(show: bool, bytes: Option<u64>) -> Self {
        if !show {
            return Self(None);
        }
        let (bar, template) = match bytes {
            Some(bytes) => (ProgressBar::new(bytes), OF_BYTES),
            None => (ProgressBar::new_spinner(), OF_RECORDS),
        };
        // A template that does not parse leaves the bar with its own style.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self(Some(bar))
    }

    /// Says that more bytes were read and how many records were seen so far.
    pub fn advance(&self, bytes: u64, records: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(bytes);
            bar.set_message(records.to_string());
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
