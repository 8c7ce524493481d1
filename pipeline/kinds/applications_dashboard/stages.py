"""What people write for a stage -> what it means.

"Phone screen" is Screening, "No response" an application nobody has answered, "Rejected after interview" a refusal that
tells how far it came, "Wishlist" nothing that was sent. An author's own words come first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.kinds.applications_dashboard.model import RUNGS, STAGES, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import OwnStage
from pipeline.patterns import Pattern
from pipeline.prose import plain
from pipeline.words import vocabulary

NOT_SENT = "not sent"
NO_RESPONSE = "no response"
HIRED = "hired"
ENDS = ("rejected", "withdrawn", NO_RESPONSE)

_GOOD = ("offer", HIRED)
_DECIDING = (*ENDS, *_GOOD)  # of a longer text a whole word of these says what it is

_DECLINED_OFFER = Pattern(r"(?:i )?(?:declined|rejected|turned down) (?:the |an )?offer|offer (?:declined|turned down)")
_RESCINDED = Pattern(r"offer (?:rescinded|withdrawn|revoked|pulled)|rescinded")
_AFTER = Pattern(r"(?P<stage>.+?) (?:after|at|following|nach|apres|tras)(?: the| my| a| an)? (?P<reached>.+)")
_COUNTED = Pattern(r"(?P<round>.+?) ?#?\d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:interview|round)")


class Meaning(NamedTuple):
    """What a written stage says: the stage, how far it came if that is told, and whether nobody answered.

    `stage` is None for what was never sent. `is_hired` tells an offer that was accepted.
    """

    stage: Stage | None
    reached: Rung | None = None
    is_silent: bool = False
    is_hired: bool = False


_MEANINGS: dict[str, Meaning] = {
    **{str(stage): Meaning(stage) for stage in STAGES},
    HIRED: Meaning("offer", is_hired=True),
    NO_RESPONSE: Meaning("applied", is_silent=True),
    NOT_SENT: Meaning(None),
}
MEANT = tuple(_MEANINGS)
"""What an author's own word may stand for, beside `rejected after screening` and the like."""


def own_words(chosen: Mapping[str, str] | Sequence[OwnStage]) -> Mapping[str, str]:
    """What an author's words mean, as `plain` writes them: those of a spec's mapping, or of its list of stages.

    Of words that are alike the first one counts. What a stage is called on the board is a word for it too, unless that
    word usually means something.
    """
    if not isinstance(chosen, Mapping):
        called = {each.label: each.stage for each in chosen if each.label.strip() and meaning(each.label) is None}
        chosen = {**called, **{word: each.stage for each in chosen for word in each.words}}
    own: dict[str, str] = {}
    for word, meant in chosen.items():
        own.setdefault(plain(word), meant)
    return own


def meaning(written: str, own: Mapping[str, str] | None = None) -> Meaning | None:
    """What `written` means, or None if nobody knows. `own` are an author's words, as `own_words` gives them.

    Case, accents, hyphens, full stops and an emoji in front make no difference.
    """
    word = plain(written)
    return meant(own[word]) if own and word in own else usual(word) or _decided(word)


def meant(value: str) -> Meaning | None:
    """What a value of `stages` stands for: one of MEANT, or `rejected after screening`; None for anything else."""
    if value in _MEANINGS:
        return _MEANINGS[value]
    ended = _AFTER.fullmatch(value)
    if not ended or ended["stage"] not in ENDS or ended["reached"] not in RUNGS:
        return None
    return _closed_at(ended["stage"], ended["reached"])


def rung(written: str, own: Mapping[str, str] | None = None) -> Rung | None:
    """The rung of the pipeline that is written, for the column `reached`; None if it is no open stage."""
    understood = meaning(written, own)
    return next((each for each in RUNGS if understood and not understood.is_silent and each == understood.stage), None)


@lru_cache(maxsize=1000)
def usual(word: str) -> Meaning | None:
    """What plain words mean that people usually write for a stage, or None."""
    known = _known()
    if word in known:
        return _MEANINGS[known[word]]
    if _DECLINED_OFFER.fullmatch(word):
        return Meaning("withdrawn", "offer")
    if _RESCINDED.fullmatch(word):
        return Meaning("rejected", "offer")
    counted = _COUNTED.fullmatch(word)
    if counted and (counted["round"] is None or counted["round"] in _words("rounds")):
        return Meaning("interview")
    if after := _AFTER.fullmatch(word):
        return _closed_at(after["stage"], after["reached"])
    first, _, rest = word.partition(" ")
    if rest and first in _words("sure"):  # "Rejected (interview)"; "no interview" and "declined interview" are unclear
        return _closed_at(first, rest)
    return None


def _decided(word: str) -> Meaning | None:
    """What a longer text means in which one whole word tells, "Received offer"; a refusal at its head is sure."""
    words, sure = word.split(), _words("sure")
    deciding = [(each, known) for each in words if (known := _known().get(each)) in _DECIDING]
    decisive = [known for each, known in deciding if each in sure or known in _GOOD]
    if not decisive:
        return None
    is_only = len({known for _, known in deciding}) == 1  # "oferta recusada" is no offer
    return _MEANINGS[decisive[0]] if words[0] in sure or (is_only and not _words("turning") & set(words)) else None


def _closed_at(written: str, reached: str) -> Meaning | None:
    """What it means that an application ended as `written` says when it had come to `reached`."""
    stage, far = _known().get(written), rung(reached)
    if stage not in ENDS or far is None:
        return None
    ended = _MEANINGS[stage]
    return ended._replace(stage=far if ended.is_silent else ended.stage, reached=far)


def _words(name: str) -> frozenset[str]:
    """Words of the catalogues that are no stages: `sure` refusals, `rounds`, and those `turning` a text's meaning."""
    return vocabulary("application_stages")[name]


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Each usual word to one of MEANT."""
    return {word: meant for meant in MEANT for word in _words(meant.replace(" ", "_"))}
