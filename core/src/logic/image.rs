//! The tables as bytes: each is described once, for writing and for reading.
//!
//! Numbers are written seven bits at a time, lists after their length. Reading never stops in the middle: what cannot be read
//! becomes the least value there is, and [`Reader::finished`] says afterwards whether all was well. So no table needs a way out
//! at each of its fields, which is what the module for browsers would pay most for.

use alloc::{boxed::Box, vec::Vec};

use super::{
    ConclusionCode, ConditionCode, ConductTable, DecisionCode, DerivedCode, FactCode, KeyCode, Logic, Node, OverlayCode,
    RuleCode, Span, StageCode, Step, Term, ValueCodes, Words,
};

/// Something that stands in an image.
pub(super) trait Image: Sized {
    /// Appends it.
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>);

    /// Reads it.
    fn read(image: &mut Reader<'_>) -> Self;
}

/// Reads an image from its beginning.
pub(super) struct Reader<'i> {
    rest: &'i [u8],
    failed: bool,
}

impl<'i> Reader<'i> {
    pub(super) fn new(bytes: &'i [u8]) -> Self {
        Self { rest: bytes, failed: false }
    }

    /// Whether everything could be read, and nothing is left.
    pub(super) fn finished(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    fn fail<T: Default>(&mut self) -> T {
        self.failed = true;
        T::default()
    }

    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => self.fail(),
        }
    }

    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail()
    }

    /// The length of a list whose entries have at least a byte each, so that no length makes room for more than there is.
    fn length(&mut self) -> usize {
        match usize::try_from(self.number()) {
            Ok(length) if length <= self.rest.len() => length,
            _ => self.fail(),
        }
    }
}

#[cfg(feature = "load")]
fn write_number(mut number: u64, image: &mut Vec<u8>) {
    loop {
        // Seven bits always fit.
        let seven = u8::try_from(number & 0x7F).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return image.push(seven);
        }
        image.push(seven | 0x80);
    }
}

impl Image for u8 {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        image.push(*self);
    }

    fn read(image: &mut Reader<'_>) -> Self {
        image.byte()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Image for $number {
            #[cfg(feature = "load")]
            fn write(&self, image: &mut Vec<u8>) {
                write_number(u64::from(*self), image);
            }

            fn read(image: &mut Reader<'_>) -> Self {
                let number = image.number();
                Self::try_from(number).unwrap_or_else(|_| image.fail())
            }
        })+
    };
}

numbers!(u16, u32, u64);

impl Image for bool {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        image.push(u8::from(*self));
    }

    fn read(image: &mut Reader<'_>) -> Self {
        match image.byte() {
            0 => false,
            1 => true,
            _ => image.fail(),
        }
    }
}

impl Image for Box<str> {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        write_number(self.len() as u64, image);
        image.extend(self.bytes());
    }

    fn read(image: &mut Reader<'_>) -> Self {
        let length = image.length();
        let (text, rest) = image.rest.split_at_checked(length).unwrap_or_default();
        image.rest = rest;
        core::str::from_utf8(text).map_or_else(|_| image.fail(), Self::from)
    }
}

impl<T: Image> Image for Vec<T> {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        write_number(self.len() as u64, image);
        for entry in self {
            entry.write(image);
        }
    }

    // A function for each table: in one for all of them, an engine for WebAssembly sees loops that are worth compiling again, and
    // does so while the first decision waits.
    #[inline(never)]
    fn read(image: &mut Reader<'_>) -> Self {
        let length = image.length();
        let mut list = Self::with_capacity(length);
        while list.len() < length && !image.failed {
            list.push(T::read(image));
        }
        list
    }
}

impl<T: Image> Image for Option<T> {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        self.is_some().write(image);
        if let Some(inner) = self {
            inner.write(image);
        }
    }

    fn read(image: &mut Reader<'_>) -> Self {
        bool::read(image).then(|| T::read(image))
    }
}

impl<A: Image, B: Image> Image for (A, B) {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        self.0.write(image);
        self.1.write(image);
    }

    fn read(image: &mut Reader<'_>) -> Self {
        (A::read(image), B::read(image))
    }
}

impl<const N: usize> Image for Words<N> {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        for word in self.0 {
            word.write(image);
        }
    }

    fn read(image: &mut Reader<'_>) -> Self {
        Self(core::array::from_fn(|_| image.number()))
    }
}

/// An entry of a vocabulary, by its place in the list.
macro_rules! words {
    ($($word:ident: $least:ident),+) => {
        $(impl Image for crate::vocabulary::$word {
            #[cfg(feature = "load")]
            fn write(&self, image: &mut Vec<u8>) {
                image.push(*self as u8);
            }

            fn read(image: &mut Reader<'_>) -> Self {
                let place = usize::from(image.byte());
                Self::ALL.get(place).copied().unwrap_or_else(|| {
                    image.failed = true;
                    Self::$least
                })
            }
        })+
    };
}

words!(
    RuleSetKind: Case,
    Stage: First,
    Sensitivity: Low,
    ConclusionKind: Entitlement,
    Status: Undetermined,
    ElementState: Open,
    ChildStatus: Unknown,
    Known: Unknown
);

/// A table, field by field, in the order of the image.
macro_rules! tables {
    ($($table:ident $(<$word:ident>)? { $($field:ident),+ })+) => {
        $(impl $(<$word: Image>)? Image for $table $(<$word>)? {
            #[cfg(feature = "load")]
            fn write(&self, image: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($field.write(image);)+
            }

            fn read(image: &mut Reader<'_>) -> Self {
                Self { $($field: Image::read(image)),+ }
            }
        })+
    };
}

tables! {
    Logic {
        image_format, id, version, digest, overlays, kind, in_force_from, in_force_to, inputs, visible, facts, terms, clauses, clause_lists,
        nodes, conditions, derived, rules, conclusions, conduct, implied, interview, urgency, screen_now, screen_must_not, decision
    }
    OverlayCode { id, version, digest }
    Span { start, length }
    FactCode { name, word, shift, values, has_unknown, ask, sensitivity, shield, irrelevant }
    Term { word, mask }
    ConditionCode { clauses, tree, names, effects, is_a_rules }
    DerivedCode { fact, default, steps }
    Step { place, conditions }
    RuleCode { id, condition, conclusions, gives, bearers, conduct }
    ConclusionCode { id, kind }
    ConductTable { code, parent, rule, breach, implied_when }
    StageCode { stage, after, not_while, ask }
    DecisionCode { status, act, means, purpose, child, child_when_trafficked }
    KeyCode<Word> { fact, words }
}

impl Image for ValueCodes {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        match self {
            Self::YesNo => image.push(0),
            Self::Choice(words) => {
                image.push(1);
                words.write(image);
            }
            Self::Years { from, to, cuts } => {
                image.push(2);
                from.write(image);
                to.write(image);
                cuts.write(image);
            }
        }
    }

    fn read(image: &mut Reader<'_>) -> Self {
        match image.byte() {
            0 => Self::YesNo,
            1 => Self::Choice(Image::read(image)),
            2 => Self::Years { from: Image::read(image), to: Image::read(image), cuts: Image::read(image) },
            _ => {
                image.failed = true;
                Self::YesNo
            }
        }
    }
}

impl Image for Node {
    #[cfg(feature = "load")]
    fn write(&self, image: &mut Vec<u8>) {
        match self {
            Self::Always => image.push(0),
            Self::All(parts) => {
                image.push(1);
                parts.write(image);
            }
            Self::Any(parts) => {
                image.push(2);
                parts.write(image);
            }
            Self::Literal { fact, word, domain, mask } => {
                image.push(3);
                fact.write(image);
                word.write(image);
                domain.write(image);
                mask.write(image);
            }
        }
    }

    fn read(image: &mut Reader<'_>) -> Self {
        match image.byte() {
            0 => Self::Always,
            1 => Self::All(Image::read(image)),
            2 => Self::Any(Image::read(image)),
            3 => Self::Literal {
                fact: Image::read(image),
                word: Image::read(image),
                domain: Image::read(image),
                mask: Image::read(image),
            },
            _ => {
                image.failed = true;
                Self::Always
            }
        }
    }
}
