/** What holds in every runtime: each case gets the package and a standard. */

import { check, same, thrown } from "./check.mjs";

/** A text that could be a person's name: no message may hold it. */
const SECRET = "Zorica";

const RECOGNISED = { facts: { identification_result: "recognised" } };

/** Places and codes of the errors with which a record is refused. */
function errors(palermo, standard, record) {
  const error = thrown(() => standard.evaluate(record), "a wrong record");
  check(error instanceof palermo.RecordErrors, `a wrong record gives ${error}`);
  check(!`${error} ${error.stack} ${JSON.stringify(error)}`.includes(SECRET), "an error shows what the record holds");
  return error.errors.map(({ path, code }) => `${path} ${code}`);
}

export const cases = {
  "a record is decided on, as an object and as text": (palermo, standard) => {
    const decision = standard.evaluate(RECOGNISED);
    same(decision.status, "presumed", "the status");
    check(decision.conclusions.some(({ id }) => id === "entitlement:shelter"), "shelter is owed");
    same(standard.evaluate(JSON.stringify(RECOGNISED)), decision, "the decision on text");
    same(JSON.parse(standard.evaluateJson(RECOGNISED)), decision, "the text of the decision");
    same(standard.evaluateCompact(RECOGNISED).conclusions, decision.conclusions.map(({ id }) => id), "the short form");
    same(standard.questions(RECOGNISED), decision.questions, "the questions");
  },

  "a conclusion is explained, and one that is not there is told": (palermo, standard) => {
    const explanation = standard.explain(RECOGNISED, "entitlement:shelter");
    check(explanation.holds && explanation.rules[0].rule === "assistance/shelter", "the rule behind shelter");
    const error = thrown(() => standard.explain(RECOGNISED, "entitlement:sheltr"), "an unknown conclusion");
    check(error instanceof palermo.UnknownConclusion && error.name === "UnknownConclusion", String(error));
    same(error.nearest, "entitlement:shelter", "the nearest conclusion");
    const far = thrown(() => standard.explain(RECOGNISED, SECRET), "an unknown conclusion");
    check(far.nearest === undefined && !`${far}${far.stack}`.includes(SECRET), "nothing is near, and nothing is shown");
  },

  "every error of a record comes at once, one a line, with its class and name": (palermo, standard) => {
    const error = thrown(() => standard.evaluate({ facts: { age_yaers: 16, time_given: SECRET, [SECRET]: 1 } }), "errors");
    check(error instanceof palermo.RecordErrors && error instanceof Error, "the class of the error");
    same(error.name, "RecordErrors", "the name of the error");
    same(error.errors.map(({ path }) => path), ["/facts/age_yaers", "/facts/time_given", "/facts/#2"], "the places");
    same(error.message.split("\n").length, 3, "the lines of the message");
    check(!error.message.includes(SECRET) && error.message.includes("did you mean `age_years`?"), error.message);
  },

  "validation throws nothing": (palermo, standard) => {
    const report = standard.validate({ facts: { accused_of_offence: true, time_given: 1 } });
    same(report.errors.map(({ code }) => code), ["wrong_type"], "the errors");
    same(standard.validate({ facts: { accused_of_offence: true } }).advice.length, 1, "the advice");
  },

  "texts and lists of the standard": (palermo, standard) => {
    const dictionary = standard.dictionary();
    same(standard.factNames(), dictionary.facts.map(({ name }) => name), "the names of the facts");
    same(standard.conductCodes(), dictionary.conduct.map(({ code }) => code), "the conduct codes");
    same(standard.fact("age_years"), dictionary.facts.find(({ name }) => name === "age_years"), "a fact");
    same(standard.conduct("deported"), dictionary.conduct.find(({ code }) => code === "deported"), "a conduct code");
    const rules = standard.rules();
    same(standard.rule("assistance/shelter"), rules.find(({ id }) => id === "assistance/shelter"), "a rule");
    check(rules.every((rule) => !("cases" in rule)), "rules come without cases");
    check(standard.conclusions().includes("entitlement:shelter"), "the conclusions");
    check(standard.text("entitlement:shelter").label.length > 0, "a text");
    for (const nothing of [standard.text("no"), standard.fact("no"), standard.conduct("no"), standard.rule("no")]) {
      check(nothing === undefined, "what is not there is undefined");
    }
    check(standard.firstScreen().now.length > 0 && standard.firstScreen().must_not.length > 0, "the first screen");
    same(
      Object.keys(standard.about()),
      ["title", "summary", "standing", "in_force", "documents", "instruments"],
      "what the standard is",
    );
    same(standard.identity(), { id: standard.id, version: standard.version, digest: standard.digest, overlays: [] }, "identity");
    same(standard.kind, "case", "the kind");
  },

  "the day on which a standard is in force": (palermo, standard) => {
    same([standard.isInForce("2026-11-24"), standard.isInForce("1999-12-31")], [true, false], "in force");
    for (const day of ["", "24.11.2026", "2026-02-30", SECRET]) {
      const error = thrown(() => standard.isInForce(day), "no day");
      check(error instanceof RangeError && (day === "" || !error.message.includes(day)), "no day is told, not shown");
    }
    same(palermo.Standard.at("2026-11-24").id, "see-2002", "the standard of today");
    same(palermo.Standard.at("1999-12-31"), undefined, "no standard");
  },

  "what is undefined is absent": (palermo, standard) => {
    const record = { reference: undefined, facts: { age_years: 16, age_doubt: undefined }, declined: undefined };
    same(standard.evaluateJson(record), standard.evaluateJson('{"facts":{"age_years":16}}'), "the decision");
  },

  "what is no plain data is an error at its place, never unknown": (palermo, standard) => {
    class Facts {
      get age_years() {
        return 16;
      }
    }
    const nothings = [
      NaN, Infinity, -Infinity, () => {}, Symbol(SECRET), 16n, new Map([["age_years", 16]]), new Set(), new Facts(), /x/,
      new Boolean(true), new Number(16), new Uint8Array(2), new WeakMap(), Promise.resolve(true), new Error(SECRET),
      Object.create({ age_years: 16 }), new Date(NaN), { toJSON: () => undefined }, { toJSON: () => null },
    ];
    for (const nothing of nothings) {
      const shown = Object.prototype.toString.call(nothing);
      const wrong = (record, path) => same(errors(palermo, standard, record), [`${path} wrong_type`], `${shown} at ${path}`);
      wrong(nothing, "");
      wrong({ reference: nothing }, "/reference");
      wrong({ facts: nothing }, "/facts");
      wrong({ declined: nothing }, "/declined");
      wrong({ conduct: nothing }, "/conduct");
      wrong({ facts: { age_years: nothing } }, "/facts/age_years");
      wrong({ facts: { documents: nothing, time_given: true } }, "/facts/documents");
      wrong({ facts: { time_given: nothing } }, "/facts/time_given");
      wrong({ declined: ["age_doubt", nothing] }, "/declined/1");
      wrong({ conduct: [nothing] }, "/conduct/0");
      wrong({ conduct: [{ code: "deported", certainty: nothing }] }, "/conduct/0/certainty");
      wrong({ conduct: [{ code: nothing, certainty: "planned" }] }, "/conduct/0/code");
    }
    same(errors(palermo, standard, { declined: [undefined] }), ["/declined/0 wrong_type"], "undefined in a list");
    same(errors(palermo, standard, { declined: [, "age_doubt"] }), ["/declined/0 wrong_type"], "a hole in a list");
    same(errors(palermo, standard, undefined), [" wrong_type"], "nothing at all");
    same(errors(palermo, standard, { facts: { [Symbol.iterator]: 1, age_years: 130 } }), ["/facts/age_years out_of_range"], "symbols");
  },

  "numbers are whole": (palermo, standard) => {
    same(errors(palermo, standard, { facts: { age_years: 16.5 } }), ["/facts/age_years not_whole"], "half a year");
    same(standard.evaluate({ facts: { age_years: 16.0 } }).child, "child", "16.0 is 16 in JavaScript");
    same(standard.evaluate({ facts: { age_years: -0 } }).child, "child", "-0 is 0 in JavaScript");
    same(errors(palermo, standard, { facts: { age_years: 1e21 } }), ["/facts/age_years not_whole"], "a number with an exponent");
  },

  "objects that make plain data of themselves": (palermo, standard) => {
    const expected = standard.evaluateJson({ facts: { age_years: 16 } });
    class Kept {
      toJSON() {
        return { facts: { age_years: 16 } };
      }
    }
    same(standard.evaluateJson(new Kept()), expected, "an object with toJSON");
    same(standard.evaluateJson(Object.assign(Object.create(null), { facts: { age_years: 16 } })), expected, "no prototype");
    same(standard.evaluateJson(new Proxy({ facts: new Proxy({ age_years: 16 }, {}) }, {})), expected, "a proxy");
    same(standard.evaluateJson(Object.freeze({ facts: Object.freeze({ age_years: 16 }) })), expected, "a frozen object");
    const once = { read: 0, get facts() { return this.read++ === 0 ? { age_years: 16 } : undefined; } };
    Object.defineProperty(once, "read", { enumerable: false });
    same(standard.evaluateJson(once), expected, "what a getter gives is read once");
  },

  "an object that cannot be read is a TypeError that shows nothing": (palermo, standard) => {
    const circle = { facts: {} };
    circle.facts.age_years = circle;
    const list = [];
    list.push(list);
    const throwing = () => {
      throw new Error(SECRET);
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const unreadable = [
      circle,
      { declined: list },
      { get facts() { return throwing(); } },
      { facts: { toJSON: throwing } },
      new Proxy({}, { ownKeys: throwing }),
      new Proxy({}, { getPrototypeOf: throwing }),
      { facts: proxy },
    ];
    for (const record of unreadable) {
      for (const method of ["evaluate", "evaluateJson", "validate", "questions"]) {
        const error = thrown(() => standard[method](record), "an object that cannot be read");
        check(error instanceof TypeError, `it is ${error}`);
        check(!`${error}${error.stack}${error.cause}`.includes(SECRET), "the error shows what the object holds");
      }
    }
  },

  "what is too large or too deep is refused": (palermo, standard) => {
    const { MAX_RECORD_BYTES, MAX_RECORD_DEPTH } = palermo;
    same(errors(palermo, standard, ""), [" invalid_json"], "empty text");
    same(errors(palermo, standard, " ".repeat(MAX_RECORD_BYTES + 1)), [" too_large"], "long text");
    same(errors(palermo, standard, SECRET.repeat(20_000_000)), [" too_large"], "very long text");
    same(errors(palermo, standard, { reference: SECRET.repeat(MAX_RECORD_BYTES) }), [" too_large"], "a long string in an object");
    // Shared over and over: written out it would have more characters than there are atoms.
    let shared = ["age_doubt"];
    for (let level = 0; level < 30; level++) {
      shared = Array.from({ length: 100 }, () => shared);
    }
    same(errors(palermo, standard, { declined: shared }), [" too_large"], "an object that is shared within itself");
    let deep = {};
    for (let level = 0; level < 100_000; level++) {
      deep = [deep];
    }
    const [error] = errors(palermo, standard, { declined: deep });
    same(error, "/declined/0 too_deep", "a deep object");
    check(errors(palermo, standard, "[".repeat(MAX_RECORD_DEPTH * 1000)).includes(" invalid_json"), "deep text");
    same(errors(palermo, standard, "{\"facts\":\ud800}"), [" invalid_json"], "half of a surrogate pair");
    same(errors(palermo, standard, "\0"), [" invalid_json"], "a NUL");
  },

  "a rule set of one's own": (palermo, standard, { ruleSet }) => {
    const { Standard, RuleSetErrors } = palermo;
    for (const given of [ruleSet, JSON.parse(ruleSet)]) {
      const loaded = Standard.fromJson(given);
      same(loaded.identity(), standard.identity(), "the identity of the loaded standard");
      same(loaded.evaluateJson(RECOGNISED), standard.evaluateJson(RECOGNISED), "its decision");
      loaded.free();
    }
    const broken = JSON.parse(ruleSet);
    broken.rules[0].when = { no_such_fact: true };
    for (const given of ["", "{", "null", {}, [], undefined, NaN, new Map(), broken]) {
      const error = thrown(() => Standard.fromJson(given), "a wrong rule set");
      check(error instanceof RuleSetErrors && error.name === "RuleSetErrors", `a wrong rule set gives ${error}`);
      check(error.errors.length > 0 && error.errors.every(({ path, code, message, help }) => [path, code, message, help].every((text) => typeof text === "string")), "its errors");
    }
    const circle = {};
    circle.rules = circle;
    check(thrown(() => Standard.fromJson(circle), "a circle") instanceof TypeError, "a circle");
  },

  "an overlay is composed with a rule set, or refused by its name": (palermo, standard, { ruleSet }) => {
    const { Standard, RuleSetErrors } = palermo;
    const citing = (article) => ({
      format: 1, id: "some-2020", kind: "case", version: "0.1.0", extends: "see-2002", title: "Some law", summary: "Some law.",
      in_force: { from: "2020-01-01" },
      instruments: [{ id: "coe-2005", title: "A convention", publisher: "A council", published: "2005" }],
      citations: [{ rule: "assistance/shelter", cite: { instrument: "coe-2005", article, confidence: "unverified" } }],
    });
    const overlay = citing("art. 12(1)");
    const composed = Standard.compose(ruleSet, [JSON.stringify(overlay)]);
    const { overlays, ...base } = composed.identity();
    same({ ...base, overlays: [] }, standard.identity(), "the identity of the base");
    same(overlays.map(({ id, version }) => [id, version]), [["some-2020", "0.1.0"]], "the overlays");
    same(composed.evaluate(RECOGNISED).standard.overlays, overlays, "the overlays of a decision");
    check(composed.rule("assistance/shelter").source.some((cited) => cited.article === "art. 12(1)"), "the citation");
    same(Standard.compose(JSON.parse(ruleSet), new Set([overlay])).identity(), composed.identity(), "composed of objects");
    same(Standard.compose(ruleSet, []).identity(), standard.identity(), "composed of nothing");
    for (const [wrong, places] of [
      [[citing("art. 13(3)")], ["some-2020 /citations/0/cite/article not_imported"]],
      [[overlay, overlay], ["some-2020 /id duplicate_name"]],
      [[{ ...overlay, extends: "see-2003" }], ["some-2020 /extends other_base"]],
      [["{"], ["#1  invalid_json"]],
    ]) {
      const error = thrown(() => Standard.compose(ruleSet, wrong), "a wrong overlay");
      check(error instanceof RuleSetErrors, `a wrong overlay gives ${error}`);
      same(error.errors.map(({ document, path, code }) => `${document} ${path} ${code}`), places, "its errors");
      check(error.message.startsWith("overlay "), "the message names the overlay");
    }
  },

  "a standard whose memory was given back says so": (palermo) => {
    const standard = palermo.Standard.see2002();
    standard.free();
    standard.free();
    check(thrown(() => standard.evaluate({}), "a freed standard") instanceof TypeError, "a freed standard");
    if (Symbol.dispose !== undefined) {
      const other = palermo.Standard.see2002();
      other[Symbol.dispose]();
      check(thrown(() => other.id, "a disposed standard") instanceof TypeError, "a disposed standard");
    }
  },

  "a standard shows nothing of its inside, and what it gives is plain": (palermo, standard) => {
    same(JSON.stringify(standard), "{}", "the standard as JSON");
    const decision = standard.evaluate(RECOGNISED);
    check(Object.getPrototypeOf(decision) === Object.prototype, "a decision is a plain object");
    decision.conclusions.length = 0;
    check(standard.evaluate(RECOGNISED).conclusions.length > 0, "changing a decision changes no other one");
  },

  "init is harmless when everything is there": async (palermo) => {
    await Promise.all([palermo.init(), palermo.init(), palermo.initLoader()]);
  },
};
