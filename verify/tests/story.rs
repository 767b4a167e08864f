//! A witness is told in plain words, in those of the rule set, and without any id.

use palermo::{FactValue, rule_set::RuleSet};
use palermo_verify::{Facts, Output, Story, Witness};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn see_2002() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

fn facts<const COUNT: usize>(facts: [(&str, FactValue); COUNT]) -> Facts {
    facts.map(|(name, value)| (name.to_string(), value)).into()
}

#[test]
fn a_record_is_told_in_the_words_of_the_rule_set() -> Outcome {
    let rule_set = see_2002()?;
    let story = Story::new(&rule_set);
    let known = facts([
        ("age_years", 16.into()),
        ("age_when_trafficked", 15.into()),
        ("act_recruited", true.into()),
        ("ctrl_debt_used", true.into()),
        ("time_given", false.into()),
        ("documents", "none".into()),
        ("return_wish", FactValue::Unknown),
    ]);
    let witness = Witness { first: known, second: None };
    assert_eq!(
        story.witness(&witness),
        [
            "A person of 16.",
            "Age when the trafficking began: 15.",
            "Known: recruited by somebody; debt used to keep hold of them.",
            "Known not to be so: time to understand and weigh options.",
            "The person has no papers.",
            "Nothing else is known.",
        ]
    );
    assert_eq!(
        story.record(&facts([("immediate_danger", true.into())])),
        ["A person.", "Known: in danger now.", "Nothing else is known."]
    );
    let foreign = facts([("written_summary", true.into()), ("house_type", "open-shelter".into()), ("other", FactValue::Unknown)]);
    assert_eq!(
        story.record(&foreign),
        ["A person.", "House type: open shelter.", "Written summary: Yes.", "Nothing else is known."]
    );
    assert_eq!(story.record(&facts([("documents", FactValue::Unknown)])), ["A person of whom nothing is known."]);
    Ok(())
}

#[test]
fn a_pair_is_told_by_what_both_say_and_by_what_only_one_says() -> Outcome {
    let rule_set = see_2002()?;
    let story = Story::new(&rule_set);
    let with =
        |value: FactValue, age: u32| facts([("age_years", age.into()), ("ctrl_debt_used", true.into()), ("return_wish", value)]);
    let witness = Witness { first: with("willing".into(), 16), second: Some(with("unwilling".into(), 16)) };
    assert_eq!(
        story.witness(&witness),
        [
            "A person of 16.",
            "Known: debt used to keep hold of them.",
            "Nothing else is known, but for this.",
            "In the first record: the person wants to go home.",
            "In the second record: the person does not want to go home.",
        ]
    );
    let first = facts([("age_years", 17.into()), ("act_recruited", true.into())]);
    assert_eq!(
        story.pair(&first, &facts([("act_recruited", false.into())])),
        [
            "A person of whom nothing is known, but for this.",
            "Known in the first record: age in years: 17; recruited by somebody.",
            "Known in the second record not to be so: recruited by somebody.",
        ]
    );
    assert_eq!(story.pair(&first, &Facts::new()).last().map(String::as_str), Some("In the second record none of this is known."));
    Ok(())
}

#[test]
fn what_follows_is_told_by_its_kind() -> Outcome {
    let rule_set = see_2002()?;
    let story = Story::new(&rule_set);
    for (output, follows, told) in [
        ("entitlement:access-to-remedies", true, "“Access to legal remedies” is owed"),
        ("refer:legal-aid", false, "“Legal aid” is not to be offered"),
        ("prohibition:compel-interview", true, "“Do not force anyone to answer” applies"),
        ("prohibition:compel-interview", false, "“Do not force anyone to answer” does not apply"),
        ("obligation:address-root-causes", false, "“Work on the causes, so it does not happen again” is not due"),
        ("status:presumed", true, "the status is “Presumed to be trafficked”"),
        ("fact:means_element=yes", false, "“Means (how it was done)” is not “Yes”"),
        ("violation:asylum_blocked", true, "the conduct “Kept from asking for asylum” breaks a duty"),
        ("violation:asylum_blocked", false, "the conduct “Kept from asking for asylum” breaks no duty"),
    ] {
        let output: Output = output.parse().map_err(|()| "no output")?;
        assert_eq!(story.follows(&output, follows), told);
    }
    Ok(())
}

#[test]
fn a_rule_set_without_texts_is_told_in_the_words_of_its_ids() -> Outcome {
    let mut rule_set = see_2002()?;
    rule_set.texts.clear();
    rule_set.facts.iter_mut().for_each(|fact| fact.label.clear());
    let story = Story::new(&rule_set);
    let known = facts([("age_years", 20.into()), ("act_recruited", true.into()), ("documents", "none".into())]);
    assert_eq!(story.record(&known), ["A person of 20.", "Known: act recruited.", "Documents: none.", "Nothing else is known."]);
    assert_eq!(story.follows(&Output::Conclusion("entitlement:legal-aid".into()), true), "“legal aid” is owed");
    Ok(())
}
