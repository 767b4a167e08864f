//! Random references: a hyphenated UUID (version 4) or a ULID, in either case.

use super::SplitMix64;

const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A token that no name and no document number fits into.
pub fn reference(random: &mut SplitMix64) -> String {
    let token = if random.chance(50) { uuid(random) } else { ulid(random) };
    if random.chance(50) { token.to_lowercase() } else { token.to_uppercase() }
}

fn uuid(random: &mut SplitMix64) -> String {
    let pattern = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    pattern
        .chars()
        .map(|place| match place {
            'x' => char::from(*random.pick(HEXADECIMAL)),
            'y' => char::from(*random.pick(b"89ab")),
            fixed => fixed,
        })
        .collect()
}

/// 128 bits in 26 letters of five bits: the first letter is below 8.
fn ulid(random: &mut SplitMix64) -> String {
    let first = char::from(*random.pick(&CROCKFORD[..8]));
    let rest = (0..25).map(|_| char::from(*random.pick(CROCKFORD)));
    [first].into_iter().chain(rest).collect()
}
