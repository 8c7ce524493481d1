"""The one way to files: what is read and written, of what size, within which folder; and never half.

reading   a regular file of bounded size that does not leave its project; digests
writing   the old file or the new one; parts that a killed process left
"""

from __future__ import annotations

from pipeline.files.reading import (
    MOST_BYTES,
    Refused,
    TooLarge,
    check,
    digest,
    digest_of,
    is_within,
    opened,
    read,
    refuse_outside,
)
from pipeline.files.writing import (
    ABANDONED_SECONDS,
    IGNORE,
    PART,
    is_part,
    locked,
    make_ignored,
    sweep,
    why,
    write_atomically,
)

__all__ = [
    "ABANDONED_SECONDS",
    "IGNORE",
    "MOST_BYTES",
    "PART",
    "Refused",
    "TooLarge",
    "check",
    "digest",
    "digest_of",
    "is_part",
    "is_within",
    "locked",
    "make_ignored",
    "opened",
    "read",
    "refuse_outside",
    "sweep",
    "weight",
    "why",
    "write_atomically",
]


def weight(size_bytes: int) -> str:
    """A file's size in words; 1 KB is 1000 bytes, as in the budgets of sizes.yaml."""
    if size_bytes >= 999_500:
        return f"{size_bytes / 1e6:.1f} MB"
    return f"{size_bytes / 1e3:.0f} KB" if size_bytes >= 9_950 else f"{size_bytes / 1e3:.1f} KB"
