"""Tests of pipeline.schema: what a model accepts, and the wording of every refusal."""

from typing import Annotated, Any, Literal

import pytest

from pipeline import source
from pipeline.color import Color
from pipeline.errors import Problem, SpecError
from pipeline.schema import Part, Spec, build, key
from pipeline.schema.editors import json_schema


class Lesson(Part):
    text: Annotated[str, key("What it says.", min_length=1, max_length=12)]
    state: Annotated[Literal["todo", "done"], key("How far it is.")] = "todo"


class Span(Part):
    first: Annotated[int, key("The first year.")] = 0
    last: Annotated[int, key("The last year.")] = 0

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise SpecError(
                Problem(f"expected {self.first} or later, found {self.last}", field="last", hint="swap them")
            )


class SampleCard(Spec):
    text: Annotated[str, key("What it says, in a sentence.", min_length=1, max_length=40)]
    author: Annotated[str, key("One name here; `authors` takes a list.")] = ""
    authors: Annotated[tuple[str, ...], key("Several names.", max_length=3)] = ()
    year: Annotated[int, key("When.", ge=1900, le=2100)] | None = None
    share: Annotated[float, key("How much.", ge=0)] = 0.0
    share_2: Annotated[float, key("How much, at most.", le=1)] = 0.0
    shown: Annotated[bool, key("Whether it is shown.")] = True
    lessons: Annotated[tuple[str | Lesson, ...], key("Texts, or mappings with a state.", min_length=1)] = ("one",)
    labels: Annotated[dict[str, float], key("A number for each label.", max_length=2)] = {}  # noqa: RUF012  # msgspec copies it
    accent: Annotated[Color | None, key("The colour of the rule.")] = None
    columns: Annotated[Literal["auto"] | int, key("How many columns.")] = "auto"
    corner: Annotated[tuple[int, int], key("Two numbers.")] = (0, 0)
    span: Annotated[Span, key("First and last year.")] = Span()
    weight: Annotated[Literal[300, 400, "bold"], key("How heavy.")] = 400
    note: Annotated[str | None, key("A note.")] = None


def read(lines: str) -> SampleCard:
    return build(source.parse(f"kind: sample_card\ntext: hello\n{lines}", "s.yaml"), SampleCard)


def problems(text: str) -> list[tuple[str, str]]:
    """Fact and hint of each mistake in a spec."""
    with pytest.raises(SpecError) as caught:
        build(source.parse(text, "s.yaml"), SampleCard)
    return [
        (f"{problem.place}: {problem.message}".removeprefix("s.yaml:"), problem.hint)
        for problem in caught.value.problems
    ]


def mistake(line: str) -> tuple[str, str]:
    """Fact and hint of the one mistake in the third line of a spec."""
    told = problems(f"kind: sample_card\ntext: hello\n{line}")
    assert len(told) == 1
    fact, hint = told[0]
    assert fact.startswith("3:")
    return fact[2:], hint


class TestAccepted:
    def test_keys_that_are_left_out_have_their_defaults(self) -> None:
        assert read("") == SampleCard(kind="sample_card", text="hello")

    @pytest.mark.parametrize(
        ("line", "name", "value"),
        [
            ("author: 2024", "author", "2024"),
            ("author: 1.50", "author", "1.50"),
            ("author: 0x1F", "author", "0x1F"),
            ("author: true", "author", "true"),
            ("author: No", "author", "No"),
            ("author: 2024-01-01", "author", "2024-01-01"),
            ("author: .inf", "author", ".inf"),
            ("authors: Ada", "authors", ("Ada",)),
            ("authors: 7", "authors", ("7",)),
            ("authors: [Ada, 7]", "authors", ("Ada", "7")),
            ("authors: []", "authors", ()),
            ("year: 1999", "year", 1999),
            ("year: ~", "year", None),
            ("year:", "year", None),
            ("share: 3", "share", 3.0),
            ("share: 1e-3", "share", 0.001),
            ("shown: false", "shown", False),
            ("lessons: [a, {text: b, state: done}]", "lessons", ("a", Lesson(text="b", state="done"))),
            ("lessons: [3]", "lessons", ("3",)),
            ("labels: {a: 1, b: 2.5}", "labels", {"a": 1.0, "b": 2.5}),
            ("accent: '#0D5A66'", "accent", Color(13, 90, 102)),
            ("accent: null", "accent", None),
            ("columns: auto", "columns", "auto"),
            ("columns: 3", "columns", 3),
            ("corner: [1, 2]", "corner", (1, 2)),
            ("span: {first: 1, last: 2}", "span", Span(first=1, last=2)),
            ("weight: 300", "weight", 300),
            ("weight: bold", "weight", "bold"),
            ("note: ~", "note", None),
            ("note: 5", "note", "5"),
            ("sizes: wide", "sizes", ("wide",)),
            ("lang: zh-Hant-TW", "lang", "zh-Hant-TW"),
            ("direction: rtl", "direction", "rtl"),
        ],
    )
    def test_a_value_becomes_what_the_model_says(self, line: str, name: str, value: object) -> None:
        built = getattr(read(line), name)
        assert built == value
        assert type(built) is type(value)

    def test_a_spec_is_frozen_and_hashable(self) -> None:
        spec = read("authors: [a]")
        with pytest.raises(AttributeError):
            spec.text = "changed"  # type: ignore[misc]
        assert hash(Lesson(text="a")) == hash(Lesson(text="a"))


class TestUnknownAndMissingKeys:
    def test_an_unknown_key_is_told_with_the_nearest_and_all_keys(self) -> None:
        assert mistake("acccent: x") == (
            "1: unknown key `acccent` in sample_card",
            "the nearest key is `accent`; allowed keys are accent, accept, alt, author, authors, budget, columns, "
            "corner, direction, embed, footer, formats, kind, labels, lang, lessons, note, open, optimize, quality, "
            "share, share_2, shown, sizes, source, span, svg_dark, svg_text, text, themes, title, weight, year",
        )

    def test_an_unknown_key_like_no_other_has_no_nearest(self) -> None:
        assert mistake("zzz: x")[1].startswith("allowed keys are ")

    def test_an_unknown_key_inside_is_told_with_its_field(self) -> None:
        assert mistake("lessons: [a, {text: b, stat: done}]") == (
            "24: unknown key `stat` in lessons[1]",
            "the nearest key is `state`; allowed keys are state, text",
        )

    def test_a_missing_key_is_told_with_what_it_means(self) -> None:
        assert problems("kind: sample_card") == [
            ("1:1: missing key `text` in sample_card", "What it says, in a sentence.")
        ]

    def test_a_misspelt_key_is_not_told_as_missing_too(self) -> None:
        assert [fact for fact, _ in problems("kind: x\ntxet: hello")] == ["2:1: unknown key `txet` in sample_card"]

    @pytest.mark.parametrize(
        ("entry", "text"),
        [("{text: ask, then go, state: done}", "ask, then go"), ("{text: ask, look, then go}", "ask, look, then go")],
    )
    def test_a_text_that_a_comma_cut_in_braces_is_told_with_what_to_write(self, entry: str, text: str) -> None:
        told = problems(f"kind: x\ntext: a\nlessons:\n  - {entry}")
        assert {hint.partition("; ")[0] for _, hint in told} == {f'if a comma cut the text before it, write "{text}"'}

    def test_a_key_without_a_value_on_a_line_of_its_own_cuts_nothing(self) -> None:
        ((_, hint),) = problems("kind: x\ntext: a\nlessons:\n  - text: a\n    go away:\n")
        assert hint.startswith("allowed keys are")

    def test_a_missing_key_inside_has_the_place_of_its_mapping(self) -> None:
        assert mistake("lessons: [{state: done}]") == ("11: missing key `text` in lessons[0]", "What it says.")


NOTHING = "write a value, or remove the key"


class TestWrongValues:
    @pytest.mark.parametrize(
        ("line", "fact", "hint"),
        [
            ("author: [a]", "9: author: expected text, found a list", "One name here; `authors` takes a list."),
            ("author: {a: b}", "9: author: expected text, found a mapping", "One name here; `authors` takes a list."),
            ("author:", "8: author: expected text, found nothing", NOTHING),
            (
                "author: #hash",
                "8: author: expected text, found nothing",
                'put it in quotation marks, because `#` begins a comment: "#hash"',
            ),
            ("authors: [A: b]", "11: a text with `: ` in it needs quotation marks", 'write "A: b"'),
            ("author: ~", "9: author: expected text, found nothing", 'put it in quotes if the word is meant: "~"'),
            ("authors: {a: b}", "10: authors: expected a list, found a mapping", "Several names."),
            ("authors: [a, [b]]", "14: authors[1]: expected text, found a list", ""),
            ("authors: [a, b, c, d]", "10: authors: expected at most 3 entries, found 4", "Several names."),
            ("lessons: []", "10: lessons: expected at least 1 entry, found none", "Texts, or mappings with a state."),
            (
                "lessons: a",
                "10: lessons: expected a list, found `a`",
                'write ["a"], or each entry on a line of its own that begins with `- `',
            ),
            (
                "lessons: [~]",
                "11: lessons[0]: expected text or a mapping, found nothing",
                'put it in quotes if the word is meant: "~"',
            ),
            ("lessons: [[a]]", "11: lessons[0]: expected text or a mapping, found a list", ""),
            ("lessons: [{text: ''}]", "18: lessons[0].text: expected text, found none", "What it says."),
            ("lessons: [{text: '  '}]", "18: lessons[0].text: expected text, found none", "What it says."),
            (
                "lessons: [{text: abcdefghijklm}]",
                "18: lessons[0].text: expected at most 12 characters, found 13",
                "What it says.",
            ),
            (
                "lessons: [{text: a, state: dnoe}]",
                "28: lessons[0].state: expected one of done, todo, found `dnoe`",
                "the nearest is `done`",
            ),
            (
                "lessons: [{text: a, state: [todo]}]",
                "28: lessons[0].state: expected one of done, todo, found a list",
                "How far it is.",
            ),
            ("year: 20226", "7: year: expected 1900 to 2100, found 20226", "When."),
            ("year: '1999'", "7: year: expected a whole number, found `1999`", "remove the quotation marks"),
            ("year: 3.0", "7: year: expected a whole number, found `3.0`", "When."),
            ("year: true", "7: year: expected a whole number, found `true`", "When."),
            ("share: -1", "8: share: expected at least 0, found -1", "How much."),
            ("share_2: 1.5", "10: share_2: expected at most 1, found 1.5", "How much, at most."),
            ("share: .nan", "8: share: expected a number, found `.nan`", "How much."),
            ("share: .inf", "8: share: expected a number, found `.inf`", "How much."),
            ("share: 1,5", "8: share: expected a number, found `1,5`", "How much."),
            ("shown: yes", "8: shown: expected true or false, found `yes`", "write true"),
            ("shown: Off", "8: shown: expected true or false, found `Off`", "write false"),
            ("shown: 1", "8: shown: expected true or false, found `1`", "Whether it is shown."),
            ("labels: [a]", "9: labels: expected a mapping, found a list", "A number for each label."),
            ("labels: {a: x}", "13: labels.a: expected a number, found `x`", ""),
            ("labels: {a: 1, b: 1, c: 1}", "9: labels: expected at most 2 keys, found 3", "A number for each label."),
            ("accent: red", "9: accent: expected a colour such as #0D5A66, found `red`", "The colour of the rule."),
            ("accent: '#12'", "9: accent: expected a colour such as #0D5A66, found `#12`", "The colour of the rule."),
            (
                "accent: #0D5A66",
                "8: accent: expected a colour such as #0D5A66, found nothing",
                'put it in quotation marks, because `#` begins a comment: "#0D5A66"',
            ),
            ("columns: many", "10: columns: expected auto or a whole number, found `many`", "How many columns."),
            ("columns: 2.5", "10: columns: expected auto or a whole number, found `2.5`", "How many columns."),
            ("corner: [1]", "9: corner: expected 2 entries, found 1", "Two numbers."),
            ("corner: [1, x]", "13: corner[1]: expected a whole number, found `x`", ""),
            ("span: 3", "7: span: expected a mapping, found `3`", "its keys are first, last"),
            ("span: {first: 9, last: 2}", "24: span.last: expected 9 or later, found 2", "swap them"),
            ("weight: 350", "9: weight: expected one of 300, 400, bold, found `350`", "the nearest is `300`"),
            ("note: [a]", "7: note: expected text, found a list", "A note."),
            (
                "themes: [paper, ink, paper]",
                "22: themes[2]: expected each entry once, found `paper` again",
                "remove one of the two",
            ),
            (
                "lang: x_",
                "7: lang: expected a language tag such as en, pt-BR or zh-Hant, found `x_`",
                "The language of the texts.",
            ),
            ("direction: rlt", "12: direction: expected one of auto, ltr, rtl, found `rlt`", "the nearest is `rtl`"),
        ],
    )
    def test_a_wrong_value_is_told_with_its_place_and_a_way_out(self, line: str, fact: str, hint: str) -> None:
        assert mistake(line) == (fact, hint)

    def test_a_long_value_is_shortened_in_the_message(self) -> None:
        fact, _ = mistake("shown: '" + "word " * 100 + "'")
        assert fact == "8: shown: expected true or false, found `word word word word word word word word…`"

    def test_every_mistake_is_told_at_once_in_the_order_of_the_file(self) -> None:
        text = "zzz: 1\nlessons:\n- {text: '', state: x}\n- [a]\n- b\nyear: 1\nauthors: [a, b, c, [d]]\n"
        assert [fact.split(": ")[0] for fact, _ in problems(text)] == [
            "1:1",
            "1:1",
            "1:1",
            "3:10",
            "3:21",
            "4:3",
            "6:7",
            "7:10",
            "7:20",
        ]

    def test_a_mistake_in_the_defaults_has_its_place_there(self) -> None:
        spec = source.parse("kind: sample_card\ntext: hello\n", "a.yaml")
        both = source.with_defaults(spec, source.parse("lang: 3\n", "_defaults.yaml"))
        with pytest.raises(SpecError, match=r"^_defaults\.yaml:1:7: lang: expected"):
            build(both, SampleCard)


class TestModels:
    def test_every_key_that_kinds_share_says_what_it_means(self) -> None:
        described = json_schema(SampleCard)["$defs"]["SampleCard"]["properties"]
        assert [name for name, rules in described.items() if not rules.get("description")] == []

    def test_a_model_of_what_yaml_cannot_say_is_our_bug(self) -> None:
        class Odd(Part):
            when: bytes

        with pytest.raises(TypeError, match="when: a model cannot hold"):
            build(source.parse("when: x", "s.yaml"), Odd)


class TestJsonSchema:
    schema: dict[str, Any] = json_schema(SampleCard)["$defs"]

    def rules(self, name: str) -> Any:
        return self.schema["SampleCard"]["properties"][name]

    def test_it_names_the_kind_and_forbids_unknown_keys(self) -> None:
        assert self.rules("kind")["const"] == "sample_card"
        assert self.schema["SampleCard"]["additionalProperties"] is False
        assert self.schema["SampleCard"]["required"] == ["kind", "text"]

    def test_text_may_be_written_as_a_number(self) -> None:
        assert self.rules("author")["type"] == ["string", "number", "boolean"]

    def test_a_list_of_texts_may_be_written_as_one_text(self) -> None:
        assert [choice["type"] for choice in self.rules("sizes")["anyOf"]] == ["array", ["string", "number", "boolean"]]

    def test_limits_and_meaning_are_told(self) -> None:
        assert self.rules("year")["anyOf"][0] == {"type": "integer", "minimum": 1900, "maximum": 2100}
        assert self.rules("year")["description"] == "When."

    def test_a_colour_is_a_text_of_hexadecimal_digits(self) -> None:
        assert self.schema["Color"]["type"] == "string"
        assert self.schema["Color"]["pattern"].startswith("^#")
