"""What a trafficked person is owed, what nobody may do to them, whom to call, what to ask next, and why.

    >>> from palermo import Standard
    >>> standard = Standard.see_2002()
    >>> decision = standard.evaluate({"facts": {"age_years": 16, "ind_afraid_of_controller": True}})
    >>> print(decision.status)
    presumed

A record is a dict, an `IntakeRecord` or JSON text. A fact that is absent is unknown, never "no". The software advises and
explains; a person decides. Lawyers have not reviewed the rules.
"""

from . import _check, _errors, _input, _plain, _record, _standard, _types
from ._errors import *
from ._input import IntakeRecord, RecordLike
from ._plain import Condition
from ._record import *
from ._standard import Standard
from ._types import *

__all__ = ["Condition", "IntakeRecord", "RecordLike", "Standard"]
__all__ += _errors.__all__
__all__ += _record.__all__
__all__ += _types.__all__
