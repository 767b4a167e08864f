//! Finds the known name that a misspelt one was meant to be.

use alloc::vec::Vec;

/// At most this many slips of the pen still count as near.
const FARTHEST: usize = 2;
/// No known name is longer.
const LONGEST: usize = 100;

/// The known name nearest to `name`, where it is near enough to be a misspelling of it: one letter wrong, missing, added or
/// swapped, in a name of eight letters or more two, and in no short name of two or three. Every known name is written in
/// lower case; what begins otherwise may be anybody's name.
///
/// Nearness decides whether an unknown key may be shown in an error: whatever is not near a known name could be
/// anything, a person's name too.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = match name.len() {
        0..4 => return None,
        4..8 => 1,
        8..=LONGEST => FARTHEST,
        _ => return None,
    };
    if !name.is_ascii() || name.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_whitespace()) {
        return None;
    }
    known
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= allowed)
        .map(|candidate| (distance(name.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Edit distance with swaps of neighbours (optimal string alignment).
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    let mut previous_left = None;
    for (row, left_byte) in left.iter().enumerate() {
        let mut current = Vec::with_capacity(right.len() + 1);
        current.push(row + 1);
        let mut previous_right = None;
        for (column, right_byte) in right.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = at(&last, column) + usize::from(left_byte != right_byte);
            cost = cost.min(at(&last, column + 1) + 1).min(at(&current, column) + 1);
            if previous_left == Some(right_byte) && previous_right == Some(left_byte) {
                cost = cost.min(at(&before_last, column - 1) + 1);
            }
            current.push(cost);
            previous_right = Some(right_byte);
        }
        before_last = last;
        last = current;
        previous_left = Some(left_byte);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_near_and_a_name_is_not() {
        let known = ["rights_explained", "age_years", "majority", "documents"];
        assert_eq!(nearest("rights_explaned", known), Some("rights_explained"));
        assert_eq!(nearest("rights_explaiend", known), Some("rights_explained"));
        assert_eq!(nearest("age_year", known), Some("age_years"));
        for unrelated in ["Maria", "name", "passport_number", "", "ag", "Вера", "Age_years", "marity", "age years"] {
            assert_eq!(nearest(unrelated, known), None, "{unrelated}");
        }
    }
}
