"""How the texts of a finished layout came out: their sizes, what they can be told from, and what is missing or hidden.

scene --measure--> Fit --noted--> the keys of a manifest --read--> Fit
"""

from __future__ import annotations

from pipeline.legibility.measuring import measure, seen, together
from pipeline.legibility.noting import noted, read
from pipeline.legibility.report import PHONE, Contrast, Fit, Role, Seen, Spot

__all__ = ["PHONE", "Contrast", "Fit", "Role", "Seen", "Spot", "measure", "noted", "read", "seen", "together"]
