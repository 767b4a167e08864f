//! The Rust of `README.md`, compiled and run as a doc test.
#![cfg_attr(doctest, doc = include_str!("../../README.md"))]
