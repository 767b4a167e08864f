//! Shows a list, one entry a line.

use core::fmt;

/// Writes every entry on a line of its own, without a line end behind the last.
pub(crate) fn one_a_line(f: &mut fmt::Formatter<'_>, entries: &[impl fmt::Display]) -> fmt::Result {
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            f.write_str("\n")?;
        }
        entry.fmt(f)?;
    }
    Ok(())
}
