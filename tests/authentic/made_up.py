"""Texts made up for these tests. None of them is the Convention's; none is shipped.

They have its structure only: "Wort 3a" stands where paragraph 3 (a) would speak.
"""

from __future__ import annotations

HEADER = "publisher: Office of Made-up Texts\ndate: 2019-09-01\nsource: https://texts.example/7\n\n"

ARTICLE_7 = (
    HEADER
    + """\
Article 7
Made-up title

1. Words of one.
2. Words of two,
   broken over two lines.

   A second paragraph of two.
3. Words of three:
(a) three a;
(b) three b;
(c) three c.
4. (a) Words of four a; (b) stays inside the line, because no line begins with it.
(b) four b.
(c) four c.
(d) four d.
(e) four e.
(f) four f.
"""
)


def replaced(old: str, new: str) -> str:
    """Return the made-up Article 7 with one text in the place of another."""
    assert old in ARTICLE_7
    return ARTICLE_7.replace(old, new)
