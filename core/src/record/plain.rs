//! Reads the plain record with serde, for programs that keep records in documents of their own.
//!
//! What serde derives puts the values that it did not expect, and the names of keys that it does not know, into its errors.
//! Such errors end in logs and answers, so the visitors here say what is wrong and never what was found.

use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};

use super::{ConductEvent, FactValue, IntakeRecord};
use crate::refuse::refuse;

/// Reads a key, and remembers none that is not known.
fn key<'de, A: MapAccess<'de>>(map: &mut A, known: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
    struct Key(&'static [&'static str]);

    impl<'de> de::DeserializeSeed<'de> for Key {
        type Value = usize;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
            deserializer.deserialize_str(self)
        }
    }

    impl Visitor<'_> for Key {
        type Value = usize;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a key")
        }

        fn visit_str<E: de::Error>(self, key: &str) -> Result<usize, E> {
            self.0.iter().position(|known| *known == key).ok_or_else(|| E::custom("there is no such key"))
        }
    }

    map.next_key_seed(Key(known))
}

/// Puts a value where none stood before.
fn once<T, E: de::Error>(place: &mut Option<T>, value: T) -> Result<(), E> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::custom("a key stands twice")),
    }
}

/// `null`, or a list of which every item is read by `T`.
struct ListOf<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ListOf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = ListOf<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or null")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(ListOf(Vec::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(ListOf(items))
            }

            refuse!("a list or null is expected"; bool, number, text);
        }

        deserializer.deserialize_any(Items(PhantomData))
    }
}

/// A text, and nothing of what stands in its place.
struct PlainText(String);

impl<'de> Deserialize<'de> for PlainText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = PlainText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PlainText, E> {
                Ok(PlainText(text.into()))
            }

            refuse!("a text is expected"; bool, number);
        }

        deserializer.deserialize_any(Text)
    }
}

/// The facts: `null`, or an object in which no fact stands twice.
struct Facts(BTreeMap<String, FactValue>);

impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Facts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of facts or null")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Facts, E> {
                Ok(Facts(BTreeMap::new()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
                let mut facts = BTreeMap::new();
                while let Some((name, value)) = map.next_entry::<String, FactValue>()? {
                    if facts.insert(name, value).is_some() {
                        return Err(de::Error::custom("a fact stands twice"));
                    }
                }
                Ok(Facts(facts))
            }

            refuse!("an object of facts or null is expected"; bool, number, text);
        }

        deserializer.deserialize_any(Entries)
    }
}

impl<'de> Deserialize<'de> for IntakeRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Record;

        impl<'de> Visitor<'de> for Record {
            type Value = IntakeRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an intake record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IntakeRecord, A::Error> {
                let (mut reference, mut facts, mut declined, mut conduct) = (None, None, None, None);
                while let Some(key) = key(&mut map, &["reference", "facts", "declined", "conduct"])? {
                    match key {
                        0 => once(&mut reference, map.next_value::<Option<super::Reference>>()?)?,
                        1 => once(&mut facts, map.next_value::<Facts>()?.0)?,
                        2 => once(&mut declined, map.next_value::<ListOf<PlainText>>()?.0)?,
                        _ => once(&mut conduct, map.next_value::<ListOf<ConductEvent>>()?.0)?,
                    }
                }
                Ok(IntakeRecord {
                    reference: reference.flatten(),
                    facts: facts.unwrap_or_default(),
                    declined: declined.unwrap_or_default().into_iter().map(|name| name.0).collect(),
                    conduct: conduct.unwrap_or_default(),
                })
            }

            refuse!("an intake record is an object"; bool, number, text);
        }

        deserializer.deserialize_any(Record)
    }
}

impl<'de> Deserialize<'de> for ConductEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Event;

        impl<'de> Visitor<'de> for Event {
            type Value = ConductEvent;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a conduct event")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ConductEvent, A::Error> {
                let (mut code, mut actor, mut certainty) = (None, None, None);
                while let Some(key) = key(&mut map, &["code", "actor", "certainty"])? {
                    match key {
                        0 => once(&mut code, map.next_value::<PlainText>()?.0)?,
                        1 => once(&mut actor, map.next_value()?)?,
                        _ => once(&mut certainty, map.next_value()?)?,
                    }
                }
                let missing = || de::Error::custom("a conduct event has `code` and `certainty`");
                Ok(ConductEvent {
                    code: code.ok_or_else(missing)?,
                    actor: actor.flatten(),
                    certainty: certainty.ok_or_else(missing)?,
                })
            }

            refuse!("a conduct event is an object"; bool, number, text);
        }

        deserializer.deserialize_any(Event)
    }
}

impl<'de> Deserialize<'de> for FactValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;

        impl Visitor<'_> for Value {
            type Value = FactValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, null, a whole number or a word")
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<FactValue, E> {
                Ok(FactValue::YesNo(value))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<FactValue, E> {
                u32::try_from(value).map(FactValue::Years).map_err(|_| E::custom("the number is too large"))
            }

            fn visit_i64<E: de::Error>(self, _: i64) -> Result<FactValue, E> {
                Err(E::custom("the number is negative"))
            }

            fn visit_f64<E: de::Error>(self, _: f64) -> Result<FactValue, E> {
                Err(E::custom("the number is not written as a whole number"))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<FactValue, E> {
                Ok(FactValue::Word(word.into()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<FactValue, E> {
                Ok(FactValue::Unknown)
            }
        }

        deserializer.deserialize_any(Value)
    }
}
