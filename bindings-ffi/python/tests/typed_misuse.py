"""Wrong use, which a strict type checker has to find. Every line that is wrong says so, and no other line is."""

from palermo import ConductEvent, Facts, Record, Standard, Status

standard = Standard.see_2002()

a: Facts = {"age_yaers": 16}  # wrong
b: Facts = {"age_years": "16"}  # wrong
c: Facts = {"age_doubt": "yes"}  # wrong
d: Facts = {"documents": "lost"}  # wrong
e: Facts = {"documents": 1}  # wrong
f: ConductEvent = {"code": "deported"}  # wrong
g: ConductEvent = {"code": "deprted", "certainty": "planned"}  # wrong
h: ConductEvent = {"code": "deported", "certainty": "perhaps"}  # wrong
i: Record = {"fact": {}}  # wrong
j: Record = {"declined": ["age_yaers"]}  # wrong
k: Record = {"facts": {"name": "somebody"}}  # wrong
standard.evaluate({"facts": {"age_yaers": 16}})  # wrong
standard.evaluate(16)  # wrong
standard.evaluate(None)  # wrong
standard.evaluate_json({"facts": {}})  # wrong
standard.questions({}, "status")  # wrong
decision = standard.evaluate({})
decision.statsu  # wrong
decision.status = Status.PRESUMED  # wrong
decision.conclusions.append  # wrong
length: int = decision.status  # wrong
rule = standard.rule("assistance/shelter")
rule.sentence  # wrong
