"""National additions: checked against the release, merged into pages, packed as text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from markdown import Markdown

from portal.cli import main
from portal.edition import open_edition
from portal.extension import PortalExtension
from portal.languages import load_languages
from portal.local.laid_beside import additions_script, plain_lines
from portal.local.mark import write_logo
from portal.local.merging import with_additions
from portal.local.overlay import FOLDER, Addition, read_overlay
from portal.pages import parse_page

SAMPLE = Path(__file__).with_name("sample")
PAGE = "waste/what-is-mercury-waste"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "local"))


def test_the_sample_fits_this_release(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["local", "check", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("file", "text", "status", "says"),
    [
        ("fr/waste/what-is-mercury-wastes.md", "x", 1, f"Did you mean `{PAGE}`?"),
        (f"xx/{PAGE}.md", "x", 1, "There is no language 'xx'."),
        (f"es/{PAGE}.md", "## T { #three-kind }\n\nx", 1, "Did you mean `three-kinds`?"),
        (f"es/{PAGE}.md", "Véase el artículo 99.", 1, "names a provision that does not exist."),
        (f"es/{PAGE}.md", "### T { #mine }", 1, "An addition sets no ids"),
        (f"es/{PAGE}.md", "x <script>alert(1)</script>", 1, "<script>"),
        (
            f"es/{PAGE}.md",
            "![x](https://example.org/x.png)",
            1,
            "The image is not one of our own files.",
        ),
        (f"es/{PAGE}.md", "////// national | Chad", 1, "A line begins with //////."),
        (f"es/{PAGE}.md", "/// quiz | x\n///", 1, "There is no block `quiz`."),
        ("notes.txt", "x", 1, "This is no addition."),
        (f"es/{PAGE}.md", "## T { #art_7__para_3 }\n\nx", 2, "cannot override it"),
        (f"es/{PAGE}.md", "x\n{: #annex_c__para_1 }", 2, "cannot override it"),
        ("local.yaml", "country: Senegal", 2, "two letters of ISO 3166"),
        ("local.yaml", "country: SN\nlogo: ../secret.png", 2, "no file of this folder"),
        ("local.yaml", "country: NO", 2, '`country: "NO"`'),
        ("local.yaml", "country: SN\nlogo: fr.svg", 2, "no file of this folder"),
        ("local.yaml", "country: SN\nlogo: [logo.png]", 2, "no file of this folder"),
        ("local.yaml", "country: SN\nscript: x.js", 2, "`script` is not known here"),
        ("local.yaml", "country: [", 2, "local/local.yaml:"),
    ],
)
def test_what_does_not_fit_is_named_in_one_line_with_its_place(
    file: str,
    text: str,
    status: int,
    says: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    assert main(["local", "check", str(folder)]) == status
    said = capsys.readouterr()
    lines = (said.out if status == 1 else said.err).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("local/")
    assert says in lines[0]


def test_a_missing_folder_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["local", "check", str(tmp_path / "none")]) == 2
    assert "There is no such folder." in capsys.readouterr().err


def test_a_logo_that_only_claims_to_be_a_picture_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "logo.png").write_text("<svg onload='alert(1)'/>", "utf-8")
    assert main(["local", "check", str(folder)]) == 2
    assert "The logo is no .png or .jpg" in capsys.readouterr().err


def test_an_addition_stands_behind_the_section_that_it_names(root: Path) -> None:
    page = (
        "# T\n\nA.\n\n## One { .wide #one }\n\nB.\n\n```\n## no { #x }\n~~~\n```\n\n"
        "<!--\n## nor { #y }\n-->\n\nUnnamed\n-------\n\n## Two { #two }\n\nC."
    )
    text = "intro\n\n## H { #one }\n\nlaw\n\n## G { #gone }\n\nstays"
    raw = parse_page(text.encode(), path="p.md", language="fr", key="k")
    french = load_languages(root).get("fr")
    merged = with_additions(page, Addition(raw), label="L", language=french)
    order = [
        "A.",
        "intro",
        "## One",
        "B.",
        "## no",
        "## nor",
        "**H**",
        "law",
        "Unnamed",
        "## Two",
        "C.",
        "stays",
    ]
    places = [merged.index(words) for words in order]
    assert places == sorted(places)
    assert merged.count("////// national | L") == 3
    assert merged.replace("\n", "").startswith("# TA.")


def test_a_page_shows_the_additions_as_national_and_other_pages_do_not(
    small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(SAMPLE))
    edition = open_edition(small_project, "ar", site_url=None, repository=None, nav=None)
    text = edition.page(PAGE).body
    md = Markdown(extensions=["tables", PortalExtension(**edition.extension_options(PAGE))])
    html = md.convert(edition.with_national(PAGE, text))
    assert html.count('<aside class="block block-national" dir="rtl" lang="ar">') == 2
    assert html.count("إضافة وطنية: السنغال") == 2
    assert "art_11__para_2" in html.rpartition("block-national")[2].partition("</aside>")[0]
    mark = edition.context(PAGE).national
    assert mark is not None
    assert (mark.country, mark.logo) == ("السنغال", "../../assets/national-logo.png")
    write_logo(edition.overlay, tmp_path)
    assert (tmp_path / "assets/national-logo.png").read_bytes()[:4] == b"\x89PNG"
    assert edition.context("index").national is None
    assert edition.with_national("index", text) == text


def test_a_build_refuses_additions_that_do_not_fit(
    folder: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (folder / f"fr/{PAGE}.md").write_text("## x { #art_7__para_3 }\n\nx", "utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv(FOLDER, "")
    site = tmp_path / "site"
    arguments = ["build", "--lang", "fr", "--site-dir", str(site), "--local", str(folder)]
    assert main(arguments) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if "cannot override it" in line]
    assert not site.exists()


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("/// question | Who?\n    objective: a\n\n- [x] We.\n    - Yes.\n///",
         ["Who?", "☑ We.", "Yes."]),
        ("| a | b |\n|:--|--:|\n| 1 | 2 |", ["a – b", "1 – 2"]),
        ("[Office](https://x.example) and [page](y.md), **bold**",
         ["Office (https://x.example) and page, bold"]),
        ("1. First\n2. Second", ["First", "Second"]),
    ],
)  # fmt: skip
def test_beside_the_zip_an_addition_is_plain_lines(markdown: str, lines: list[str]) -> None:
    assert [*plain_lines(markdown)] == lines


def test_the_packed_file_holds_data_only(root: Path) -> None:
    script = additions_script(root, read_overlay(SAMPLE), load_languages(root))
    head, _, rest = script.partition(" = ")
    assert head == "window.portalLocal"
    data = json.loads(rest.rstrip().removesuffix(";"))
    assert data["labels"]["fr"] == "Ajout national\u00a0: Sénégal"
    assert data["directions"] == {"ar": "rtl", "en": "ltr", "fr": "ltr"}
    assert [one["section"] for one in data["pages"][f"fr/{PAGE}/index.html"]] == [
        None,
        "three-kinds",
    ]


def test_packing_needs_a_file_and_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["local", "pack", str(SAMPLE)]) == 2
    assert "--out" in capsys.readouterr().err
    out = tmp_path / "local" / "additions.js"
    assert main(["local", "pack", str(SAMPLE), "--out", str(out)]) == 0
    assert out.read_text("utf-8").startswith("window.portalLocal = {")
