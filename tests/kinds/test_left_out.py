"""What a picture leaves out is known: its scene or one of its texts says so."""

from __future__ import annotations

from pipeline import accounting, legibility, sizes
from pipeline.content import Leaf
from pipeline.scene import LeftOut, Scene
from tests import dashboards
from tests.charted import chart, scene
from tests.dashboards import application, board
from tests.visuals import page, texts

ROWS = [float(n + 1) for n in range(60)]
LABELS = [f"Label {n}" for n in range(60)]


def left_out(found: Scene) -> tuple[str, ...]:
    return legibility.measure(found, sizes.parse("og").safe).left_out


NAMES = ["Ash", "Beech", "Cedar", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple", "Nettle", "Oak"]


def test_a_chart_names_what_it_adds_up_unless_its_author_says_that_it_adds_up() -> None:
    keys = chart("bar", NAMES, {"Count": [float(n + 1) for n in range(13)]}, limit=5)
    (rest,) = left_out(scene(keys))
    assert rest == "added together as “Other (9)”; write `adds: false` if they must not be"
    assert left_out(scene({**keys, "adds": True})) == ()
    assert left_out(scene({**keys, "limit": 60})) == ()


def test_a_chart_counts_what_it_does_not_show() -> None:
    found = scene(chart("heatmap", LABELS, {"One": list(ROWS), "Two": list(ROWS)}))
    assert len(found.left_out[0].fields) > 30
    assert left_out(found) == ("no room for these labels",)


def test_a_line_chart_tells_which_of_its_lines_have_no_name() -> None:
    series: dict[str, list[float | None]] = {f"Series {n}": [n, n + 1.0, n + 2.0] for n in range(20)}
    found = scene(chart("line", ["a", "b", "c"], series))
    assert [len(each.fields) for each in found.left_out] == [14]


def dashboard(**keys: object) -> tuple[str, ...]:
    """What a dashboard of thirty open applications leaves out."""
    return left_out(dashboards.scene(board([application(days_ago=n) for n in range(30)], **keys)))


def test_a_dashboard_counts_the_next_steps_that_have_no_room() -> None:
    assert dashboard() == ("“5 of 30 open”",)
    assert dashboard(panels=("pipeline", "weeks")) == ()


def test_a_dashboard_counts_the_cards_that_have_no_room() -> None:
    rest, *_ = dashboard(panels=("kanban",))
    assert rest.startswith("“and ")
    assert rest.endswith(" more”")


def checklist(items: str, size: str = "og") -> Scene:
    head = "kind: feedback_checklist\ntitle: Long\ngroups:\n  - title: One\n    quote: Well told.\n    items:\n"
    return page(head + items, size)


def test_a_checklist_names_the_items_that_have_no_room() -> None:
    found = checklist("".join(f"      - Item {n}, in a few words\n" for n in range(80)))
    leaves = {f"groups[0].items[{n}].text": Leaf(f"Item {n}", f"groups[0].items[{n}].text") for n in range(80)}
    last = found.left_out[-1]
    assert texts(found, "rest") == [f"and {len(last.fields)} more"]
    said = accounting.told(leaves, last)
    first = 80 - len(last.fields)
    assert said.startswith(f"“Item {first}”, “Item {first + 1}”, ")
    assert said.endswith(f" and {len(last.fields) - 8} more: no room for these items")


def test_a_checklist_names_quotes_and_notes_that_have_no_room() -> None:
    items = "".join(f"      - {{text: Item {n}, note: A note about it.}}\n" for n in range(14))
    found = left_out(checklist(items))
    assert found == ("no room for these quotes", "no room for these notes")
    assert left_out(checklist(items[: items.index("      - {text: Item 3")], "portrait")) == ()


def test_what_is_left_out_several_times_is_named_once() -> None:
    texts = ["ene 2026"] * 5 + [f"Step {n}" for n in range(9)]
    leaves = {f"a[{at}]": Leaf(text, f"a[{at}]") for at, text in enumerate(texts)}
    told = accounting.told(leaves, LeftOut(tuple(leaves), "no room"))
    assert told.startswith("“ene 2026” (5 times), “Step 0”, ")
    assert told.endswith("“Step 6” and 2 more: no room")


def test_a_part_is_named_by_its_first_text_and_once() -> None:
    fields = ("items[0].text", "items[0].note", "items[1].text")
    leaves = {field: Leaf(field.upper(), field) for field in fields}
    told = accounting.told(leaves, LeftOut(("items[0].text", "items[0]", "items[1]"), "no room"))
    assert told == "“ITEMS[0].TEXT”, “ITEMS[1].TEXT”: no room"
