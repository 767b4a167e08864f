"""What a standard says of itself, what it refuses, and that every part of it comes over the border whole."""

import datetime
import json

import pytest
from workspace import published

from palermo import (
    About,
    CitationArticle,
    CitationSource,
    Confidence,
    InvalidDateError,
    InvalidRuleSetError,
    PalermoError,
    RuleSetKind,
    Standard,
    UnknownConclusionError,
    ValuesChoice,
    ValuesYears,
    ValuesYesNo,
    _native,
)


@pytest.fixture(scope="module")
def standard():
    return Standard.see_2002()


def test_the_texts_come_whole(standard):
    native = _native.Standard.see_2002()
    assert standard.dictionary().to_json() == native.dictionary_json()
    assert standard.about().to_json() == native.about_json()
    assert "[" + ",".join(rule.to_json() for rule in standard.rules()) + "]" == native.rules_json()


def test_the_parts_are_those_of_the_whole(standard):
    dictionary = standard.dictionary()
    assert tuple(fact.name for fact in dictionary.facts) == standard.fact_names()
    assert tuple(code.code for code in dictionary.conduct) == standard.conduct_codes()
    assert all(standard.fact(fact.name) == fact for fact in dictionary.facts)
    assert all(standard.conduct(code.code) == code for code in dictionary.conduct)
    assert all(standard.rule(rule.id) == rule for rule in standard.rules())
    assert standard.fact("no_such") is standard.conduct("no_such") is standard.rule("no_such") is standard.text("no") is None
    kinds = {type(fact.values) for fact in dictionary.facts}
    assert kinds == {ValuesYesNo, ValuesChoice, ValuesYears}
    assert isinstance(standard.rule("assistance/shelter").source[0], CitationSource)


def test_words_for_people(standard):
    assert standard.text("entitlement:shelter").label
    screen = standard.first_screen()
    assert set(screen.now) | set(screen.must_not) <= set(standard.conclusions())
    assert standard.kind is RuleSetKind.CASE
    assert repr(standard) == f"<palermo.Standard see-2002 {standard.version}>"


def test_days(standard):
    assert standard.is_in_force("2026-11-24") and standard.is_in_force(datetime.date(2026, 11, 24))
    assert standard.is_in_force(datetime.datetime(2026, 11, 24, 12))
    assert not standard.is_in_force("1999-12-31")
    for text in ("", "2026-02-30", "24.11.2026", "2026-11-24T00:00"):
        with pytest.raises(InvalidDateError) as refused:
            standard.is_in_force(text)
        assert str(refused.value) == "a day is written YYYY-MM-DD"
    with pytest.raises(ValueError):
        standard.is_in_force("never")


def test_a_conclusion_that_is_not_there(standard):
    with pytest.raises(UnknownConclusionError) as refused:
        standard.explain({}, "entitlement:sheltr")
    assert refused.value.nearest == "entitlement:shelter" and "did you mean" in str(refused.value)
    with pytest.raises(PalermoError):
        standard.explain_json("{}", "nothing")


def test_questions_are_about_what_is_asked(standard):
    everything, status = standard.questions({}), standard.questions({}, About.STATUS)
    assert {one.fact for one in status} < {one.fact for one in everything}
    assert [json.loads(one.to_json()) for one in everything] == json.loads(standard.questions_json("{}"))


def test_a_rule_set_that_cannot_be_decided_by():
    for text in ("", "{", "null", "[]", "{}"):
        with pytest.raises(InvalidRuleSetError) as refused:
            Standard.from_json(text)
        assert refused.value.errors and str(refused.value)
    rules = json.loads(published())
    rules["rules"][0]["when"] = {"no_such_fact": True}
    rules["rules"][1]["bearers"] = ["nobody"]
    with pytest.raises(InvalidRuleSetError) as refused:
        Standard.from_json(json.dumps(rules))
    assert len(refused.value.errors) >= 2
    with pytest.raises(TypeError):
        Standard()


def test_one_of_your_own():
    rules = json.loads(published())
    rules["version"] = "0.1.1"
    standard = Standard.from_json(json.dumps(rules))
    assert standard.version == "0.1.1" and standard.digest != Standard.see_2002().digest
    assert standard.evaluate({}).standard.version == "0.1.1"


def citing(article, **changed):
    """The JSON of an overlay that cites an article for the shelter, and does nothing else."""
    overlay = {
        "format": 1,
        "id": "some-2020",
        "kind": "case",
        "version": "0.1.0",
        "extends": "see-2002",
        "title": "Some law",
        "summary": "Some law.",
        "in_force": {"from": "2020-01-01"},
        "instruments": [{"id": "coe-2005", "title": "A convention", "publisher": "A council", "published": "2005"}],
        "citations": [
            {"rule": "assistance/shelter", "cite": {"instrument": "coe-2005", "article": article, "confidence": "unverified"}}
        ],
    }
    return json.dumps({**overlay, **changed})


def test_an_overlay_is_composed_with_a_rule_set(standard):
    composed = Standard.compose_json(published(), [citing("art. 12(1)")])
    identity = composed.identity()
    assert (identity.id, identity.version, identity.digest) == (standard.id, standard.version, standard.digest)
    assert [(overlay.id, overlay.version) for overlay in identity.overlays] == [("some-2020", "0.1.0")]
    assert composed.evaluate({}).standard == identity
    expected = CitationArticle("coe-2005", "art. 12(1)", Confidence.UNVERIFIED)
    assert composed.rule("assistance/shelter").source[-1] == expected
    assert composed.about().instruments[0].id == "coe-2005"
    assert Standard.compose_json(published(), ()).identity() == standard.identity()


def test_an_overlay_is_refused_by_its_name():
    for overlays, place in [
        ([citing("art. 13(3)")], ("some-2020", "/citations/0/cite/article", "not_imported")),
        ([citing("art. 12(1)"), citing("art. 12(1)")], ("some-2020", "/id", "duplicate_name")),
        ([citing("art. 12(1)", extends="see-2003")], ("some-2020", "/extends", "other_base")),
        (["{"], ("#1", "", "invalid_json")),
    ]:
        with pytest.raises(InvalidRuleSetError) as refused:
            Standard.compose_json(published(), overlays)
        assert [(one.document, one.path, one.code) for one in refused.value.errors] == [place]
        assert str(refused.value).startswith(f"overlay {place[0]}")
