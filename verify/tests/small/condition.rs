//! Conditions out of a tape of choices: literals of every kind, groups, and both quantifiers over named sets.

use serde_json::{Value, json};

use super::Tape;

/// A fact that a condition may read.
#[derive(Clone)]
pub struct Readable {
    pub name: &'static str,
    /// Its values, unknown included where the fact can be unknown; none where it is a number.
    pub values: Vec<Value>,
}

impl Readable {
    pub fn new(name: &'static str, values: &[Value]) -> Self {
        Self { name, values: values.to_vec() }
    }

    fn literal(&self, tape: &mut Tape<'_>) -> Value {
        if !self.values.is_empty() {
            // Every value but one at the most: a literal that accepts all of them says nothing and is refused.
            return json!({ self.name: tape.some_of(&self.values, self.values.len() - 1) });
        }
        match tape.below(5) {
            0 => json!({ self.name: { "below": 1 + tape.below(5) } }),
            1 => json!({ self.name: { "at_least": tape.below(5) } }),
            2 => json!({ self.name: { "below": 1 + tape.below(4), "or_unknown": true } }),
            3 => json!({ self.name: { "at_least": 1 + tape.below(4), "or_unknown": true } }),
            _ => json!({ self.name: "unknown" }),
        }
    }
}

/// What conditions at one place may name.
#[derive(Clone)]
pub struct Scope {
    pub facts: Vec<Readable>,
    /// Sets of facts that are yes, no or unknown.
    pub sets: Vec<&'static str>,
}

impl Scope {
    pub fn condition(&self, tape: &mut Tape<'_>, depth: usize) -> Value {
        let literal = |tape: &mut Tape<'_>| self.facts[tape.below(self.facts.len())].literal(tape);
        let parts = |tape: &mut Tape<'_>| -> Vec<Value> {
            let count = 1 + tape.below(3);
            (0..count).map(|_| self.condition(tape, depth - 1)).collect()
        };
        match tape.below(if depth == 0 { 2 } else { 8 }) {
            2 | 3 => json!({ "all": parts(tape) }),
            4 | 5 => json!({ "any": parts(tape) }),
            kind @ 6..=7 if !self.sets.is_empty() => {
                let set = self.sets[tape.below(self.sets.len())];
                let is = tape.some_of(&yes_no(), 2);
                json!({ if kind == 6 { "any_of" } else { "all_of" }: set, "is": is })
            }
            _ if tape.once_in(24) => json!("always"),
            _ => literal(tape),
        }
    }
}

/// The values of a fact that is yes, no or unknown.
pub fn yes_no() -> [Value; 3] {
    [json!(true), json!(false), json!("unknown")]
}
