"""Named tuples that are quick to define: most of what flows is one, and a command defines a hundred before its picture.

They are those of `typing` in all that is in use here. Those take 100 µs each, as every annotation is compiled, and the
text of a constructor; these take 10: annotations are not looked at, and tuples with as many fields share one code.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from there on a class holds no annotations, but how to make them
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    _Field = type(namedtuple("One", "field").field)  # what a named tuple of Python has for each field

    class _Methods:
        """What all named tuples can do; none inherits it, as a tuple takes longer to make the deeper its class is."""

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            fields = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(fields)})"

    _METHODS = {name: vars(_Methods)[name] for name in ("_make", "_replace", "_asdict", "__getnewargs__", "__repr__")}

    class _Definition(type):
        """Makes of a class with annotations a named tuple that has its methods."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            about = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            values = {field: _Field(index, field) for index, field in enumerate(fields)}
            new = _constructor(name, fields, tuple(defaults.values()))
            return type.__new__(type, name, (tuple,), {**_METHODS, **body, **about, **values, "__new__": new})

    def _constructor(name, fields, defaults):
        """That of a tuple with as many fields, under the names of these."""
        shared = _of_length(len(fields))
        code = shared.__code__.replace(co_varnames=("_cls", *fields))
        made = FunctionType(code, shared.__globals__, "__new__", defaults)
        made.__qualname__ = f"{name}.__new__"
        return made

    @cache
    def _of_length(count):
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: new(_cls, ({names}))", {"new": tuple.__new__})

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})
