"""The installed packages, read from their folders."""

from __future__ import annotations

from importlib.metadata import version

from pipeline import packages


def test_packages_are_known_by_name_and_version() -> None:
    found = {package.name: package.version for package in packages.installed()}
    assert found["python_bidi"] == version("python-bidi")
    assert found["pillow"] == version("pillow")


def test_font_packages_say_where_their_faces_are_named() -> None:
    (manrope,) = (package for package in packages.installed() if package.name == "font_manrope")
    assert packages.entry_points(manrope, packages.FACES) == [("font_manrope", "font_files")]
    assert packages.entry_points(manrope, "no_such_group") == []
