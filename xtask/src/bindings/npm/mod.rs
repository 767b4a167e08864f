//! The npm package `palermo`: built by [`package`], and tested as users get it in Node and in a page.

mod browser;
mod build;
mod bundlers;
mod node;
mod project;
mod types;

pub(crate) use self::{browser::test as chromium, build::package, node::test as node};
