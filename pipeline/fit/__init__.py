"""How the texts of a finished layout came out: their sizes, what they can be told from, and what is missing or hidden.

scene --measure--> Fit --noted--> the keys of a manifest --read--> Fit
"""

from __future__ import annotations

from pipeline.fit.measuring import measure
from pipeline.fit.noting import noted, read
from pipeline.fit.report import PHONE, Contrast, Fit, Role, Spot

__all__ = ["PHONE", "Contrast", "Fit", "Role", "Spot", "measure", "noted", "read"]
