"""Tests of pipeline.source: values, places, and one clear message for everything that can be wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline import source
from pipeline.errors import FitError, PipelineError, Place, Problem, SpecError
from pipeline.source import Node, files, parsing
from tests.located import locating_errors


def plain(node: Node) -> object:
    """The value of a node without its places."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(child) for child in node.value] if isinstance(node.value, tuple) else node.value


def value_of(scalar: str) -> object:
    child = source.parse(f"key: {scalar}\n", "s.yaml").child("key")
    assert child is not None
    return child.value


def complaint(text: str) -> str:
    with pytest.raises(SpecError) as caught:
        source.parse(text, "s.yaml")
    return str(caught.value)


def facts(text: str) -> list[str]:
    """What is said about a text, without hints."""
    return [line for line in complaint(text).splitlines() if not line.startswith("  hint: ")]


@pytest.fixture(params=["libyaml", "pure Python"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers: a Python without libyaml must say the same."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader) if request.param == "libyaml" else yaml.SafeLoader
    monkeypatch.setattr(parsing, "EventReader", loader)


class TestScalars:
    @pytest.mark.parametrize(
        "text",
        ["No", "no", "yes", "on", "Off", "y", "12:30", "2024-01-01", "1_000", "1,5", "0b11", "+0x1F", "08:00", "."]
        + ["1.2.3", "e5", "=", "nULL", "tRUE", ".INFINITY", "0o8", "inf", "NaN", "+.nan", "1e", "Every word", "½", "٣"],
    )
    def test_a_plain_scalar_that_yaml_1_2_gives_no_other_meaning_stays_text(self, text: str) -> None:
        assert value_of(text) == text

    @pytest.mark.parametrize(
        ("text", "value"),
        [("2024", 2024), ("-7", -7), ("+7", 7), ("0777", 777), ("0o17", 15), ("0x1F", 31)]
        + [("1.5", 1.5), ("-.5", -0.5), ("5.", 5.0), ("1e3", 1000.0), ("6.02E+23", 6.02e23)]
        + [(".inf", float("inf")), ("-.Inf", float("-inf")), ("+.INF", float("inf"))],
    )
    def test_numbers_are_read_as_yaml_1_2_writes_them(self, text: str, value: float) -> None:
        assert value_of(text) == value
        assert type(value_of(text)) is type(value)

    def test_not_a_number_is_a_number(self) -> None:
        assert str(value_of(".nan")) == "nan"

    @pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
    def test_nothing_is_none(self, text: str) -> None:
        assert value_of(text) is None

    def test_true_and_false_are_booleans(self) -> None:
        assert [value_of(text) for text in ("true", "True", "FALSE")] == [True, True, False]

    @pytest.mark.parametrize("quoted", ["'2024'", '"2024"', "!!str 2024", "|-\n  2024"])
    def test_a_quoted_number_is_text(self, quoted: str) -> None:
        assert value_of(quoted) == "2024"

    def test_a_scalar_remembers_how_it_was_written(self) -> None:
        root = source.parse("a: 0x1F\nb: ~\nc: 2024-01-01\nd: 1.50", "s.yaml")
        assert [child.text for child in (root.child(key) for key in "abcd") if child] == [
            "0x1F",
            "~",
            "2024-01-01",
            "1.50",
        ]

    def test_a_number_of_many_digits_ends_in_no_traceback(self) -> None:
        assert isinstance(value_of("9" * 5000), float)


class TestStructure:
    def test_lists_and_mappings_nest(self) -> None:
        text = "a:\n- b: 1\n  c: [x, {d: 2}]\n- e\n"
        assert plain(source.parse(text, "s.yaml")) == {"a": [{"b": 1, "c": ["x", {"d": 2}]}, "e"]}

    def test_a_value_knows_its_place_and_its_keys_place(self) -> None:
        child = source.parse("kind: x\ntext:   hello\n", "s.yaml").child("text")
        assert child == Node("hello", Place("s.yaml", 2, 9), Place("s.yaml", 2, 1), "hello")

    def test_columns_count_characters_not_bytes(self) -> None:
        assert source.parse('{"žluťoučký 🐎": x}', "s.yaml").at("žluťoučký 🐎") == Place("s.yaml", 1, 17)

    def test_an_alias_is_the_value_at_the_aliass_place(self) -> None:
        root = source.parse("a: &who {name: Ada}\nb: *who\n", "s.yaml")
        assert plain(root) == {"a": {"name": "Ada"}, "b": {"name": "Ada"}}
        assert root.at("b") == Place("s.yaml", 2, 4)
        assert root.at("b.name") == Place("s.yaml", 1, 16)

    def test_a_byte_order_mark_is_no_character_of_the_text(self) -> None:
        assert source.parse("\ufeffkind: x", "s.yaml").at("kind") == Place("s.yaml", 1, 7)

    @pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
    def test_every_line_ending_counts_once(self, break_: str) -> None:
        assert source.parse(f"a: 1{break_}b: 2{break_}", "s.yaml").at("b").line == 2

    def test_a_comment_beside_a_document_marker_is_fine(self) -> None:
        assert plain(source.parse("%YAML 1.2\n--- # a spec\nkind: x\n...\n", "s.yaml")) == {"kind": "x"}

    def test_text_goes_on_over_lines(self) -> None:
        assert plain(source.parse("a: one\n  two\nb: |\n  one\n  two\n", "s.yaml")) == {
            "a": "one two",
            "b": "one\ntwo\n",
        }


class TestPlaces:
    root = source.parse("groups:\n- name: a\n- items:\n  - text: x\n", "s.yaml")

    def test_a_field_is_found_through_lists_and_mappings(self) -> None:
        assert self.root.at("groups[1].items[0].text") == Place("s.yaml", 4, 11)

    @pytest.mark.parametrize(
        ("field", "line"),
        [("groups[1].items[7].text", 4), ("groups[1].title", 3), ("nowhere", 1), ("", 1), ("groups.x", 2)],
    )
    def test_a_field_that_is_not_written_has_the_place_of_what_surrounds_it(self, field: str, line: int) -> None:
        assert self.root.at(field).line == line

    def test_an_error_that_names_a_field_gets_its_place(self) -> None:
        cause = ValueError("inner")
        with pytest.raises(FitError) as caught, locating_errors(self.root):
            raise FitError(Problem("too long", hint="shorten it", field="groups[0].name")) from cause
        assert str(caught.value) == "s.yaml:2:9: groups[0].name: too long\n  hint: shorten it"
        assert caught.value.__cause__ is cause

    def test_an_error_without_a_field_stays_as_it_is(self) -> None:
        with pytest.raises(PipelineError, match=r"^disk full$"), locating_errors(self.root):
            raise PipelineError(Problem("disk full"))


MISTAKES = {
    "a: 1\nb: 2\na: 3\na: 4": ["3:1: the key `a` is written twice", "4:1: the key `a` is written twice"],
    "a: {b: 1, b: 2}": ["1:11: the key `b` is written twice"],
    "1: x\ntrue: y\n~: z": [
        "1:1: expected text as a key, found `1`",
        "2:1: expected text as a key, found `true`",
        "3:1: expected text as a key, found `~`",
    ],
    "? [!x a]\n: y": ["1:3: expected text as a key, found a list", "1:4: unknown tag `!x`"],
    "? [a]\n: x": ["1:3: expected text as a key, found a list"],
    ": x": ["1:1: expected a key before the `:`"],
    "a: &m {x: 1}\nb:\n  <<: *m": ["3:3: merge keys (`<<`) are not read"],
    "a: !!python/object:os.system x": ["1:4: unknown tag `!!python/object:os.system`"],
    "a: !foo [1]\nb: !bar {}\nc: !!set {}": [
        "1:4: unknown tag `!foo`",
        "2:4: unknown tag `!bar`",
        "3:4: unknown tag `!!set`",
    ],
    "a: !x!y z": ["1:4: unknown tag"],
    "a: *nobody": ["1:4: `*nobody` refers to an anchor that is not defined"],
    "a: &a [*a]": ["1:8: `*a` refers to the value it is part of"],
    "a: 1\n---\nb: 2": ["2:1: a second document begins here, expected one a file"],
    "---\na: 1\n...\nb: 2": ["4:1: expected one document of keys and values"],
    "": ["1:1: the file is empty"],
    "\ufeff": ["1:1: the file is empty"],
    " \n\n": ["1:1: the file is empty"],
    "# a\n# b\n": ["1:1: the file holds only comments"],
    "---\n": ["1:1: the file holds only comments"],
    "- a\n- b": ["1:1: expected keys with values, found a list"],
    "hello": ["1:1: expected keys with values, found text"],
    "42": ["1:1: expected keys with values, found text"],
    "text: *Every* word": ["1:7: a value that begins with `*` is an alias in YAML"],
    "text: & co": ["1:7: a value that begins with `&` is an anchor in YAML"],
    "text: A quote: with a colon": ["1:14: a value that holds `: ` needs quotation marks"],
    "text: one\n more: x": ["2:6: a key stands where the text of the line above goes on"],
    "text\nauthor: x": ["2:7: a key stands where the text of the line above goes on"],
    "a:\n\t- b": ["2:1: found a tab where spaces are expected"],
    "a:\n  b: 1\n\tc: 2": ["3:1: found a tab where spaces are expected"],
    'a: "x': ["1:4: the quotation mark that opens here is never closed"],
    "a: 'x\nb: y": ["1:4: the quotation mark that opens here is never closed"],
    "a: [1, 2": ["1:4: the list that `[` opens here is not closed, or lacks a comma"],
    "a: {b: 1": ["1:4: the mapping that `{` opens here is not closed, or lacks a comma"],
    "a: [": ["1:4: the bracket or brace that opens here is not closed"],
    "a: [x, {b: [1,": ["1:12: the bracket or brace that opens here is not closed"],
    "a: @home": ["1:4: a value cannot begin with `@`"],
    "a: %": ["1:4: a value cannot begin with `%`"],
    "a: ]": ["1:4: expected a value"],
    "a: 'it's here'": ["1:8: text goes on after its closing quotation mark"],
    'a: "Every" word': ["1:12: text goes on after its closing quotation mark"],
    "a:\n  - b\n - c": ["3:2: this line is indented unlike the keys above"],
    "a: - b": ["1:4: a list cannot begin on the line of its key"],
    "- a\nb: 1": ["2:1: this line continues neither the list above nor the text before it"],
    "a b: c\nfoo\nbar: 1": ["2:1: expected `:` after a key"],
    "a: > text": ["1:6: after `|` or `>` only `-`, `+` or an indentation may follow"],
    'a: "x\\0y"': ["1:4: found U+0000 a control character, which is no text"],
}


@pytest.mark.usefixtures("reader")
class TestMistakes:
    @pytest.mark.parametrize("text", MISTAKES)
    def test_each_mistake_is_one_sentence_with_its_place(self, text: str) -> None:
        assert facts(text) == [f"s.yaml:{fact}" for fact in MISTAKES[text]]

    @pytest.mark.parametrize("text", ['a: "\\q"', 'a: "\\xZZ"', 'a: "\\UFFFFFFFF"', 'a: "\\ud800"'])
    def test_a_bad_escape_is_an_error(self, text: str) -> None:
        assert len(facts(text)) == 1

    @pytest.mark.parametrize(
        ("character", "column"), [("\x00", 5), ("\x1b", 5), ("\x7f", 5), ("\x85", 5), ("\ud800", 5)]
    )
    def test_a_control_character_is_refused_with_its_place(self, character: str, column: int) -> None:
        assert facts(f"# ž\r\nž: x{character}y")[0].startswith(f"s.yaml:2:{column}: found U+{ord(character):04X} ")

    def test_a_line_separator_is_named(self) -> None:
        assert facts("a: b\u2028c") == ["s.yaml:1:5: found U+2028 LINE SEPARATOR, which a spec may not hold"]

    def test_emoji_joiners_and_no_break_spaces_are_text(self) -> None:
        text = "a\u00a0b \u200f👩\u200d🚀 \u00ad\ufeff"
        assert plain(source.parse(f"k: '{text}'", "s.yaml")) == {"k": text}

    def test_mistakes_before_a_syntax_error_are_told_too(self) -> None:
        assert [fact.split(": ")[0] for fact in facts("a: 1\na: 2\nb: !x 1\nc: [")] == [
            "s.yaml:2:1",
            "s.yaml:3:4",
            "s.yaml:4:4",
        ]

    def test_a_file_full_of_mistakes_is_not_read_to_its_end(self) -> None:
        told = facts("a: 1\n" * 1000)
        assert len(told) == parsing.MAX_PROBLEMS + 1
        assert told[-1].endswith("50 mistakes up to here; the rest is not read")

    def test_an_alias_bomb_is_counted_not_built(self) -> None:
        lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
        assert facts("\n".join(lines)) == [
            "s.yaml:5:36: with its aliases written out the file holds more than 100,000 values"
        ]

    @pytest.mark.parametrize("text", ["a: " + "[" * 900, "a: " + "{b: " * 200, "a:\n" + "- " * 20_000, "? " * 20_000])
    def test_nesting_without_end_is_refused(self, text: str) -> None:
        assert "nested more than 50 deep" in facts(text)[0]

    def test_aliases_cannot_nest_deeper_than_brackets(self) -> None:
        lines = ["l0: &l0 [x]", *(f"l{n}: &l{n} [*l{n - 1}]" for n in range(1, 60))]
        assert "nested more than 50 deep" in facts("\n".join(lines))[0]


class TestHints:
    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("a: 1\na: 2", "it stands first in line 1; remove one of the two"),
            ("2024: x", 'put it in quotes: "2024"'),
            ("text: *Every* word", 'write `text: "*Every* word"`'),
            ("text: He said: so", 'write `text: "He said: so"`'),
            ("- text: \\ a: b", 'write `- text: "\\\\ a: b"`'),
            ("a: b\nauthor:Ada", "write `author: Ada`"),
            ('a: b\nauthor:"Ada" #x', 'write `author: "Ada" #x`'),
            ("a: b\nauthor:Ada #1", 'write `author: "Ada #1"`'),
            ("a: b\nauthor:\u00a0Ada", "write `author: Ada`"),
            ("a: {b: x, c: #7A3CFF}", 'write "#7A3CFF"'),
            ("a: [x, #y]", 'write "#y"'),
            ("a:\n  [x] One\n  [ ] Two", 'write `- "[x] One"`'),
            ('a:\n  - [ ] Say "so"', 'write `- "[ ] Say \\"so\\""`'),
            ("a: - b", 'begin it with `- ` on a line of its own below the key; if it is text, write `a: "- b"`'),
            ("a: b\n\ufeffc: 1", "remove it, or indent with spaces"),
            ("a:\n\tb: 1", "indent with spaces"),
            ("- a", "the file's first level is lines such as `key: value`"),
        ],
    )
    def test_a_way_out_follows_the_fact(self, text: str, hint: str) -> None:
        assert complaint(text).splitlines()[1] == f"  hint: {hint}"


WRITTEN = re.compile(r"write (?:`(?P<line>.+)`|(?P<value>\".*\"))(?:, if it is an apostrophe; else close it)?$")


def as_advised(text: str) -> str:
    """The text with what its first hint says written where its problem is."""
    with pytest.raises(SpecError) as caught:
        source.parse(text, "s.yaml")
    problem = caught.value.problems[0]
    assert problem.place
    advice = WRITTEN.search(problem.hint)
    assert advice, problem.hint
    lines = text.split("\n")
    line, at = lines[problem.place.line - 1], problem.place.column - 1
    is_flow = re.search(r"[\[{]", line[:at]) is not None and line.rstrip().endswith(("]", "}"))
    if advice["line"] and not is_flow:
        indent = line[: len(line) - len(line.lstrip())]
        rest = [each for each in lines[problem.place.line :] if not each.startswith(f"{indent}    ")]
        return "\n".join([*lines[: problem.place.line - 1], indent + advice["line"], *rest])
    if advice["line"]:
        key = advice["line"].partition(":")[0]
        at = line.index(f"{key}:")
    elif is_flow:
        at = max(line.rfind(mark, 0, at) + len(mark) for mark in ("[", ", ", ": ", "{"))
    old = re.match(r"(?:[^,\]}]|,(?! [\w-]+: ))*" if line.rstrip().endswith("}") else r"[^,\]]*", line[at:])
    assert old
    new = advice["line"] or advice["value"]
    lines[problem.place.line - 1] = line[:at] + new + line[at + old.end() :]
    return "\n".join(lines)


@pytest.mark.usefixtures("reader")
class TestAdvice:
    @pytest.mark.parametrize(
        "value",
        [
            "*Every* word counts",
            "**Every** word",
            "& more",
            "@jo says so",
            "`code` is text",
            "%20 is a blank",
            "! now",
            "!now or never",
            "? why",
            "> quoted",
            "| barred",
            "[x] Done",
            "[a link](https://example.org) and more",
            "{braces} and more",
            '"Say" it',
            '"Say", he said, "so"',
            "'Say' it",
            "'Tis done",
            'He said: "so"',
            "Done: really",
            "Done:",
            "[x] Done: C:\\path",
        ],
    )
    @pytest.mark.parametrize("entry", ["text: {}", "- text: {}", "- {}"])
    def test_what_the_hint_says_means_the_author_s_text(self, entry: str, value: str) -> None:
        head = "a:\n" if entry.startswith("-") else ""
        text = f"{head}{entry.format(value)}\nb: 1\n"
        if entry == "- {}" and value in ('He said: "so"', "Done: really", "Done:"):
            return  # keys, to YAML: whoever knows the keys tells it
        read: Any = plain(source.parse(as_advised(text), "s.yaml"))
        (found,) = read["a"] if head else [read]
        assert (found if entry == "- {}" else found["text"]) == value
        assert read["b"] == 1

    @pytest.mark.parametrize("quoted", ['"Hope "called" so"', "'it's here'"])
    def test_marks_about_the_whole_are_no_part_of_it(self, quoted: str) -> None:
        assert plain(source.parse(as_advised(f"a: {quoted}"), "s.yaml")) == {"a": quoted[1:-1]}

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("a: {text: Practise: the answer, state: done}", {"text": "Practise: the answer", "state": "done"}),
            ("a: {text: Practise: ask, then go, state: x}", {"text": "Practise: ask, then go", "state": "x"}),
            ("a: {b: x, c: #7A3CFF}", {"b": "x", "c": "#7A3CFF"}),
            ("a: {text: Stop # here}", {"text": "Stop # here"}),
            ("a: [#1, b]", ["#1", "b"]),
            ("a: [@b, c]", ["@b", "c"]),
        ],
    )
    def test_in_brackets_and_braces_it_is_the_value_alone(self, text: str, value: object) -> None:
        assert plain(source.parse(as_advised(text), "s.yaml")) == {"a": value}

    def test_what_goes_on_below_belongs_to_the_value(self) -> None:
        text = "a: 1\ntext: *Every* word\n    counts # a true comment\nb: 2\n"
        assert plain(source.parse(as_advised(text), "s.yaml")) == {"a": 1, "text": "*Every* word counts", "b": 2}

    def test_a_true_comment_is_no_part_of_the_text(self) -> None:
        for text in ("text: He said: so # not this\n", "text:so # not this\n", "a:\n  - [x] so # not this\n"):
            assert "not this" not in complaint(text)

    @pytest.mark.parametrize("text", ["author :Ada", "author：Ada", "author： Ada", "author:Ada"])
    def test_a_colon_without_a_blank_behind_it(self, text: str) -> None:
        assert plain(source.parse(as_advised(f"a: b\n{text}"), "s.yaml")) == {"a": "b", "author": "Ada"}

    def test_a_box_is_told_once(self) -> None:
        assert facts("a:\n  - [x] Done: really") == ["s.yaml:2:5: a task's box is the beginning of a list in YAML"]

    def test_an_anchor_of_nothing_is_told(self) -> None:
        assert facts("a: &c") == ["s.yaml:1:4: `&c` names a value for other places, and there is none"]


class TestNotes:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (
                "text: Ticket #8 is open, #9 too\n",
                "1:7: the text ends before `#8 is open, #9 too`, which is a comment in YAML; if it is text, write "
                '"Ticket #8 is open, #9 too"',
            ),
            (
                'items:\n- Learn "C" #1\n',
                '2:3: the text ends before `#1`, which is a comment in YAML; if it is text, write "Learn \\"C\\" #1"',
            ),
            (
                "text: one\n  two #three\n",
                '1:7: the text ends before `#three`, which is a comment in YAML; if it is text, write "one two #three"',
            ),
            (
                "limit: #5\n",
                '1:7: there is no value before `#5`, which is a comment in YAML; if it is text, write "#5"',
            ),
        ],
    )
    @pytest.mark.usefixtures("reader")
    def test_a_text_that_a_hash_cuts_is_told_with_what_to_write(self, text: str, told: str) -> None:
        assert [str(note) for note in source.parse(text, "s.yaml").notes] == [f"s.yaml:{told}"]

    def test_a_hash_at_the_end_may_be_text(self) -> None:
        (note,) = source.parse("a: Learn C #\n", "s.yaml").notes
        assert note.message.endswith('if it is text, write "Learn C #"')

    @pytest.mark.parametrize("text", ["a: b # c", "a: 'b' #c", "a: b#c", "#c\na: b", "a: |\n  b #c\n", 'a: "b #c"'])
    def test_a_true_comment_and_quoted_text_are_silent(self, text: str) -> None:
        assert source.parse(text, "s.yaml").notes == ()

    def test_those_of_the_defaults_are_told_too(self) -> None:
        spec, defaults = source.parse("a: b #c", "a.yaml"), source.parse("d: e #f", "d.yaml")
        assert len(source.with_defaults(spec, defaults).notes) == 2


class TestTexts:
    def test_texts_and_keys_are_compared_in_nfc(self) -> None:
        assert plain(source.parse("Cafe\u0301: u\u0308ber", "s.yaml")) == {"Caf\u00e9": "\u00fcber"}
        node = source.override(source.parse("a: b", "s.yaml"), ["a=u\u0308ber"])
        assert plain(node) == {"a": "\u00fcber"}

    def test_a_carriage_return_is_a_line_end(self) -> None:
        assert value_of('"one\\rtwo\\r\\nthree"') == "one\ntwo\nthree"

    @pytest.mark.parametrize("mark", ["\u200b", "\u00a0", "\ufeff"])
    def test_unseen_characters_around_a_key_are_no_part_of_it(self, mark: str) -> None:
        assert plain(source.parse(f"{mark}a{mark}: b", "s.yaml")) == {"a": "b"}
        assert plain(source.parse(f"'{mark}a': b", "s.yaml")) == {f"{mark}a": "b"}


class TestFiles:
    def test_a_file_is_read_with_its_path_in_every_place(self, tmp_path: Path) -> None:
        path = tmp_path / "spec.yaml"
        path.write_bytes(b"\xef\xbb\xbfkind: \xc5\xbe\r\n")
        child = source.read(str(path)).child("kind")
        assert child is not None
        assert (child.value, child.place) == ("ž", Place(str(path), 1, 7))

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"a: b\nname: Andr\xe9\n", "2:11: expected UTF-8 text, found the byte 0xE9"),
            ("# \u017e\nž: \x80".encode()[:-2] + b"\xff", "2:4: expected UTF-8 text, found the byte 0xFF"),
        ],
    )
    def test_another_encoding_is_named_with_byte_and_place(self, tmp_path: Path, data: bytes, message: str) -> None:
        path = tmp_path / "s.yaml"
        path.write_bytes(data)
        assert (
            self.complaint(path)
            == f"{path}:{message}\n  hint: it looks like Latin-1 or Windows-1252: save the file as UTF-8"
        )

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16_is_recognised(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "s.yaml"
        path.write_bytes(("kind: quote_card\ntext: Ein längerer Text\n" * 2).encode(encoding))
        assert self.complaint(path).count("\n") <= 20
        if encoding == "utf-16":
            assert self.complaint(path).endswith("hint: the file is UTF-16: save it as UTF-8")

    def test_a_picture_is_not_text(self, tmp_path: Path) -> None:
        path = tmp_path / "s.yaml"
        path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
        assert self.complaint(path).endswith("hint: the file is not text")

    def test_a_file_of_50_mb_is_refused_before_it_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "s.yaml"
        with path.open("wb") as file:
            file.truncate(50_000_000)
        monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("the file was opened"))
        assert self.complaint(path).startswith(f"{path}: expected at most 1 MB, found 50.0 MB")

    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a file without an end")
    def test_a_device_is_refused(self) -> None:
        assert self.complaint(Path("/dev/zero")).startswith("/dev/zero: expected a regular file, found a device")

    def test_a_missing_file_is_told_with_the_nearest_name(self, tmp_path: Path) -> None:
        (tmp_path / "quote_card.yaml").touch()
        message = self.complaint(tmp_path / "quote_crad.yaml")
        assert message == (
            f"{tmp_path / 'quote_crad.yaml'}: there is no such file\n"
            f"  hint: the nearest name is {tmp_path / 'quote_card.yaml'}"
        )

    def test_a_missing_folder_is_told(self, tmp_path: Path) -> None:
        message = self.complaint(tmp_path / "sepcs" / "a.yaml")
        assert message.endswith(f"hint: there is no folder {tmp_path / 'sepcs'} either")

    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        for name in ("b.yaml", "_defaults.yaml", ".hidden.yaml"):
            (tmp_path / name).touch()
        assert (
            self.complaint(tmp_path) == f"{tmp_path}: expected a file, found a folder\n  hint: specs in it are b.yaml"
        )

    def test_a_file_below_a_file_is_missing(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").touch()
        assert "there is no such file" in self.complaint(tmp_path / "a.yaml" / "b.yaml")

    def test_a_path_with_a_nul_is_no_file_name(self) -> None:
        assert self.complaint(Path("a\0b")) == "'a\\x00b': this is no file name"

    def test_a_file_without_permission_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "s.yaml"
        path.write_text("kind: x")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", refuse)
        assert self.complaint(path) == f"{path}: cannot read: permission denied"

    @staticmethod
    def complaint(path: Path) -> str:
        with pytest.raises(SpecError) as caught:
            files.read(str(path))
        return str(caught.value)


class TestDefaults:
    spec = source.parse("kind: x\nlang: de\n", "a.yaml")
    defaults = source.parse("lang: en\nsizes: [og]\n", "_defaults.yaml")

    def test_keys_that_the_spec_leaves_out_are_filled(self) -> None:
        assert plain(source.with_defaults(self.spec, self.defaults)) == {"kind": "x", "lang": "de", "sizes": ["og"]}

    def test_each_key_keeps_the_place_of_its_own_file(self) -> None:
        both = source.with_defaults(self.spec, self.defaults)
        assert [both.at("lang"), both.at("sizes")] == [Place("a.yaml", 2, 7), Place("_defaults.yaml", 2, 8)]


class TestOverride:
    spec = source.parse("text: old\nitems: [{text: a}, b]\nshow: true\n", "s.yaml")

    @pytest.mark.parametrize(
        ("assignment", "field", "value"),
        [
            ("text=Every *word*", "text", "Every *word*"),
            ("text=*word* first", "text", "*word* first"),
            ("text=a: b # c", "text", "a: b # c"),
            ("text=", "text", ""),
            ("text=x=y", "text", "x=y"),
            (' text = "in quotes"', "text", "in quotes"),
            ("text='it''s'", "text", "it's"),
            ('text="tab\\t"', "text", "tab\t"),
            ('text="a" and "b"', "text", '"a" and "b"'),
            ("text=one\ntwo", "text", "one\ntwo"),
            ("text=12:30", "text", "12:30"),
            ("show=false", "show", False),
            ("year=2024", "year", 2024),
            ("items[0].text=new", "items[0].text", "new"),
            ("items[2]=c", "items[2]", "c"),
            ("person.skin=dark", "person.skin", "dark"),
            ("a.b[0].c=1", "a.b[0].c", 1),
        ],
    )
    def test_a_field_is_set(self, assignment: str, field: str, value: object) -> None:
        node: Node | None = source.override(self.spec, [assignment])
        for step in field.replace("[", ".[").split("."):
            assert node is not None
            node = node.entry(int(step[1:-1])) if step.startswith("[") else node.child(step)
        assert node is not None
        assert node.value == value

    def test_brackets_and_braces_are_yaml(self) -> None:
        changed = source.override(self.spec, ["sizes=[og, wide]", "person={skin: dark}"])
        assert plain(changed) == {
            "text": "old",
            "items": [{"text": "a"}, "b"],
            "show": True,
            "sizes": ["og", "wide"],
            "person": {"skin": "dark"},
        }

    def test_the_rest_stays_and_the_original_too(self) -> None:
        changed = source.override(self.spec, ["items[1]=c"])
        assert plain(changed) == {"text": "old", "items": [{"text": "a"}, "c"], "show": True}
        assert plain(self.spec) == {"text": "old", "items": [{"text": "a"}, "b"], "show": True}

    def test_a_place_counts_from_the_start_of_the_assignment(self) -> None:
        changed = source.override(self.spec, ["text=new", "sizes=[og, x]"])
        assert changed.at("text") == Place("--set text", 1, 6)
        assert changed.at("sizes[1]") == Place("--set sizes", 1, 12)

    def test_a_later_assignment_wins(self) -> None:
        assert source.override(self.spec, ["text=a", "text=b"]).child("text") == Node(
            "b", Place("--set text", 1, 6), Place("--set text", 1, 6), "b"
        )

    @pytest.mark.parametrize(
        ("assignment", "message"),
        [
            ("text", "--set:1:1: expected key=value, found `text`"),
            ("=x", "--set:1:1: expected key=value, found `=x`"),
            ("a[x]=1", "--set:1:1: expected key=value, found `a[x]=1`"),
            ("items[5]=x", "--set items[5]:1:10: items has 2 entries, so [5] is too far"),
            ("text.a=x", "--set text.a:1:8: text is not a mapping, it has no key `a`"),
            ("text[0]=x", "--set text[0]:1:9: text is not a list, it has no entry [0]"),
            ("sizes=[og", "--set sizes:1:7: the list that `[` opens here is not closed, or lacks a comma"),
            ("text=a\ud800b", "--set text:1:6: found U+D800 a control character, which is no text"),
        ],
    )
    def test_a_bad_assignment_is_told(self, assignment: str, message: str) -> None:
        with pytest.raises(SpecError) as caught:
            source.override(self.spec, [assignment])
        assert str(caught.value).splitlines()[0] == message

    def test_all_bad_assignments_are_told_at_once(self) -> None:
        with pytest.raises(SpecError) as caught:
            source.override(self.spec, ["x", "text=fine", "items[9]=y"])
        assert len(caught.value.problems) == 2


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="a system that names what is open")
def test_a_spec_can_come_through_a_stream_that_is_open() -> None:
    end, beginning = os.pipe()
    os.write(beginning, b"kind: x\n")
    os.close(beginning)
    try:
        assert plain(source.read(f"/dev/fd/{end}")) == {"kind": "x"}
    finally:
        os.close(end)


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(SpecError, match=r"(?s)there is no such file.*it is a link to nowhere\.yaml"):
        source.read(str(tmp_path / "link.yaml"))


_WORDS = st.text("aZ0 *'.,!?-:#é\n", max_size=60)
_SCALARS = _WORDS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False)


@given(
    st.dictionaries(
        st.sampled_from(["text", "y", "no", "size", "title", "a_b", "null"]),
        _SCALARS | st.lists(_SCALARS | st.lists(_SCALARS)) | st.dictionaries(_WORDS, _SCALARS),
    )
)
def test_a_key_is_written_the_same_whatever_stands_around_it(keys: dict[str, object]) -> None:
    from pipeline.source import writing

    for _ in range(2):  # the second time lines are held
        assert writing.write(keys) == writing._written(keys)
