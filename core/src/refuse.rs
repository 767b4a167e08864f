//! Refusals of serde visitors that do not say what was found: by default serde puts the value into its error.

/// Refuses values of the named types with a fixed message.
macro_rules! refuse {
    ($message:literal; $($what:ident),*) => { $(refuse!(@$what $message);)* };
    (@bool $message:literal) => {
        fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
            Err(E::custom($message))
        }
    };
    (@number $message:literal) => {
        fn visit_u64<E: de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Err(E::custom($message))
        }

        fn visit_i64<E: de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Err(E::custom($message))
        }

        fn visit_f64<E: de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Err(E::custom($message))
        }
    };
    (@text $message:literal) => {
        fn visit_str<E: de::Error>(self, _: &str) -> Result<Self::Value, E> {
            Err(E::custom($message))
        }
    };
}
pub(crate) use refuse;
