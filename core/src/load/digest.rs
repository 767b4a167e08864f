//! Digests: SHA-256 in hexadecimal.

use alloc::{format, string::String};
use core::fmt::Write;

use sha2::{Digest, Sha256};

/// `sha256:` and the digest of a canonical JSON text.
#[must_use]
pub fn digest_of(canonical_json: &str) -> String {
    format!("sha256:{}", sha256(canonical_json.as_bytes()))
}

/// The SHA-256 of bytes, in hexadecimal.
///
/// ```
/// # #[cfg(feature = "load")]
/// assert!(palermo::load::sha256(b"").starts_with("e3b0c442"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
