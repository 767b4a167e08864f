//! What a verdict says: proved, vacuous, undecided and not applicable are never taken for each other.

use std::collections::BTreeSet;

use palermo::rule_set::RuleSet;
use palermo_verify::{
    Options, Subject,
    charter::Charter,
    prove,
    report::{Report, Verdict},
};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A charter with one promise.
fn charter(prove: &str) -> Result<Charter, Box<dyn std::error::Error>> {
    let text = format!(
        r#"{{"format":1,"id":"own","version":"0.1.0","title":"Own","conclusions_may_be_absent":true,
            "promises":[{{"name":"own","sentence":"It holds.","formal":"it","prove":[{prove}]}}]}}"#
    );
    Ok(Charter::from_json(&text)?)
}

fn report(charter: &Charter, options: &Options) -> Result<Report, Box<dyn std::error::Error>> {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    Ok(prove(charter, &Subject::new(&rule_set), options, &mut |_| {})?)
}

#[test]
fn what_never_happens_is_vacuous_and_says_so() -> Outcome {
    let never = r#"{"all":[{"age_years":{"below":18}},{"majority":["adult"]},{"child_status":["adult"]}]}"#;
    let statements = [
        format!(r#"{{"always":{{"when":{never},"concludes":["entitlement:shelter"]}}}}"#),
        format!(r#"{{"always":{{"when":{never},"holds":{{"status":["identified"]}}}}}}"#),
        format!(r#"{{"never":{{"when":{never},"concludes":["entitlement:shelter"]}}}}"#),
        r#"{"never":{"when":"always","concludes":["obligation:deport"]}}"#.to_string(),
        r#"{"independent":{"conclusions":["entitlement:allowance"],"facts":["documents"]}}"#.to_string(),
        r#"{"unknown_keeps":{"conclusions":["entitlement:allowance"],"facts":["documents"]}}"#.to_string(),
        r#"{"never_together":[["entitlement:shelter","obligation:deport"]]}"#.to_string(),
        r#"{"never_together":[["refer:*","violation:*"]]}"#.to_string(),
        r#"{"closure":{"entitlement:allowance":"refer:legal-aid"}}"#.to_string(),
        format!(r#"{{"compare":{{"change":["documents"],"when":{never},"keeps":["entitlement:shelter"]}}}}"#),
        format!(r#"{{"compare":{{"change":["documents"],"together":true,"when":{never},"keeps":["entitlement:shelter"]}}}}"#),
        format!(r#"{{"compare":{{"change":["documents"],"when":{never},"then_holds":{{"status":["identified"]}}}}}}"#),
    ];
    for statement in &statements {
        let report = report(&charter(statement)?, &Options::default())?;
        let promise = report.promises.first().ok_or("one promise")?;
        assert_eq!(promise.verdict, Verdict::Vacuous, "{statement}");
        let proof = promise.proofs.first().ok_or("one proof")?;
        assert!(!proof.vacuous.is_empty() && proof.refutations.is_empty(), "{statement}: {proof:?}");
        assert_eq!((report.counts.vacuous, report.holds), (1, true));
    }
    Ok(())
}

#[test]
fn a_part_that_never_happens_is_named_beside_what_is_proved() -> Outcome {
    let charter =
        charter(r#"{"independent":{"conclusions":["entitlement:shelter","entitlement:allowance"],"facts":["documents"]}}"#)?;
    let report = report(&charter, &Options::default())?;
    let promise = report.promises.first().ok_or("one promise")?;
    assert_eq!(promise.verdict, Verdict::Holds);
    let vacuous: Vec<&String> = promise.proofs.iter().flat_map(|proof| &proof.vacuous).collect();
    assert_eq!(vacuous, ["no rule gives entitlement:allowance"]);
    Ok(())
}

#[test]
fn a_conclusion_that_no_rule_gives_is_never_given() -> Outcome {
    let charter = charter(r#"{"always":{"when":{"age_years":{"below":18}},"concludes":["entitlement:allowance"]}}"#)?;
    let report = report(&charter, &Options::default())?;
    let promise = report.promises.first().ok_or("one promise")?;
    assert_eq!(promise.verdict, Verdict::Refuted);
    let refutation = promise.refutations().next().ok_or("one refutation")?;
    assert_eq!(refutation.parts, ["entitlement:allowance"]);
    assert!(refutation.says.contains("no rule gives entitlement:allowance"), "{}", refutation.says);
    assert!(refutation.first.is_some(), "whoever should have it is shown");
    Ok(())
}

/// A limit leaves every promise that needs functions undecided or, where it was reached late, proved or refuted in full; none holds
/// that does not hold without the limit.
#[test]
fn a_limit_leaves_undecided_and_never_proves() -> Outcome {
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let free = report(&charter, &Options::default())?;
    let holds = |report: &Report| -> BTreeSet<String> {
        let held = report.promises.iter().filter(|promise| promise.verdict == Verdict::Holds);
        held.map(|promise| promise.name.clone()).collect()
    };
    let mut undecided = Vec::new();
    for nodes in [2, 100, 1_000, 3_000] {
        let limited = report(&charter, &Options { nodes, ..Options::default() })?;
        assert!(holds(&limited).is_subset(&holds(&free)), "{nodes}");
        assert_eq!(limited.counts.refuted, 0, "{nodes}");
        assert_eq!(limited.holds, limited.counts.undecided == 0, "{nodes}");
        for promise in limited.promises.iter().filter(|promise| promise.verdict == Verdict::Undecided) {
            let told =
                promise.proofs.iter().any(|proof| proof.remarks.iter().any(|remark| remark.contains(&format!("{nodes} nodes"))));
            assert!(told, "{} does not say why it is undecided", promise.name);
        }
        undecided.push(limited.counts.undecided);
    }
    assert!(undecided.first().is_some_and(|count| *count > 40), "{undecided:?}");
    assert!(undecided.is_sorted_by(|one, next| one >= next), "{undecided:?}");
    // Structure needs no functions and is decided all the same.
    let limited = report(&charter, &Options { nodes: 2, ..Options::default() })?;
    assert!(holds(&limited).contains("every-consequence-cites"));
    Ok(())
}

/// What the loader refuses has no functions: what is about the document is still said, and nothing else holds.
#[test]
fn a_rule_set_that_cannot_be_decided_by_keeps_no_promise_about_records() -> Outcome {
    let mut rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    rule_set.rules.iter_mut().filter(|rule| rule.id == "assistance/shelter").for_each(|rule| rule.source.clear());
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
    let report = prove(&charter, &Subject::new(&rule_set), &Options::default(), &mut |_| {})?;
    let verdict = |name: &str| report.promises.iter().find(|promise| promise.name == name).map(|promise| promise.verdict);
    assert_eq!(verdict("every-consequence-cites"), Some(Verdict::Refuted));
    assert_eq!(verdict("shelter-independent-of-shield"), Some(Verdict::Undecided));
    assert!(!report.holds && report.counts.undecided > 40);
    Ok(())
}
