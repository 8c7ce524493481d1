"""Tests of the e-mail on the screen: what long subjects, senders and bodies do, avatars, and what is refused."""

from __future__ import annotations

import pytest

from pipeline.errors import FitError, SpecError
from pipeline.geometry import Rect
from pipeline.kinds.application_email.parts.laptop import SCREEN_HEIGHT, SCREEN_WIDTH
from pipeline.scene import Group, Picture, Scene
from tests import faces
from tests.kinds.application_email.scenes import ARABIC, SPEC, lines, plates, runs, scene
from tests.visuals import forgotten

ARABIC_SENTENCE = "لقد استمتعنا بلقائك كثيرا ونشكرك على وقتك الثمين معنا. "
SENTENCE = "We read your application with interest, and would like to thank you."


class TestSubject:
    @pytest.mark.parametrize(
        ("subject", "size"),
        [
            ("Thanks!", 37),
            ("Your application: an update for you", 37),
            ("An update on your application as a nurse", 33),
            ("An update on your application for Senior Designer", 26),
            ("Your application for Senior Product Designer in Rotterdam", 23.5),
        ],
    )
    def test_a_longer_one_is_set_smaller_and_never_on_three_lines(self, subject: str, size: float) -> None:
        found = runs(scene(f"email.subject={subject}"), "email.subject")
        assert {run.size for run in found} == {size}
        assert len({run.origin.y for run in found}) <= 2

    def test_it_stands_in_the_middle_of_its_place(self) -> None:
        [one] = {run.origin.y for run in runs(scene("email.subject=Thanks!"), "email.subject")}
        assert one == 133
        two = sorted({run.origin.y for run in runs(scene(), "email.subject")})
        assert two == [113, 154]

    def test_one_that_needs_three_lines_is_refused(self) -> None:
        with pytest.raises(FitError) as caught:
            scene("email.subject=" + "An update on your application " * 3)
        [problem] = caught.value.problems
        assert problem.field == "email.subject"
        assert "do not fit two lines of the screen" in problem.message

    def test_line_breaks_are_kept(self) -> None:
        assert lines(scene('email.subject="A\\nB"'), "email.subject") == ["A", "B"]


class TestSender:
    def test_a_long_one_is_cut_with_an_ellipsis_before_x_300(self) -> None:
        found = runs(scene("email.from=The International Federation of Long Names"), "email.from")
        sender = [run for run in found if run.origin.y == 41]
        assert sender[-1].text.endswith("…")
        assert sender[-1].origin.x + sender[-1].advance <= 300

    def test_a_long_time_leaves_it_less(self) -> None:
        found = scene("email.from=The International Federation", "email.time=Yesterday, 12:30")
        [time] = runs(found, "email.time")
        sender = [run for run in runs(found, "email.from") if run.origin.y == 41]
        assert sender[-1].origin.x + sender[-1].advance <= time.origin.x - 16 + 0.01

    @pytest.mark.parametrize(("lang", "shown"), [("en", "to Maya"), ("de-AT", "an Maya"), ("fr", "à Maya")])
    def test_the_recipient_is_introduced_in_the_language_of_the_spec(self, lang: str, shown: str) -> None:
        assert lines(scene(f"lang={lang}"), "email.to") == [shown]

    def test_an_authors_own_words_stand_in_any_language(self) -> None:
        found = scene('labels={to: "{name}a", next: "Sonra:"}', "lang=tr", "note={lines: [Cuma]}")
        assert lines(found, "email.to") == ["Mayaa"]
        assert lines(found, "note.title") == ["Sonra:"]

    @pytest.mark.parametrize("words", ["{who}", "{", "{name:>9}"])
    def test_words_with_other_braces_are_refused(self, words: str) -> None:
        with pytest.raises(SpecError, match=r"labels\.to: expected text with `\{name\}`, found"):
            scene(f'labels={{to: "{words}"}}')


class TestBody:
    def test_three_lines_are_set_large_and_a_fourth_smaller(self) -> None:
        assert {run.size for run in runs(scene(), "email.body")} == {17}
        longer = f"email.body={SENTENCE} {SENTENCE} {SENTENCE}"
        found = runs(scene(longer), "email.body")
        assert {run.size for run in found} == {15.5}
        assert max(run.origin.y for run in found) <= 257

    def test_only_whole_sentences_are_shown(self) -> None:
        shown = " ".join(lines(scene("email.body=" + f"{SENTENCE} " * 30), "email.body"))
        assert shown
        assert shown.replace(SENTENCE, "").strip() == ""

    def test_sentences_without_room_are_left_out_and_told(self) -> None:
        found = scene("email.body=" + f"{SENTENCE} " * 3 + "We wish you well.")
        [left_out] = found.left_out
        assert left_out.fields == ("email.body[3]",)
        assert forgotten(found) == []
        assert found.description.count("We wish you well.") == 1

    def test_spaces_that_break_no_line_stay(self) -> None:
        body = "Le loyer proposé pour cet atelier est de 25\u00a0000\u00a0€ par an dès le mois de mars."
        found = lines(scene("email.body=" + body, "email.from=A\u00a0B", "lang=fr"), "email.body")
        assert "25\u00a0000\u00a0€" in " ".join(found)

    def test_a_first_sentence_that_is_too_long_is_refused(self) -> None:
        with pytest.raises(FitError) as caught:
            scene("email.body=" + "word " * 80)
        assert caught.value.problems[0].field == "email.body"

    def test_without_a_body_the_subject_moves_down_and_there_is_no_rule(self) -> None:
        found = scene("email.body=")
        assert min(run.origin.y for run in runs(found, "email.subject")) > 113
        rule = Rect(26, 173, 348, 1.5)
        assert not any(getattr(item, "rect", None) == rule for item in _screen(found).items)
        assert any(getattr(item, "rect", None) == rule for item in _screen(scene()).items)


class TestAvatar:
    def test_it_is_the_senders_first_letter_or_those_of_the_spec(self) -> None:
        assert plates(scene())[0].runs[0].text == "A"
        assert plates(scene("email.avatar=md"))[0].runs[0].text == "MD"

    def test_its_letters_stand_in_the_middle_of_the_disc(self) -> None:
        for avatar in ("A", "MD"):
            run = plates(scene(f"email.avatar={avatar}"))[0].runs[0]
            assert run.origin.x + run.advance / 2 == pytest.approx(44, abs=0.01)

    def test_a_picture_fills_the_disc(self) -> None:
        [picture] = [item for item in _screen(scene("email.avatar=ada.png")).items if isinstance(item, Picture)]
        assert picture == Picture(Rect(26, 26, 36, 36), str(SPEC.with_name("ada.png")), 18, role="email.avatar")


class TestSigns:
    @pytest.mark.parametrize(("month", "size"), [("May", 20), ("September", 20), ("Septiembre 26", 18)])
    def test_a_long_month_is_set_smaller(self, month: str, size: float) -> None:
        assert [run.size for run in runs(scene(f"calendar.month={month}"), "calendar.month")] == [size]

    def test_a_long_line_of_the_note_is_set_smaller_and_at_last_refused(self) -> None:
        assert runs(scene("note.lines=[Thursday, at 10:00 h]"), "note.lines[1]")[0].size == 17.5
        assert runs(scene("note.lines=[Wednesday!!]"), "note.lines[0]")[0].size < 17.5
        with pytest.raises(FitError) as caught:
            scene("note.lines=[Thursday the 19th of March]")
        [problem] = caught.value.problems
        assert problem.field == "note.lines[0]"
        assert problem.hint.startswith("shorten it to about 1")

    def test_latin_words_read_from_left_to_right_on_a_mirrored_note(self) -> None:
        found = scene("direction=rtl", "email.from=" + "Alder Studio " * 8)
        assert "".join(lines(found, "note.title")) == "Next:"
        assert "".join(lines(found, "email.from")).endswith("…")
        [title], [thursday] = runs(found, "note.title"), runs(found, "note.lines[0]")
        assert title.origin.x + title.advance == pytest.approx(thursday.origin.x + thursday.advance, abs=0.01)

    def test_two_lines_without_a_title_begin_at_the_top(self) -> None:
        found = scene('note={title: "", lines: [Thursday, "10:00"]}')
        assert [run.origin.y for run in runs(found, "note.lines[0]")] == [32]


@pytest.mark.parametrize(
    "changes",
    [(), ARABIC, (*ARABIC, f"email.body={ARABIC_SENTENCE * 4}"), (f"email.body={SENTENCE} {SENTENCE} {SENTENCE}",)],
)
def test_all_texts_lie_within_the_glass_and_apart(
    changes: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("fonts")
    faces.with_dejavu(folder)
    glass = Rect(0, 0, SCREEN_WIDTH, SCREEN_HEIGHT).inset(6)
    boxes = [box for _, box in plates(scene(*changes, fonts=str(folder)))[0].inked]
    assert all(glass.union(box) == glass for box in boxes)
    overlapping = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.inset(0.5).intersection(b.inset(0.5))]
    assert overlapping == []


def _screen(found: Scene) -> Group:
    matrix = plates(found)[0].matrix
    return [item for item in found.items if isinstance(item, Group) and item.transform == matrix][-1]
