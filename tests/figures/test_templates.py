"""What a figure's template may hold, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.errors import ConfigError
from portal.figures.files import template_names
from portal.figures.template import LARGEST, read_template, template_faults

GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">\n'
    '<rect x="1" y="1" width="90" height="40"/><text>{waste.step}</text>\n</svg>'
)

HOSTILE = [
    # what is put before the rectangle on line 2, part of the finding
    ("<script>alert(1)</script>", "The element `script`"),
    ("<SCRIPT/>", "The element `SCRIPT`"),
    ('<x:script xmlns:x="http://www.w3.org/2000/svg"/>', "The element `x:script`"),
    ("<style>*{background:url(//x.example)}</style>", "The element `style`"),
    ("<foreignObject><body/></foreignObject>", "The element `foreignObject`"),
    ('<image href="https://x.example/a.png"/>', "The element `image`"),
    ('<use href="#a"/>', "The element `use`"),
    ('<a href="javascript:alert(1)"/>', "The element `a`"),
    ('<animate attributeName="href"/>', "The element `animate`"),
    ("<set/>", "The element `set`"),
    ("<title>Mercury</title>", "The element `title`"),
    ('<svg viewBox="0 0 1 1"/>', "outermost element"),
    ('<rect onclick="alert(1)"/>', "the attribute `onclick`"),
    ('<rect style="fill:red"/>', "the attribute `style`"),
    ('<rect id="toc"/>', "the attribute `id`"),
    ('<g transform="scale(99)"/>', "the attribute `transform`"),
    ('<rect href="//x.example"/>', "the attribute `href`"),
    ('<rect xml:base="//x.example"/>', "the attribute `xml:base`"),
    ('<rect fill="url(https://x.example)"/>', "The value of `fill`"),
    ('<rect fill="#f00"/>', "The value of `fill`"),
    ('<rect class="x&quot; onclick"/>', "The value of `class`"),
    ('<rect width="1e9"/>', "The value of `width`"),
    ('<path d="M0 0 url(x)"/>', "The value of `d`"),
    ("<text>Mercury</text>", "Words stand in the template"),
    ("<text>{a.b} and more</text>", "Words stand in the template"),
    ("mercury", "Words stand in the template"),
    ("<![CDATA[<script>]]>", "Words stand in the template"),
    ("<?xml-stylesheet href='//x.example'?>", "A processing instruction"),
    ("<rect", "Broken XML"),
    ("&bomb;", "Broken XML"),
]


@pytest.mark.parametrize(("inserted", "message"), HOSTILE)
def test_what_is_not_on_the_list_is_a_fault_with_its_line(inserted, message):
    faults = template_faults(GOOD.replace("<rect", f"{inserted}<rect", 1))
    assert message in faults[0].message
    assert faults[0].line == 2
    assert faults[0].help


def test_a_document_type_is_refused_before_it_can_declare_anything():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + GOOD
    assert [fault.message for fault in template_faults(bomb)] == ["A document type stands here."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Broken XML"),
        (GOOD.replace(' viewBox="0 0 100 50"', ""), "no size"),
        (GOOD.replace('viewBox="0 0 100 50"', 'viewBox="-9 0 100 50"'), "The value of `viewBox`"),
        (GOOD.replace("<rect", "<text>{a.b}</text><rect"), "no rectangle"),
        (GOOD + " " * LARGEST, "More than"),
    ],
)
def test_a_template_that_cannot_be_drawn_is_a_fault(text, message):
    assert message in template_faults(text)[0].message


def test_our_own_templates_are_the_six_and_have_no_fault(root: Path):
    names = template_names(root)
    assert names == (
        "action-plan",
        "annex-a-dates",
        "consent-flow",
        "gold-chain",
        "life-cycle",
        "mercury-waste",
    )
    for name in names:
        text = (root / f"docs/assets/figures/{name}.svg").read_text("utf-8")
        assert template_faults(text) == (), name


@pytest.mark.parametrize("name", ["../tracks/waste", "../../../etc/passwd", "", ".", "LIFE-CYCLE"])
def test_a_name_never_leads_out_of_the_folder(root: Path, name):
    assert read_template(root, name) is None


def test_a_hostile_template_is_never_drawn(project: Path):
    path = project / "docs/assets/figures/life-cycle.svg"
    path.write_text(GOOD.replace("<rect", "<script/><rect"), "utf-8")
    with pytest.raises(ConfigError, match=r"life-cycle\.svg:2: The element `script`"):
        read_template(project, "life-cycle")
