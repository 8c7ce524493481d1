"""Tests of what scripts ask of lines: whole words and clusters, blanks that break nothing, marks that close up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.prose import joined, one_line
from pipeline.typography import MOST_CLUSTERS, Typesetter, clusters
from pipeline.typography.breaking import opportunities
from tests import faces
from tests.visuals import page, runs, visual

KOREAN = "면접 피드백이 나에게 가르쳐 준 것은 자신감이었다"
KHMER = "រាល់ការបដិសេធគឺជាការប្តូរទិសទៅរកអ្វីដែលល្អជាងហើយយើងគួររៀនពីកំហុសរបស់ខ្លួនឯងជានិច្ច។"
LAO = "ທຸກການປະຕິເສດແມ່ນການປ່ຽນເສັ້ນທາງໄປສູ່ສິ່ງທີ່ດີກວ່າແລະພວກເຮົາຄວນຮຽນຮູ້ຈາກຄວາມຜິດພາດຂອງຕົນເອງ"
BURMESE = "ငြင်းပယ်ခြင်းတိုင်းသည်ပိုကောင်းသောအရာတစ်ခုသို့ပြောင်းလဲခြင်းဖြစ်သည်။"
SCRIPTS = {"km": KHMER, "lo": LAO, "my": BURMESE}
NEVER_FIRST = re.compile("[\u0eb0-\u0ebd\u0ec6-\u0ece\u102b-\u103e\u17b4-\u17d3\u17dd\u17d4\u104b]")


def parted(text: str, lang: str) -> list[str]:
    stops = [each.before for each in opportunities(text, lang)]
    return [text[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


def lines_of(keys: dict[str, str], size: str, fonts: Path, role: str = "text") -> list[str]:
    """The lines of a text as it is read."""
    found: dict[float, list[str]] = {}
    faces.with_squares(fonts, "".join(keys.values()) + "“”")
    for run in sorted(runs(page(visual(keys), size, fonts=str(fonts)), role), key=lambda run: run.origin.x):
        found.setdefault(run.origin.y, []).append(run.text)
    return ["".join(found[y]).strip() for y in sorted(found)]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_korean_parts_between_words(lang: str) -> None:
    assert [word.strip() for word in parted(KOREAN, lang)] == KOREAN.split()


@pytest.mark.parametrize("word", ["데이터(2024)를", "“나에게”", "SQL과", "3년차"])
def test_nothing_that_belongs_to_a_korean_word_is_parted_from_it(word: str) -> None:
    assert parted(f"{word} 하나", "ko") == [f"{word} ", "하나"]


def test_a_korean_word_alone_may_part_as_unicode_has_it() -> None:
    assert parted("나에게", "en") == ["나", "에", "게"]
    assert parted("나에게", "ko") == ["나에게"]


@pytest.mark.parametrize("size", ["square", "og", "portrait"])
def test_the_lines_of_a_korean_quote_are_its_text(size: str, tmp_path: Path) -> None:
    assert (
        " ".join(lines_of({"kind": "quote_card", "lang": "ko", "text": KOREAN}, size, tmp_path)).strip("“”") == KOREAN
    )


def test_a_korean_word_wider_than_its_line_may_be_parted(tmp_path: Path) -> None:
    own = faces.with_squares(tmp_path, "가")
    lines = [line.text for line in Typesetter(own, "ko").set(faces.spans("가" * 9), 160).lines]
    assert lines == ["가" * 4, "가" * 4, "가"]


@pytest.mark.parametrize("lang", SCRIPTS)
def test_no_cluster_is_parted(lang: str) -> None:
    pieces = parted(SCRIPTS[lang], lang)
    assert len(pieces) > 2 * MOST_CLUSTERS
    assert not any(NEVER_FIRST.match(piece) for piece in pieces)
    assert not any(piece[-1] in "\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u17d2\u1039" for piece in pieces)


@pytest.mark.parametrize("lang", SCRIPTS)
def test_where_zero_width_spaces_are_given_lines_end_at_those(lang: str) -> None:
    text = SCRIPTS[lang]
    half = clusters(text)[4]
    assert parted(f"{text[:half]}\u200b{text[half:]}", lang) == [f"{text[:half]}\u200b", text[half:]]


@pytest.mark.parametrize("lang", SCRIPTS)
@pytest.mark.parametrize("size", ["square", "portrait"])
def test_a_quote_of_such_a_script_is_large_and_its_author_told(lang: str, size: str, tmp_path: Path) -> None:
    keys = {"kind": "quote_card", "lang": lang, "text": SCRIPTS[lang]}
    faces.squares(tmp_path / "narrow.ttf", "Narrow", SCRIPTS[lang], advance=330)
    made = visual(keys)
    assert min(run.size for run in runs(page(made, size, fonts=str(tmp_path)), "text")) >= 60
    (note,) = (note for note in made.notes if note.about == "breaks")
    assert note.message.endswith("write U+200B between words")
    assert note.place == made.node.at("text")


@pytest.mark.parametrize(
    "text", [KHMER[:5], "ไม่มีช่องว่างระหว่างคำในภาษาไทย", "日本語には空白がない", f"{LAO[:30]}\u200b{LAO[30:]}"]
)
def test_others_are_told_nothing(text: str) -> None:
    made = visual({"kind": "quote_card", "lang": "km", "text": text})
    assert not [note for note in made.notes if note.about == "breaks"]


@pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2007", "\u2060"])
def test_glue_stays_in_every_kind_of_source(glue: str) -> None:
    text = f"25{glue}000 km  x"
    assert one_line(text) == f"25{glue}000 km x"
    board = {
        "kind": "applications_dashboard",
        "as_of": "2026-06-30",
        "panels": ["next_steps"],
        "applications": [
            {
                "company": f"A{glue}B",
                "role": "Chef",
                "stage": "Applied",
                "applied": "2026-06-01",
                "next_step": f"Say 25{glue}000",
                "next_date": "2026-07-02",
            }
        ],
    }
    words = " ".join(run.text for run in runs(page(board)))
    assert f"25{glue}000" in words
    assert f"A{glue}B" in words


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("雪。」", [0]),
        ("雪」「雨", [0]),
        ("雪、「雨」", [0]),
        ("「『雪", [0]),
        ("雪。。雨", [0]),
        ("雪。雨", []),
        ("雪「雨", []),
    ],
)
def test_full_width_marks_beside_each_other_close_up(text: str, halved: list[int], tmp_path: Path) -> None:
    own = faces.with_squares(tmp_path, text)
    marks = [at for at, character in enumerate(text) if not character.isalpha()]
    (run,) = Typesetter(own, "ja").set(faces.spans(text, 100)).lines[0].runs
    ends = [glyph.x for glyph in run.glyphs[1:]] + [run.advance]
    wide = [end - glyph.x for end, glyph in zip(ends, run.glyphs, strict=True)]
    assert [round(wide[at]) for at in marks] == [50 if at in halved else 100 for at in range(len(marks))]


def test_a_chinese_title_is_no_smaller_than_a_longer_one(tmp_path: Path) -> None:
    sizes = []
    for title in ("面试反馈教会我的事", "面试反馈教会我和我的同事们的事"):
        faces.with_squares(tmp_path, "面试反馈教会我和我的同事们的事")
        keys = {"kind": "feedback_checklist", "lang": "zh-Hans", "title": title, "items": ["我"], "summary": "none"}
        sizes.append(runs(page(keys, fonts=str(tmp_path)), "title")[0].size)
    assert sizes[0] >= sizes[1] >= 44


def test_a_cut_chinese_text_ends_in_an_ellipsis_and_holds_no_blanks(tmp_path: Path) -> None:
    faces.with_squares(tmp_path, "先说取舍再工具，。还有项1另")
    items = [{"text": "先说取舍，再说工具。" * 30} for _ in range(24)]
    keys = {"kind": "feedback_checklist", "lang": "zh-Hans", "title": "先说", "summary": "none", "items": items}
    found = [run.text for run in runs(page({**keys, "columns": 2}, fonts=str(tmp_path)), "items.text")]
    assert any(text.endswith("…") for text in found)
    assert not any(" " in text for text in found)


def test_sentences_of_full_width_stops_have_no_blank_between_them() -> None:
    assert joined(["雪です。", "", "雨！", "So.", "Yes."]) == "雪です。雨！So. Yes."
