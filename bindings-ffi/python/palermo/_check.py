"""Refuses a library of another version when the package is imported, and not in the middle of a call.

UniFFI writes this check and does not run it. The wheel holds what was generated from its own library; what is mixed later is
not noticed otherwise.
"""

from . import _native

_native.palermo._uniffi_check_api_checksums(_native.palermo._UniffiLib)
