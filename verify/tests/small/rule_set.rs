//! A small rule set out of a tape of choices: facts of every kind, derived facts in layers, sets with conditional members,
//! rules that give values and conclusions, conduct with and without conditions of its own.

use palermo::rule_set::RuleSet;
use serde_json::{Value, json};

use super::{
    Tape,
    condition::{Readable, Scope, yes_no},
};

/// The years that the number may have: few enough to look at each.
pub const YEARS: std::ops::RangeInclusive<u32> = 0..=5;

const CONCLUSIONS: [&str; 6] =
    ["entitlement:bed", "entitlement:advice", "prohibition:removal", "obligation:listen", "refer:shelter", "refer:doctor"];

/// Facts that rules give, with the words of their lists, or yes and no.
const DERIVED: [(&str, &[&str]); 4] =
    [("element", &[]), ("class", &["young", "grown"]), ("mark", &[]), ("status", &["clear", "likely", "open"])];

/// A derived fact, as far as it is chosen.
struct Derived {
    name: &'static str,
    /// What its rules may give.
    priority: Vec<Value>,
    default: Value,
    document: Value,
    /// As conditions read it.
    readable: Readable,
}

/// Makes a rule set, which is always one that can be decided by.
pub fn rule_set(tape: &mut Tape<'_>) -> RuleSet {
    let (facts, inputs) = facts(tape);
    let plain = Scope { facts: inputs.clone(), sets: Vec::new() };
    let signs = members(tape, &plain, &["wish", "sign"]);
    let mut scope = Scope { facts: inputs, sets: vec!["signs"] };
    let mut rules = Vec::new();
    let mut derived = Vec::new();
    for (name, words) in DERIVED {
        let made = derive(tape, name, words);
        given(tape, &scope, &made, &mut rules);
        // What comes later may read it, so there is no circle.
        scope.facts.push(made.readable.clone());
        derived.push(made);
    }
    let marks = members(tape, &scope, &["mark", "wish", "element"]);
    let open = |name: &str| derived.iter().any(|fact| fact.name == name && fact.default == "unknown");
    let mut sets = vec![json!({ "name": "signs", "members": signs })];
    if open("mark") && open("element") {
        sets.push(json!({ "name": "marks", "members": marks }));
        scope.sets.push("marks");
    }
    for number in 0..=tape.below(4) {
        let then = tape.some_of(&CONCLUSIONS, 2);
        rules.push(json!({ "id": format!("help/rule-{number}"), "when": scope.condition(tape, 2), "then": then }));
    }
    let conduct = conduct(tape, &scope, &mut rules);
    if tape.once_in(2) {
        rules.reverse();
    }
    let mut documents: Vec<&Value> = derived.iter().map(|fact| &fact.document).collect();
    if tape.once_in(2) {
        documents.reverse();
    }
    document(&facts, &documents, &sets, &conduct, &rules)
}

/// The facts of a record, as the document has them and as conditions read them.
fn facts(tape: &mut Tape<'_>) -> (Vec<Value>, Vec<Readable>) {
    let unknown = || json!("unknown");
    let years = json!({ "from": YEARS.start(), "to": YEARS.end() });
    let mut known = vec![
        (json!("yes_no"), Readable::new("wish", &yes_no())),
        (json!("yes_no"), Readable::new("sign", &yes_no())),
        (years, Readable::new("years", &[])),
    ];
    if tape.once_in(2) {
        known.push((json!(["valid", "none"]), Readable::new("papers", &[json!("valid"), json!("none"), unknown()])));
    }
    if tape.once_in(4) {
        let readable = Readable::new("place", &[json!("street"), json!("cell"), json!("house"), unknown()]);
        known.push((json!(["street", "cell", "house"]), readable));
    }
    let document = |(values, fact): &(Value, Readable)| {
        json!({
            "name": fact.name, "group": "all", "label": "-", "meaning": "-", "values": values, "question": "-", "help": "-",
            "ask": "never", "sensitivity": "low", "known_by": [], "shield": false, "source": []
        })
    };
    (known.iter().map(document).collect(), known.into_iter().map(|(_, fact)| fact).collect())
}

/// Members of a set: some facts, each always or under a condition.
fn members(tape: &mut Tape<'_>, scope: &Scope, facts: &[&str]) -> Vec<Value> {
    let chosen = tape.some_of(facts, facts.len());
    let member = |fact: &str| {
        let mut member = json!({ "fact": fact });
        if tape.once_in(2) {
            member["when"] = scope.condition(tape, 1);
        }
        member
    };
    chosen.into_iter().map(member).collect()
}

fn derive(tape: &mut Tape<'_>, name: &'static str, words: &[&str]) -> Derived {
    let known: Vec<Value> =
        if words.is_empty() { vec![json!(true), json!(false)] } else { words.iter().map(|word| json!(word)).collect() };
    let values = if words.is_empty() { json!("yes_no") } else { json!(words) };
    let mut domain = known.clone();
    let default = if tape.once_in(3) { known[tape.below(known.len())].clone() } else { json!("unknown") };
    if default == "unknown" {
        domain.push(default.clone());
    }
    let priority = tape.some_of(&domain, domain.len());
    let document = json!({ "name": name, "values": values, "priority": priority, "default": default });
    Derived { name, priority, default, document, readable: Readable::new(name, &domain) }
}

/// The rules that give a derived fact its values, and perhaps the one for everything else.
fn given(tape: &mut Tape<'_>, scope: &Scope, fact: &Derived, rules: &mut Vec<Value>) {
    let gives = |tape: &mut Tape<'_>, value: &Value| {
        let word = value.as_bool().map_or(value.as_str().unwrap_or_default(), |yes| if yes { "yes" } else { "no" });
        let short = fact.name == "status" && tape.once_in(2);
        let mut then = vec![if short { format!("status:{word}") } else { format!("fact:{}={word}", fact.name) }];
        if tape.once_in(3) {
            then.extend(tape.some_of(&CONCLUSIONS, 1).iter().map(ToString::to_string));
        }
        then
    };
    for number in 0..tape.below(4) {
        let value = fact.priority[tape.below(fact.priority.len())].clone();
        let when = scope.condition(tape, 2);
        rules.push(json!({ "id": format!("{}/gives-{number}", fact.name), "when": when, "then": gives(tape, &value) }));
    }
    if tape.once_in(2) {
        let then = gives(tape, &fact.default);
        rules.push(json!({ "id": format!("{}/otherwise", fact.name), "when": "otherwise", "then": then }));
    }
}

/// Conduct that breaks some of the rules.
fn conduct(tape: &mut Tape<'_>, scope: &Scope, rules: &mut [Value]) -> Vec<Value> {
    let mut codes = Vec::new();
    for (number, rule) in rules.iter_mut().enumerate() {
        if !tape.once_in(3) {
            continue;
        }
        let code = format!("act_{number}");
        rule["breach"] = json!({ "code": code });
        if tape.once_in(2) {
            rule["breach"]["when"] = scope.condition(tape, 2);
        }
        let mut conduct = json!({ "code": code });
        if tape.once_in(2) {
            conduct["implied_when"] = scope.condition(tape, 2);
        }
        codes.push(conduct);
    }
    codes
}

fn document(facts: &[Value], derived: &[&Value], sets: &[Value], conduct: &[Value], rules: &[Value]) -> RuleSet {
    let rules: Vec<Value> = rules
        .iter()
        .map(|rule| {
            let mut rule = rule.clone();
            for (key, value) in [
                ("sentence", json!("A rule.")),
                ("source", json!([{ "by_reference": "made for a test" }])),
                ("modality", json!("obligation")),
                ("derivation", json!("design")),
                ("bearers", json!(["state"])),
            ] {
                rule[key] = value;
            }
            rule
        })
        .collect();
    let destinations: Vec<&str> = ["shelter", "doctor"]
        .into_iter()
        .filter(|to| rules.iter().filter_map(|rule| rule["then"].as_array()).flatten().any(|id| *id == format!("refer:{to}")))
        .collect();
    let element = json!({ "fact": "element", "words": { "true": "established", "false": "not_met", "unknown": "open" } });
    let document = json!({
        "format": 1, "id": "small", "kind": "case", "version": "0.0.1", "title": "Small", "summary": "Made for a test.",
        "in_force": { "from": "2002-06-01" },
        "documents": [{ "id": "none", "title": "-", "publisher": "-", "published": "2002", "lines": 1, "sha256": "-" }],
        "groups": ["all"], "facts": facts, "derived": derived,
        "decision": {
            "status": { "fact": "status", "words": {
                "clear": "identified", "likely": "presumed", "open": "not_established", "unknown": "undetermined"
            } },
            "act": element, "means": element, "purpose": element,
            "child": { "fact": "class", "words": { "young": "child", "grown": "adult" } },
            "child_when_trafficked": { "fact": "mark", "words": { "true": "yes", "false": "no" } }
        },
        "sets": sets, "interview": [], "urgency": destinations, "first_screen": { "now": [], "must_not": [] },
        "conduct": conduct, "situations": [], "rules": rules, "contested": [], "texts": {}, "source_index": []
    });
    RuleSet::from_json(&document.to_string()).unwrap_or_else(|errors| panic!("{errors}\n{document:#}"))
}
