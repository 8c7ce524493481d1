"""What holds for one service: its project, who may ask, how much it takes; and reading that from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline import project
from pipeline.build import cache
from pipeline.errors import OutputError, Problem

SIGNING_KEY = "VISUALS_SIGNING_KEY"
LEAST_KEY_BYTES = 16  # HMAC keys below the length of a good password are guessed, not broken
MAKE_A_KEY = f"export {SIGNING_KEY}=$(python3 -c 'import secrets; print(secrets.token_hex(32))')"
CACHE = os.path.join(cache.FOLDER, "served")
_NUMBERS = ("cache_mb", "workers", "seconds", "memory_mb", "most_waiting", "max_age_seconds")


class Serving(NamedTuple):
    """One service: the pictures of the project in `home`.

    The first of `keys` signs, all of them are taken. Without `keys` only this machine is served, if `is_unsigned`.
    """

    home: str
    keys: tuple[bytes, ...] = ()
    is_unsigned: bool = False
    hosts: tuple[str, ...] = ()
    cache: str = ""
    cache_mb: int = 500
    workers: int = 0
    seconds: float = 10
    memory_mb: int = 512
    most_waiting: int = 64
    max_age_seconds: int = 3600


def of_environment(environment: Mapping[str, str]) -> Serving:
    """The service that environment variables describe, as docs/serving.md has them.

    Raises OutputError for one that cannot be.
    """
    home = environment.get("VISUALS_PROJECT", "")
    if home and not os.path.isdir(home):
        raise OutputError(Problem(f"VISUALS_PROJECT: there is no folder {home}", hint="name that of your project"))
    found = os.path.realpath(home) if home else project.here()
    keys = keys_of(environment.get(SIGNING_KEY, ""))
    is_unsigned = environment.get("VISUALS_UNSIGNED", "") in ("1", "true", "yes")
    hosts = tuple(filter(None, map(str.strip, environment.get("VISUALS_HOSTS", "").split(","))))
    made = Serving(found, keys, is_unsigned, hosts, environment.get("VISUALS_CACHE", ""))
    named = {f"VISUALS_{name.upper()}": name for name in _NUMBERS}
    numbers: dict[str, Any] = {
        name: _number(variable, environment[variable]) for variable, name in named.items() if environment.get(variable)
    }
    return made._replace(**numbers)


def keys_of(written: str) -> tuple[bytes, ...]:
    """The signing keys that an environment variable holds, separated by commas; raises OutputError for a short one."""
    keys = tuple(each.strip().encode() for each in written.split(",") if each.strip())
    if any(len(key) < LEAST_KEY_BYTES for key in keys):
        fact = f"{SIGNING_KEY}: expected at least {LEAST_KEY_BYTES} characters"
        raise OutputError(Problem(fact, hint=MAKE_A_KEY))
    return keys


def _number(name: str, text: str) -> int | float:
    try:
        return float(text) if name == "VISUALS_SECONDS" else _whole(text)
    except ValueError as error:
        raise OutputError(Problem(f"{name}: expected a number, found `{text}`")) from error


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)
