"""Our named tuples are those of `typing`, made in less time."""

from __future__ import annotations

import pickle
from typing import NamedTuple as Typed
from typing import get_type_hints

import pytest

from pipeline.records import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    path: str
    line: int = 1
    around: Place | None = None

    def next(self) -> Place:
        """The line below."""
        return self._replace(line=self.line + 1)

    @property
    def is_first(self) -> bool:
        return self.line == 1


class TypedPlace(Typed):
    """Where something is."""

    path: str
    line: int = 1
    around: TypedPlace | None = None


def test_they_have_fields_defaults_and_methods() -> None:
    place = Place("a.yaml")
    assert tuple(place) == ("a.yaml", 1, None)
    assert place.next() == Place("a.yaml", line=2)
    assert (place.is_first, place.next().is_first) == (True, False)
    assert Place._field_defaults == {"line": 1, "around": None}
    with pytest.raises(TypeError, match=r"Place.__new__\(\) missing 1 required positional argument: 'path'"):
        Place()  # type: ignore[call-arg]


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=r"unexpected field names: \['column'\]"):
        Place("a")._replace(column=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        Place._make(["a"])


def test_they_are_known_as_those_of_typing_are() -> None:
    for name in ("__module__", "__doc__", "_fields", "_field_defaults", "__bases__", "__match_args__", "__slots__"):
        assert getattr(Place, name) == getattr(TypedPlace, name), name
    assert Place.__qualname__ == "Place"
    assert not hasattr(Place("a"), "__dict__")
    assert get_type_hints(Place) == {"path": str, "line": int, "around": Place | None}
    assert repr(Place("a")) == repr(TypedPlace("a")).replace("TypedPlace", "Place")
    assert Place("a")._asdict() == TypedPlace("a")._asdict()
    assert Place._make(["a", 1, None]) == Place("a")
    assert pickle.loads(pickle.dumps(Place("a", 2))) == Place("a", 2)
