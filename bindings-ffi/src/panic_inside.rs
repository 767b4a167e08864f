//! A panic on demand, for the tests of what a caller sees then. No package holds it.

/// Panics.
#[uniffi::export]
#[expect(clippy::panic, reason = "the tests show what a caller sees of a panic")]
pub fn panic_inside() {
    panic!("a panic for the tests");
}

/// Panics where a package that was built without the function above asks for it, with a day of this name.
pub(crate) fn when_asked(day: &str) {
    if day == "panic inside" {
        panic_inside();
    }
}
