"""Articles from wish to figure: whose spec is whose, what is not finished, folders of articles, pages of a site."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Invoke

CASES = REPOSITORY / "tests" / "drafting" / "cases"
GARDEN = "# Garden\n\n- Water the beans\n- Cut the hedge\n\nSuggested Visual: a checklist\n"
KITCHEN = "# Kitchen\n\n- Sharpen the knives\n- Empty the fridge\n\nSuggested Visual: a checklist\n"
IN_THE_WAY = "specs/checklist.yaml was drafted for another article, garden.md"


@pytest.fixture
def two(project: Path, invoke: Invoke) -> Path:
    """Two articles with the same wish, the first of them drafted and built."""
    (project / "garden.md").write_text(GARDEN)
    (project / "kitchen.md").write_text(KITCHEN)
    assert invoke("draft", "garden.md").exit_code == 0
    assert invoke("build").exit_code == 0
    return project


class TestTwoArticles:
    @pytest.mark.parametrize("options", [(), ("--force",)])
    def test_no_article_gets_or_writes_over_the_spec_of_another(
        self, two: Path, invoke: Invoke, options: tuple[str, ...]
    ) -> None:
        before = (two / "specs" / "checklist.yaml").read_bytes()
        result = invoke("draft", "kitchen.md", *options)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"kitchen.md:6:1: {IN_THE_WAY}\n  hint: word the wish otherwise")
        assert result.stdout == "0 specs written, 1 refused\n"
        assert (two / "specs" / "checklist.yaml").read_bytes() == before

    def test_weave_and_check_show_no_article_another_s_figure(self, two: Path, invoke: Invoke) -> None:
        result = invoke("weave", "kitchen.md")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"kitchen.md:6:1: {IN_THE_WAY}")
        assert (two / "kitchen.woven.md").read_text() == KITCHEN
        result = invoke("check", "kitchen.md")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"kitchen.md:6:1: a wish without a figure: {IN_THE_WAY}")

    def test_an_article_with_figures_is_the_article(self, two: Path, invoke: Invoke) -> None:
        assert invoke("weave", "garden.md").exit_code == 0
        assert invoke("draft", "garden.woven.md").output.endswith("0 specs written, 1 kept\n")
        assert invoke("check", "garden.woven.md").exit_code == 0

    def test_each_way_out_is_one(self, two: Path, invoke: Invoke) -> None:
        assert invoke("draft", "kitchen.md", "--specs", "kitchen/specs").exit_code == 0
        spec = two / "specs" / "checklist.yaml"
        spec.write_text(spec.read_text().partition("\n")[2])
        assert invoke("draft", "kitchen.md").output.endswith("0 specs written, 1 kept\n")

    def test_the_spec_of_an_article_that_is_gone_may_be_another_s(self, two: Path, invoke: Invoke) -> None:
        (two / "garden.md").rename(two / "yard.md")
        assert invoke("draft", "yard.md").exit_code == 0

    def test_articles_of_one_name_in_two_folders_are_two(self, project: Path, invoke: Invoke) -> None:
        for name, text in (("garden", GARDEN), ("kitchen", KITCHEN)):
            (project / name).mkdir()
            (project / name / "index.md").write_text(text)
        assert invoke("draft", "garden/index.md").exit_code == 0
        assert "garden/index.md" in invoke("draft", "kitchen/index.md").stderr


class TestUnfinished:
    def test_what_a_draft_left_to_its_author_fails_a_check(self, project: Path, invoke: Invoke) -> None:
        (project / "a.md").write_bytes((CASES / "placeholders.md").read_bytes())
        assert invoke("draft", "a.md").exit_code == 0
        assert invoke("build").exit_code == 0
        assert invoke("weave", "a.md").exit_code == 0
        for arguments in (["check", "a.md"], ["check"]):
            result = invoke(*arguments)
            assert result.exit_code == 1
            assert "specs/roadmap-two-paths.yaml:4:1: a TODO is left in the draft: the paths and their" in result.stderr
            assert "specs/bar-chart-replies-source.yaml:6:1: a TODO is left in the draft: the numbers" in result.stderr

    def test_placeholders_and_empty_pictures_are_told_without_their_notes(self, project: Path, invoke: Invoke) -> None:
        (project / "a.md").write_bytes((CASES / "placeholders.md").read_bytes())
        invoke("draft", "a.md")
        for spec in (project / "specs").iterdir():
            spec.write_text(re.sub(r"# TODO .*\n", "", spec.read_text()))
        invoke("build")
        result = invoke("check")
        assert (result.exit_code, result.stdout) == (1, "5 of 5 pictures fine, 1 warning\n")
        assert "roadmap-two-paths.yaml:5:11: `First path` is no name yet\n" in result.stderr
        assert "bar-chart-replies-source.yaml:2:1: warning: the picture has nothing to show\n" in result.stderr

    @pytest.mark.parametrize(
        "items",
        [
            "items:\n\n- One\n",
            "items:\n# to do\n\n  - One\n",
            '"items": [One]\n',
            "items: [One]\n",
            "items:\r\n- One\r\n",
        ],
    )
    def test_what_is_filled_in_whatever_way_is_not_empty(self, project: Path, invoke: Invoke, items: str) -> None:
        (project / "specs" / "list.yaml").write_bytes(b"kind: feedback_checklist\n" + items.encode())
        invoke("build")
        assert (result := invoke("check")).exit_code == 0, result.output
        assert "warning" not in result.stderr

    @pytest.mark.parametrize("items", ["", "items: []\n", "items:\n", "items: ~ # none yet\n"])
    def test_an_empty_picture_is_told_unless_the_defaults_fill_it(
        self, project: Path, invoke: Invoke, items: str
    ) -> None:
        (project / "specs" / "list.yaml").write_text(f"kind: feedback_checklist\n{items}")
        invoke("build")
        assert "list.yaml:1:1: warning: the picture has nothing to show\n" in invoke("check").stderr
        if not items:
            (project / "specs" / "_defaults.yaml").write_text("items: [One]\n")
            invoke("build")
            assert "warning" not in invoke("check").stderr

    def test_a_name_that_is_no_name_yet_is_told_whatever_ends_a_line(self, project: Path, invoke: Invoke) -> None:
        lines = ("kind: career_roadmap", "paths:", "- name: First path", "- name: Cook")
        (project / "specs" / "map.yaml").write_bytes("\r\n".join(lines).encode())
        invoke("build")
        assert "map.yaml:3:9: `First path` is no name yet\n" in invoke("check").stderr

    def test_a_draft_that_lacks_nothing_is_fine(self, two: Path, invoke: Invoke) -> None:
        assert invoke("check", "--strict").exit_code == 0
        assert invoke("check", "garden.md").output == "garden.md: 1 figure, 0 problems\n"


class TestFolders:
    @pytest.fixture
    def folder(self, project: Path) -> Path:
        posts = project / "posts"
        posts.mkdir()
        (posts / "garden.md").write_text(GARDEN)
        (posts / "kitchen.md").write_text(KITCHEN.replace("a checklist", "a checklist of the kitchen"))
        return posts

    def test_each_article_is_done_as_by_a_command_of_its_own(self, folder: Path, invoke: Invoke) -> None:
        for arguments in (["draft", "posts"], ["build"], ["weave", "posts"], ["check", "posts"], ["weave", "posts"]):
            assert invoke(*arguments).exit_code == 0, arguments
        assert sorted(path.name for path in folder.iterdir()) == [
            "garden.md",
            "garden.woven.md",
            "kitchen.md",
            "kitchen.woven.md",
        ]

    def test_one_that_cannot_be_read_stops_none_of_the_others(self, folder: Path, invoke: Invoke) -> None:
        (folder / "a.md").write_bytes(b"\xff")
        result = invoke("draft", "posts")
        assert result.exit_code == 2
        assert result.stderr.startswith("posts/a.md:1:1: expected UTF-8 text")
        assert result.stdout.count("1 spec written") == 2

    @pytest.mark.parametrize("command", ["draft", "weave", "check"])
    def test_a_folder_that_cannot_be_listed_is_told_with_a_way_out(
        self, folder: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        def refuse(path: str) -> list[str]:
            raise PermissionError(13, "Permission denied", path)

        monkeypatch.setattr("pipeline.article.reading.os.listdir", refuse)
        result = invoke(command, "posts")
        assert result.exit_code == 2
        assert result.stderr == (
            "posts: cannot read: permission denied\n"
            "  hint: give yourself the right to list the folder, or name the article itself\n"
        )

    def test_a_folder_without_articles_is_refused(self, folder: Path, invoke: Invoke) -> None:
        assert invoke("draft", "specs").stderr.startswith("specs: there is no article in this folder")


class TestSites:
    @pytest.fixture
    def post(self, project: Path, invoke: Invoke) -> Path:
        (project / "visuals.toml").write_text('output = "static/img"\n')
        path = project / "content" / "garden.md"
        path.parent.mkdir()
        path.write_bytes((CASES / "preview.md").read_bytes())
        assert invoke("draft", "content/garden.md").exit_code == 0
        assert invoke("build", "-o", "static/img").exit_code == 0
        return path

    def weave(self, invoke: Invoke, *options: str) -> None:
        result = invoke("weave", "content/garden.md", *options)
        assert result.exit_code == 0, result.output

    def test_an_address_of_the_site_is_given_once(self, post: Path, invoke: Invoke) -> None:
        self.weave(invoke, "--url", "/img/")
        assert "](/img/checklist-garden.og.png)\n" in post.read_text()
        self.weave(invoke)
        assert "](/img/checklist-garden.og.png)\n" in post.read_text()
        assert "<br>" not in post.read_text()
        assert invoke("check", "content/garden.md", "-o", "static/img").exit_code == 0

    def test_the_first_figure_is_the_preview_until_it_is_taken_out(self, post: Path, invoke: Invoke) -> None:
        before = post.read_bytes()
        self.weave(invoke, "--url", "https://example.org/img", "--preview", "cover")
        line = "cover: https://example.org/img/checklist-garden.og.png # visuals\n---\n"
        assert f"url: https://example.org/garden\n{line}" in post.read_text()
        self.weave(invoke)
        assert post.read_text().count(line) == 1
        assert invoke("check", "content/garden.md", "-o", "static/img").exit_code == 0
        assert invoke("weave", "content/garden.md", "--unweave").exit_code == 0
        assert post.read_bytes() == before

    @pytest.mark.parametrize(
        ("head", "told"),
        [
            ("", "1:1: there is no front matter"),
            ("---\nimage: a.png\n---\n", "2:1: the front matter has `image` already"),
        ],
    )
    def test_a_preview_needs_front_matter_and_a_free_key(
        self, post: Path, invoke: Invoke, head: str, told: str
    ) -> None:
        post.write_text(head + GARDEN.replace("a checklist", "a checklist of the garden"))
        result = invoke("weave", "content/garden.md", "--preview")
        assert result.exit_code == 2
        assert result.stderr.startswith(f"content/garden.md:{told}")

    def test_toml_has_a_preview_too(self, post: Path, invoke: Invoke) -> None:
        text = "+++\r\ntitle = 'T'\r\n+++\r\n" + GARDEN.replace("a checklist", "a checklist of the garden")
        post.write_bytes(text.encode())
        self.weave(invoke, "--url", "/img", "--preview")
        assert b'image = "/img/checklist-garden.og.png" # visuals\r\n+++\r\n' in post.read_bytes()
        invoke("weave", "content/garden.md", "--unweave")
        assert post.read_bytes() == text.encode()

    @pytest.mark.parametrize("table", ["[params]\nimage = 'own.png'\n", "tags = [\n['a'],\n]\n"])
    def test_a_preview_in_toml_is_of_no_table(self, post: Path, invoke: Invoke, table: str) -> None:
        text = f"+++\ntitle = 'T'\n{table}+++\n" + GARDEN.replace("a checklist", "a checklist of the garden")
        post.write_text(text)
        self.weave(invoke, "--url", "/img", "--preview")
        woven = post.read_text()
        head = tomllib.loads(woven.split("+++\n")[1])
        assert (head["image"], head["title"]) == ("/img/checklist-garden.og.png", "T")
        invoke("weave", "content/garden.md", "--unweave")
        assert post.read_text() == text

    def test_an_article_beside_its_pictures_is_nobody_s_matter(self, post: Path, invoke: Invoke) -> None:
        (post.parents[1] / "static" / "img" / "index.md").write_text("# T\n")
        assert invoke("check", "-o", "static/img").exit_code == 0
