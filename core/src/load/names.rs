//! Finds what the types of a rule set cannot say: names that do not exist, names that stand twice, lists that do not agree.
//!
//! What a condition says is checked where it is compiled ([`super::condition`]).

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};

use super::{LoadError, LoadErrorCode};
use crate::{
    date::Date,
    near::nearest,
    record::pointer,
    rule_set::{CaseFacts, Citation, InForce, Rule, RuleSet, Values},
    vocabulary::{ConclusionKind, Stage},
};

/// The kinds of consequences that are notes of the rule set and no conclusions about a person.
const NOTES: [&str; 5] = ["irrelevant", "scope", "basis", "actor", "invariant"];

/// What a consequence says.
pub(super) enum Consequence<'a> {
    /// A conclusion about a person.
    Conclusion(ConclusionKind),
    /// A derived fact gets a value.
    Gives { fact: &'a str, value: &'a str },
    /// The status gets a value.
    Status { value: &'a str },
    /// The fact that changes nothing.
    Irrelevant { fact: &'a str },
    /// Another note.
    Note,
}

impl<'a> Consequence<'a> {
    /// Reads `kind:name`, or `None` where there is no such kind.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (kind, name) = text.split_once(':')?;
        if let Some(kind) = ConclusionKind::from_word(kind) {
            return is_name(name, '-').then_some(Self::Conclusion(kind));
        }
        match kind {
            "fact" => name.split_once('=').map(|(fact, value)| Self::Gives { fact, value }),
            "status" => Some(Self::Status { value: name }),
            "irrelevant" => Some(Self::Irrelevant { fact: name }),
            _ if NOTES.contains(&kind) => Some(Self::Note),
            _ => None,
        }
    }
}

/// Whether a consequence has a kind that exists, whatever stands behind it.
fn has_known_kind(text: &str) -> bool {
    let kind = text.split_once(':').map_or("", |(kind, _)| kind);
    ConclusionKind::from_word(kind).is_some() || kind == "fact" || kind == "status" || NOTES.contains(&kind)
}

/// Whether a name is lower-case ASCII words joined by one mark. Such names need no escaping in JSON.
#[must_use]
pub fn is_name(name: &str, joint: char) -> bool {
    !name.is_empty()
        && name.len() <= 100
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split(joint).all(|word| !word.is_empty())
        && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == joint)
}

/// Checks what a rule set and an overlay have in common: id, version, days in force.
pub(super) fn check_head(id: &str, version: &str, in_force: &InForce) -> Vec<LoadError> {
    let mut errors = Vec::new();
    let mut wrong = |path: &str, expected| errors.push(LoadError::new(path, LoadErrorCode::InvalidName { expected }));
    if !is_name(id, '-') {
        wrong("/id", "lower-case words joined by `-`");
    }
    let numbers = version.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !numbers || version.split('.').count() != 3 {
        wrong("/version", "three numbers, `major.minor.patch`");
    }
    for (path, day) in [("/in_force/from", Some(&in_force.from)), ("/in_force/to", in_force.to.as_ref())] {
        if day.is_some_and(|day| Date::parse(day).is_none()) {
            wrong(path, "a day as `YYYY-MM-DD`");
        }
    }
    let to = in_force.to.as_deref().and_then(Date::parse);
    if to.is_some_and(|to| Date::parse(&in_force.from).is_some_and(|from| to < from)) {
        errors.push(LoadError::new("/in_force/to", LoadErrorCode::Mismatch { reason: "it ends before it begins".into() }));
    }
    errors
}

struct Check<'a> {
    rule_set: &'a RuleSet,
    errors: Vec<LoadError>,
}

/// Checks everything but the insides of conditions.
pub(super) fn check_names(rule_set: &RuleSet) -> Vec<LoadError> {
    let mut check = Check { rule_set, errors: Vec::new() };
    check.head();
    check.facts();
    check.sets();
    check.interview();
    check.conduct();
    check.rules();
    check.cases();
    check.lists();
    check.texts();
    check.errors
}

impl<'a> Check<'a> {
    fn error(&mut self, path: String, code: LoadErrorCode) {
        self.errors.push(LoadError::new(path, code));
    }

    fn mismatch(&mut self, path: String, reason: String) {
        self.error(path, LoadErrorCode::Mismatch { reason });
    }

    fn unknown(&mut self, path: String, what: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) {
        let nearest = nearest(name, known).map(Into::into);
        self.error(path, LoadErrorCode::UnknownName { what, nearest });
    }

    fn name(&mut self, path: String, name: &str, joint: char) {
        if !is_name(name, joint) {
            let expected = if joint == '_' { "lower-case words joined by `_`" } else { "lower-case words joined by `-`" };
            self.error(path, LoadErrorCode::InvalidName { expected });
        }
    }

    /// Reports names that stand twice and gives each name its place.
    fn unique(&mut self, what: &'static str, list: &str, key: &str, names: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (place, name) in names.enumerate() {
            if !seen.insert(name) {
                self.error(format!("{list}/{place}{key}"), LoadErrorCode::DuplicateName { what });
            }
        }
    }

    fn input_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.rule_set.facts.iter().map(|fact| fact.name.as_str())
    }

    fn fact_exists(&mut self, path: String, name: &str) {
        if !self.input_names().any(|known| known == name) {
            let known = self.input_names();
            self.unknown(path, "fact", name, known);
        }
    }

    fn head(&mut self) {
        let rule_set = self.rule_set;
        self.errors.extend(check_head(&rule_set.id, &rule_set.version, &rule_set.in_force));
        self.unique("instrument", "/instruments", "/id", rule_set.instruments.iter().map(|instrument| instrument.id.as_str()));
        for (place, instrument) in rule_set.instruments.iter().enumerate() {
            self.name(format!("/instruments/{place}/id"), &instrument.id, '-');
        }
        if self.rule_set.documents.is_empty() {
            self.error("/documents".into(), LoadErrorCode::MissingKey);
        }
    }

    fn facts(&mut self) {
        let rule_set = self.rule_set;
        self.unique("group", "/groups", "", rule_set.groups.iter().map(String::as_str));
        self.unique("fact", "/facts", "/name", rule_set.facts.iter().map(|fact| fact.name.as_str()));
        let mut seen: BTreeSet<&str> = rule_set.facts.iter().map(|fact| fact.name.as_str()).collect();
        for (place, fact) in rule_set.derived.iter().enumerate() {
            if !seen.insert(&fact.name) {
                self.error(format!("/derived/{place}/name"), LoadErrorCode::DuplicateName { what: "fact" });
            }
        }
        for (list, place, name) in rule_set
            .facts
            .iter()
            .enumerate()
            .map(|(place, fact)| ("/facts", place, &fact.name))
            .chain(rule_set.derived.iter().enumerate().map(|(place, fact)| ("/derived", place, &fact.name)))
        {
            self.name(format!("{list}/{place}/name"), name, '_');
            if matches!(name.as_str(), "all" | "any" | "any_of" | "all_of" | "is") {
                self.error(
                    format!("{list}/{place}/name"),
                    LoadErrorCode::InvalidName { expected: "a name that conditions do not use" },
                );
            }
        }
        let mut last_group = 0;
        for (place, fact) in rule_set.facts.iter().enumerate() {
            match rule_set.groups.iter().position(|group| *group == fact.group) {
                Some(group) if group >= last_group => last_group = group,
                Some(_) => self.mismatch(format!("/facts/{place}"), "the facts are not in the order of the groups".into()),
                None => self.unknown(
                    format!("/facts/{place}/group"),
                    "group",
                    &fact.group,
                    rule_set.groups.iter().map(String::as_str),
                ),
            }
            self.values(format!("/facts/{place}/values"), &fact.values);
            for (number, citation) in fact.source.iter().enumerate() {
                self.citation(format!("/facts/{place}/source/{number}"), citation);
            }
        }
        for (place, fact) in rule_set.derived.iter().enumerate() {
            self.values(format!("/derived/{place}/values"), &fact.values);
            if matches!(fact.values, Values::Years { .. }) {
                self.mismatch(
                    format!("/derived/{place}/values"),
                    "a derived fact is yes or no, or one of a list of words".into(),
                );
            }
        }
    }

    fn values(&mut self, path: String, values: &Values) {
        match values {
            Values::YesNo => {}
            Values::Choice(words) => {
                let unique: BTreeSet<&String> = words.iter().collect();
                if unique.len() != words.len() || words.is_empty() || words.len() > 62 {
                    self.mismatch(path, "a list of values has 1 to 62 words, each once".into());
                } else if words.iter().any(|word| word == "unknown") {
                    self.mismatch(path, "`unknown` always belongs to the values and is not written".into());
                } else if words.iter().any(|word| !is_name(word, '_')) {
                    self.error(path, LoadErrorCode::InvalidName { expected: "lower-case words joined by `_`" });
                }
            }
            Values::Years { from, to } => {
                if from > to {
                    self.mismatch(path, "the bounds are the wrong way round".into());
                }
            }
        }
    }

    fn citation(&mut self, path: String, citation: &Citation) {
        let (at, lines) = match citation {
            Citation::Source { at, lines } => (at, lines),
            Citation::Article { instrument, .. } => {
                let known = || self.rule_set.instruments.iter().map(|known| known.id.as_str());
                if !known().any(|known| known == instrument) {
                    let known: Vec<&str> = known().collect();
                    self.unknown(pointer(&path, "instrument"), "instrument", instrument, known);
                }
                return;
            }
            Citation::Reference { .. } => return,
        };
        let index = &self.rule_set.source_index;
        if !index.iter().any(|range| range.at == *at && range.lines == *lines) {
            let near = index.iter().find(|range| range.at == *at || range.lines == *lines);
            let hint = near.map_or_else(String::new, |range| {
                format!("; the nearest is {} with lines {} to {}", range.at, range.lines.first, range.lines.last)
            });
            self.mismatch(path, format!("the source index has no such anchor with these lines{hint}"));
        }
    }

    fn sets(&mut self) {
        let rule_set = self.rule_set;
        self.unique("set", "/sets", "/name", rule_set.sets.iter().map(|set| set.name.as_str()));
        for (place, set) in rule_set.sets.iter().enumerate() {
            self.name(format!("/sets/{place}/name"), &set.name, '_');
            let path = format!("/sets/{place}/members");
            if set.members.is_empty() {
                self.mismatch(path.clone(), "a set has at least one member".into());
            }
            self.unique("member", &path, "", set.members.iter().map(|member| member.fact.as_str()));
        }
    }

    fn interview(&mut self) {
        let rule_set = self.rule_set;
        let mut asked = BTreeMap::new();
        for (place, stage) in rule_set.interview.iter().enumerate() {
            for (key, list) in [("ask", &stage.ask), ("after", &stage.after), ("not_while", &stage.not_while)] {
                for (number, fact) in list.iter().enumerate() {
                    self.fact_exists(format!("/interview/{place}/{key}/{number}"), fact);
                }
            }
            for (number, fact) in stage.ask.iter().enumerate() {
                if asked.insert(fact.as_str(), stage.stage).is_some() {
                    self.error(format!("/interview/{place}/ask/{number}"), LoadErrorCode::DuplicateName { what: "question" });
                }
            }
            for fact in stage.after.iter().chain(&stage.not_while) {
                let is_yes_no = rule_set.facts.iter().any(|known| known.name == *fact && known.values == Values::YesNo);
                if !is_yes_no && rule_set.facts.iter().any(|known| known.name == *fact) {
                    self.mismatch(
                        format!("/interview/{place}"),
                        format!("`{fact}` cannot stand before a stage: it is not yes or no"),
                    );
                }
            }
        }
        for (place, fact) in rule_set.facts.iter().enumerate() {
            let reason = match (asked.get(fact.name.as_str()), fact.ask) {
                (None, Stage::Never) => continue,
                (Some(stage), ask) if *stage == ask => continue,
                (None, ask) => format!("no stage of the interview order asks this fact, and the fact itself says `{ask}`"),
                (Some(stage), ask) => {
                    format!("the interview order has this fact under `{stage}`, and the fact itself says `{ask}`")
                }
            };
            self.mismatch(format!("/facts/{place}/ask"), reason);
        }
    }

    fn conduct(&mut self) {
        let rule_set = self.rule_set;
        let codes = || rule_set.conduct.iter().map(|code| code.code.as_str());
        self.unique("conduct code", "/conduct", "/code", codes());
        for (place, code) in rule_set.conduct.iter().enumerate() {
            self.name(format!("/conduct/{place}/code"), &code.code, '_');
            let Some(parent) = &code.parent else { continue };
            if !codes().any(|known| known == *parent) {
                self.unknown(format!("/conduct/{place}/parent"), "conduct code", parent, codes());
            }
            // A forest: whoever climbs more often than there are codes climbs in a circle.
            let parent_of = |code: &str| rule_set.conduct.iter().find(|known| known.code == code)?.parent.as_deref();
            let climbed =
                core::iter::successors(Some(code.code.as_str()), |code| parent_of(code)).take(rule_set.conduct.len() + 1).count();
            if climbed > rule_set.conduct.len() {
                self.mismatch(format!("/conduct/{place}/parent"), "the codes are wider than each other in a circle".into());
            }
        }
        for (place, code) in rule_set.conduct.iter().enumerate() {
            let breaks = |rule: &&Rule| rule.breach.as_ref().is_some_and(|breach| breach.code == code.code);
            let broken: Vec<&str> = rule_set.rules.iter().filter(breaks).map(|rule| rule.id.as_str()).collect();
            let path = format!("/conduct/{place}/code");
            match broken.as_slice() {
                [_] => {}
                [] => self.mismatch(path, "no rule names this code under `breach`".into()),
                _ => self.mismatch(path, format!("more than one rule names this code under `breach`: {}", broken.join(", "))),
            }
        }
    }

    fn rules(&mut self) {
        let rule_set = self.rule_set;
        self.unique("rule", "/rules", "/id", rule_set.rules.iter().map(|rule| rule.id.as_str()));
        for (place, rule) in rule_set.rules.iter().enumerate() {
            let path = format!("/rules/{place}");
            if !rule.id.split_once('/').is_some_and(|(family, name)| is_name(family, '-') && is_name(name, '-')) {
                self.error(
                    pointer(&path, "id"),
                    LoadErrorCode::InvalidName { expected: "`family/name`, in lower-case words joined by `-`" },
                );
            }
            for (key, empty) in
                [("source", rule.source.is_empty()), ("bearers", rule.bearers.is_empty()), ("then", rule.then.is_empty())]
            {
                if empty {
                    self.mismatch(pointer(&path, key), format!("a rule has at least one entry under `{key}`"));
                }
            }
            for (number, citation) in rule.source.iter().enumerate() {
                self.citation(format!("{path}/source/{number}"), citation);
            }
            for (number, consequence) in rule.then.iter().enumerate() {
                self.consequence(format!("{path}/then/{number}"), consequence);
            }
            if let Some(breach) = &rule.breach {
                let codes = || rule_set.conduct.iter().map(|code| code.code.as_str());
                if !codes().any(|code| code == breach.code) {
                    self.unknown(format!("{path}/breach/code"), "conduct code", &breach.code, codes());
                }
            }
        }
    }

    fn consequence(&mut self, path: String, text: &str) {
        match Consequence::parse(text) {
            Some(Consequence::Irrelevant { fact }) => self.fact_exists(path, fact),
            Some(Consequence::Gives { fact, .. }) => {
                let known = || self.rule_set.derived.iter().map(|derived| derived.name.as_str());
                if !known().any(|known| known == fact) {
                    let known: Vec<&str> = known().collect();
                    self.unknown(path, "derived fact", fact, known);
                }
            }
            Some(_) => {}
            None if has_known_kind(text) => {
                let expected = "`kind:name`, the name in lower-case words joined by `-`";
                self.error(path, LoadErrorCode::InvalidName { expected });
            }
            None => {
                let kinds = ConclusionKind::ALL.iter().map(|kind| kind.as_str()).chain(["fact", "status"]).chain(NOTES);
                self.error(
                    path,
                    LoadErrorCode::UnknownWord {
                        what: "consequence, `kind:name` in lower-case words joined by `-`",
                        accepted: kinds.map(Into::into).collect(),
                    },
                );
            }
        }
    }

    /// Cases name situations and facts that exist; whether they come out as they say is for a test to show.
    fn cases(&mut self) {
        let rule_set = self.rule_set;
        self.unique("situation", "/situations", "/name", rule_set.situations.iter().map(|situation| situation.name.as_str()));
        for (place, situation) in rule_set.situations.iter().enumerate() {
            for fact in situation.facts.keys() {
                self.fact_exists(pointer(&format!("/situations/{place}/facts"), fact), fact);
            }
        }
        for (place, rule) in rule_set.rules.iter().enumerate() {
            for (number, case) in rule.cases.iter().enumerate() {
                let path = format!("/rules/{place}/cases/{number}");
                let parts = [
                    ("fires", &case.fires),
                    ("silent", &case.silent),
                    ("breached", &case.breached),
                    ("not_breached", &case.not_breached),
                ];
                for (key, facts) in parts.into_iter().filter_map(|(key, facts)| Some((key, facts.as_ref()?))) {
                    match facts {
                        CaseFacts::Situation(name) => {
                            let known = || rule_set.situations.iter().map(|situation| situation.name.as_str());
                            if !known().any(|known| known == name) {
                                self.unknown(pointer(&path, key), "situation", name, known());
                            }
                        }
                        CaseFacts::Facts(facts) => {
                            for fact in facts.keys() {
                                self.fact_exists(pointer(&pointer(&path, key), fact), fact);
                            }
                        }
                    }
                }
                for (entry, fact) in case.unknown.iter().enumerate() {
                    self.fact_exists(format!("{path}/unknown/{entry}"), fact);
                }
            }
        }
    }

    /// Ids of texts are ASCII, as canonical JSON needs them, and texts are what a person can read.
    fn texts(&mut self) {
        for (id, text) in &self.rule_set.texts {
            let path = pointer("/texts", id);
            if !id.bytes().all(|byte| byte.is_ascii_graphic()) {
                self.error(path.clone(), LoadErrorCode::InvalidName { expected: "the id of a text in ASCII, without blanks" });
            }
            for (key, words) in [("label", &text.label), ("sentence", &text.sentence)] {
                if words.chars().any(char::is_control) {
                    self.mismatch(pointer(&path, key), "a text has no control characters".into());
                }
            }
        }
    }

    fn lists(&mut self) {
        let rule_set = self.rule_set;
        let conclusions: BTreeSet<&str> = rule_set
            .rules
            .iter()
            .flat_map(|rule| &rule.then)
            .filter(|text| matches!(Consequence::parse(text), Some(Consequence::Conclusion(_))))
            .map(String::as_str)
            .collect();
        for (key, list) in [("now", &rule_set.first_screen.now), ("must_not", &rule_set.first_screen.must_not)] {
            for (place, id) in list.iter().enumerate() {
                if !conclusions.contains(id.as_str()) {
                    self.unknown(format!("/first_screen/{key}/{place}"), "conclusion", id, conclusions.iter().copied());
                }
            }
        }
        let destinations: BTreeSet<&str> = conclusions.iter().filter_map(|id| id.strip_prefix("refer:")).collect();
        self.unique("destination", "/urgency", "", rule_set.urgency.iter().map(String::as_str));
        for (place, to) in rule_set.urgency.iter().enumerate() {
            if !destinations.contains(to.as_str()) {
                self.unknown(format!("/urgency/{place}"), "destination", to, destinations.iter().copied());
            }
        }
        for missing in destinations.iter().filter(|to| !rule_set.urgency.iter().any(|known| known == *to)) {
            self.mismatch("/urgency".into(), format!("the destination `{missing}` has no place in the order of urgency"));
        }
        self.unique("contested point", "/contested", "/id", rule_set.contested.iter().map(|point| point.id.as_str()));
        for (place, point) in rule_set.contested.iter().enumerate() {
            for (number, rule) in point.rules.iter().enumerate() {
                if !rule_set.rules.iter().any(|known| known.id == *rule) {
                    let known: Vec<&str> = rule_set.rules.iter().map(|rule| rule.id.as_str()).collect();
                    self.unknown(format!("/contested/{place}/rules/{number}"), "rule", rule, known);
                }
            }
        }
    }
}
