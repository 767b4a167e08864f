//! The values of a fact in words.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{FactCode, ValueCodes};

impl FactCode {
    /// The names of values, by their bits; neighbouring spans of years are joined.
    pub(crate) fn value_names(&self, bits: u64) -> Vec<String> {
        let has = |place: u32| bits & self.bit(place) != 0;
        let mut names = match &self.values {
            ValueCodes::YesNo => {
                (0..2).zip(["yes", "no"]).filter(|(place, _)| has(*place)).map(|(_, name)| name.to_string()).collect()
            }
            ValueCodes::Choice(words) => {
                (0..).zip(words).filter(|(place, _)| has(*place)).map(|(_, word)| word.to_string()).collect()
            }
            ValueCodes::Years { from, to, cuts } => {
                let starts = core::iter::once(*from).chain(cuts.iter().copied());
                let ends = cuts.iter().map(|cut| cut.saturating_sub(1)).chain([*to]);
                let mut spans: Vec<(u32, u32)> = Vec::new();
                for (_, (start, end)) in (0..).zip(starts.zip(ends)).filter(|(place, _)| has(*place)) {
                    match spans.last_mut() {
                        Some((_, last)) if *last + 1 == start => *last = end,
                        _ => spans.push((start, end)),
                    }
                }
                spans.into_iter().map(|(start, end)| format!("{start}-{end}")).collect::<Vec<_>>()
            }
        };
        if self.unknown().is_some_and(has) {
            names.push("unknown".to_string());
        }
        names
    }
}
