//! Words for people: what the commands say when they do not write JSON.
