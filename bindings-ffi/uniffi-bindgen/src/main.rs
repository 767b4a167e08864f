//! The one generator of the UniFFI bindings: reads a built `palermo-ffi`, writes Kotlin, Python, Swift or Ruby.
//!
//! It is a package of its own, outside the default members, so that only those who generate bindings build it; and its
//! program is not called `uniffi-bindgen`, because maturin would then build that a second time with other features.

fn main() {
    uniffi::uniffi_bindgen_main();
}
