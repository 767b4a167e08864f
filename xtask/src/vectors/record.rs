//! Records in the making, written compactly with their keys in the order of the documentation.

use serde_json::Value;

use super::format::string;

/// The words of a record's certainties.
pub(super) const CERTAINTIES: [&str; 4] = ["established", "alleged", "planned", "ruled_out"];

/// The words of a record's actors.
pub(super) const ACTORS: [&str; 9] =
    ["police", "prosecutor", "court", "state", "ngo", "international_organisation", "donor", "embassy", "other"];

/// One event of conduct.
#[derive(Clone)]
pub(super) struct Event {
    pub code: String,
    pub actor: Option<&'static str>,
    pub certainty: &'static str,
}

/// A record of facts, declined facts and conduct; what is empty is left out.
pub(super) fn record(facts: &[(String, Value)], declined: &[&str], conduct: &[Event]) -> String {
    let mut members = Vec::new();
    if !facts.is_empty() {
        let facts: Vec<String> = facts.iter().map(|(name, value)| format!("{}:{value}", string(name))).collect();
        members.push(format!("\"facts\":{{{}}}", facts.join(",")));
    }
    if !declined.is_empty() {
        let declined: Vec<String> = declined.iter().map(|name| string(name)).collect();
        members.push(format!("\"declined\":[{}]", declined.join(",")));
    }
    if !conduct.is_empty() {
        let events: Vec<String> = conduct.iter().map(event).collect();
        members.push(format!("\"conduct\":[{}]", events.join(",")));
    }
    format!("{{{}}}", members.join(","))
}

fn event(event: &Event) -> String {
    let actor = event.actor.map_or(String::new(), |actor| format!("\"actor\":{},", string(actor)));
    format!("{{\"code\":{},{actor}\"certainty\":{}}}", string(&event.code), string(event.certainty))
}
