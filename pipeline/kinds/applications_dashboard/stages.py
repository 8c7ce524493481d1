"""What people write for a stage -> what it means.

"Phone screen" is Screening, "No response" an application nobody has answered, "Rejected after interview" a refusal that
tells how far it came, "Wishlist" nothing that was sent. An author's own words come first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.errors import nearest
from pipeline.kinds.applications_dashboard.model import RUNGS, STAGES, Rung, Stage
from pipeline.kinds.applications_dashboard.spec import OwnStage
from pipeline.kinds.applications_dashboard.wording import plain

NOT_SENT = "not sent"
NO_RESPONSE = "no response"
MEANT = (*STAGES, NO_RESPONSE, NOT_SENT)
"""What an author's own word may stand for."""

_WORDS = {
    "applied": "applied|application sent|application submitted|sent|submitted|in review|under review|pending|waiting|"
    "open|new|received|acknowledged|on hold|beworben|bewerbung gesendet|offen|eingereicht|candidature envoyee|"
    "postule|envoyee|envoye|en attente|solicitado|solicitud enviada|enviada|enviado|pendiente",
    "screening": "screening|screen|screened|phone|phone screen|phone screening|phone call|phone interview|"
    "telephone interview|recruiter call|recruiter screen|recruiter screening|hr screen|hr call|hr interview|"
    "intro call|first call|call|assessment|online assessment|oa|test|coding test|online test|video screen|"
    "telefoninterview|telefonat|vorauswahl|erstgesprach|telefongesprach|preselection|entretien telephonique|"
    "entrevista telefonica|preseleccion",
    "interview": "interview|interviews|interviewing|interviewed|interview scheduled|on site|onsite|on-site interview|"
    "final|final round|final interview|final stage|panel|panel interview|technical interview|technical|tech interview|"
    "first interview|second interview|third interview|1st interview|2nd interview|3rd interview|first round|"
    "second round|third round|1st round|2nd round|3rd round|case study|take home|take-home|take home test|"
    "assessment centre|assessment center|trial day|hiring manager|hiring manager interview|vorstellungsgesprach|"
    "gesprach|zweitgesprach|probetag|entretien|entrevista",
    "offer": "offer|offers|offered|offer received|offer made|offer extended|job offer|verbal offer|negotiating|"
    "negotiation|accepted|offer accepted|accepted offer|hired|signed|angebot|zusage|angenommen|offre|offre recue|"
    "embauche|oferta|contratado|contratada",
    "rejected": "rejected|rejection|reject|declined|denied|refused|refusal|no|turned down|unsuccessful|not selected|"
    "not moving forward|regret|position filled|filled|cancelled|canceled|rejected by company|passed over|"
    "absage|abgelehnt|abgesagt|refuse|refusee|rejete|rejetee|rechazado|rechazada|descartado",
    "withdrawn": "withdrawn|withdrew|withdraw|i withdrew|pulled out|not interested|i declined|declined by me|"
    "zuruckgezogen|retiree|retire|desistement|retirado|retirada",
    NO_RESPONSE: "no response|no reply|no answer|ghosted|ghost|silence|silent|no news|never heard back|keine antwort|"
    "keine ruckmeldung|sans reponse|pas de reponse|sin respuesta",
    NOT_SENT: "not sent|wishlist|wish list|saved|bookmarked|interested|to apply|applying|todo|to do|draft|planned|"
    "not applied|not applied yet|not sent yet|researching|preparing|entwurf|geplant|gemerkt|brouillon|borrador",
}
_KNOWN: dict[str, str] = {}
"""Each written form to one of MEANT; filled on the first use, which a spec without a list never makes."""

_DECLINED_OFFER = re.compile(
    r"(?:i )?(?:declined|rejected|turned down) (?:the |an )?offer|offer (?:declined|turned down)"
)
_RESCINDED = re.compile(r"offer (?:rescinded|withdrawn|revoked|pulled)|rescinded")
_AFTER = re.compile(r"(?P<stage>.+?) (?:after|at|following|nach|apres|tras)(?: the| my| a| an)? (?P<reached>.+)")
_SURE = re.compile(r"(?:rejected|rejection|withdrawn|withdrew|ghosted|absage|abgelehnt|refusee?|rechazad[oa])")
_ROUND = re.compile(
    r"(?:interview|round|gesprach|entretien|entrevista) ?#?\d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:interview|round)"
)


class Meaning(NamedTuple):
    """What a written stage says: the stage, how far it came if that is told, and whether nobody answered.

    `stage` is None for what was never sent.
    """

    stage: Stage | None
    reached: Rung | None = None
    is_silent: bool = False


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
    return _of(own[word]) if own and word in own else _usual(word)


def rung(written: str, own: Mapping[str, str] | None = None) -> Rung | None:
    """The rung of the pipeline that is written, for the column `reached`; None if it is no open stage."""
    found = meaning(written, own)
    if found is None or found.stage is None or found.is_silent:
        return None
    return next((each for each in RUNGS if each == found.stage), None)


def nearest_stage(written: str, own: Mapping[str, str] | None = None) -> tuple[str, str] | None:
    """The known wording closest to `written`, and what it stands for, or None if none is close."""
    words = {**_known(), **(own or {})}
    match = nearest(plain(written), words)
    return (match, words[match]) if match else None


@lru_cache(maxsize=1000)
def _usual(word: str) -> Meaning | None:
    known = _known()
    if word in known:
        return _of(known[word])
    if _DECLINED_OFFER.fullmatch(word):
        return Meaning("withdrawn", "offer")
    if _RESCINDED.fullmatch(word):
        return Meaning("rejected", "offer")
    if _ROUND.fullmatch(word):
        return Meaning("interview")
    if after := _AFTER.fullmatch(word):
        return _closed_at(after["stage"], after["reached"])
    first, _, rest = word.partition(" ")
    if rest and _SURE.fullmatch(first):  # "Rejected (interview)"; "no interview" and "declined interview" are unclear
        return _closed_at(first, rest)
    return None


def _closed_at(written: str, reached: str) -> Meaning | None:
    """What it means that an application ended as `written` says when it had come to `reached`."""
    stage, far = _known().get(written), rung(reached)
    if stage not in ("rejected", "withdrawn", NO_RESPONSE) or far is None:
        return None
    found = _of(stage)
    return found._replace(stage=far if found.is_silent else found.stage, reached=far)


def _of(meant: str) -> Meaning:
    if meant == NO_RESPONSE:
        return Meaning("applied", is_silent=True)
    return Meaning(next((stage for stage in STAGES if stage == meant), None))


def _known() -> dict[str, str]:
    if not _KNOWN:
        for meant, words in _WORDS.items():
            _KNOWN.update((plain(word), meant) for word in words.split("|"))
    return _KNOWN
