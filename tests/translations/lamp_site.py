"""A small site with one module in English and five translations, to be changed by tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[2]
KEY = "waste/lamps"
CODES = ("ar", "zh", "fr", "ru", "es")
SECTIONS = ("page", "handling", "which-number")

ENGLISH = """---
title: Lamps
summary: What to do with a broken lamp.
safety: [handling]
objectives:
  handle: Handle a broken lamp.
review:
  status: draft
---

# Lamps

A lamp is broken.

/// objectives
///

## Handling { #handling }

Open the window for 15 minutes.
Never use a vacuum cleaner.

/// question | What comes first?
    objective: handle

- [x] The window.
    - Yes.
- [ ] The broom.
    - No.
///

## Which number { #which-number }

A Party shall act above 15 mg/kg (Article 11, paragraph 2).
It is the miner's duty, see [waste](index.md).

| Lamp | Mercury |
|:--|--:|
| old | 15 mg |
"""

WORDS = {
    "fr": ("Lampes", "Que faire d'une lampe cassée.", "Manipuler une lampe cassée.",
           "Une lampe est cassée.", "Manipulation", "Ouvrez la fenêtre pendant 15 minutes.",
           "N'utilisez jamais d'aspirateur.", "Que faire d'abord\u00a0?", "La fenêtre.", "Oui.",
           "Le balai.", "Non.", "Quel chiffre",
           "Une Partie agit au-dessus de 15 mg/kg (article 11, paragraphe 2).",
           "C'est le devoir de l'orpailleur, voir [déchets](index.md).", "Lampe", "Mercure",
           "ancienne", "15 mg"),
    "es": ("Lámparas", "Qué hacer con una lámpara rota.", "Manejar una lámpara rota.",
           "Una lámpara está rota.", "Manejo", "Abra la ventana durante 15 minutos.",
           "No use nunca una aspiradora.", "¿Qué va primero?", "La ventana.", "Sí.", "La escoba.",
           "No.", "Qué número",
           "Una Parte actuará por encima de 15 mg/kg (artículo 11, párrafo 2).",
           "Es el deber de quien extrae, véase [desechos](index.md).", "Lámpara", "Mercurio",
           "vieja", "15 mg"),
    "ru": ("Лампы", "Что делать с разбитой лампой.", "Обращаться с разбитой лампой.",
           "Лампа разбита.", "Обращение", "Откройте окно на 15 минут.",
           "Никогда не используйте пылесос.", "Что сначала?", "Окно.", "Да.", "Метла.", "Нет.",
           "Какое число", "Сторона действует выше 15 мг/кг (пункт 2 статьи 11).",
           "Это долг старателя, см. [отходы](index.md).", "Лампа", "Ртуть", "старая", "15 мг"),
    "ar": ("المصابيح", "ماذا تفعل بمصباح مكسور.", "التعامل مع مصباح مكسور.", "انكسر مصباح.",
           "التعامل", "افتح النافذة لمدة ١٥ دقيقة.", "لا تستعمل المكنسة الكهربائية أبداً.",
           "ما الذي يأتي أولاً؟", "النافذة.", "نعم.", "المكنسة.", "لا.", "أي رقم",
           "يتصرف الطرف فوق ١٥ ملغ/كغ (الفقرة 2 من المادة 11).",
           "هذا واجب عامل المنجم، انظر [النفايات](index.md).", "المصباح", "الزئبق", "قديم",
           "١٥ ملغ"),
    "zh": ("灯管", "灯管破碎时怎么办。", "处理破碎的灯管。",
           "一支灯管碎了。", "处理", "开窗15分钟。",
           "切勿使用吸尘器。", "先做什么？", "窗户。", "对。", "扫帚。", "不对。",
           "哪个数字",
           "超过15毫克/千克时，缔约方应采取行动（第十一条第2款）。",
           "这是矿工的责任，见[废物](index.md)。",
           "灯管", "汞", "旧", "15毫克"),
}  # fmt: skip

_TRANSLATION = """---
title: {0}
summary: {1}
objectives:
  handle: {2}
review:
  status: draft
translation:
  translators: []
---

# {0}

{3}

/// objectives
///

## {4} {{ #handling }}

{5}
{6}

/// question | {7}
    objective: handle

- [x] {8}
    - {9}
- [ ] {10}
    - {11}
///

## {12} {{ #which-number }}

{13}
{14}

| {15} | {16} |
|:--|--:|
| {17} | {18} |
"""


def page_path(root: Path, code: str, key: str = KEY) -> Path:
    """Return the file of a page."""
    return root / "docs" / code / f"{key}.md"


def make_site(root: Path) -> Path:
    """Write the site, its translations without fingerprints."""
    (root / "docs" / "data").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_url: https://portal.example/\nnav: []\n", "utf-8")
    data = PROJECT / "docs" / "data"
    for name in ("languages.yaml", "page.schema.json"):
        shutil.copy(data / name, root / "docs" / "data" / name)
    for name in ("labels", "figures"):
        shutil.copytree(data / name, root / "docs" / "data" / name)
    shutil.copytree(PROJECT / "docs/assets/figures", root / "docs/assets/figures")
    (root / "docs/data/addresses.yaml").write_text("published: []\nredirects: {}\n", "utf-8")
    (root / "docs/data/paths.yaml").write_text(
        "paths:\n  miner:\n    audience: [inspector]\n    modules: [waste/lamps]\n", "utf-8"
    )
    write(page_path(root, "en"), ENGLISH)
    write(page_path(root, "en", "waste/index"), "---\ntitle: Waste\n---\n\n# Waste\n\nRead on.\n")
    for code, words in WORDS.items():
        write(page_path(root, code), _TRANSLATION.format(*words))
    return root


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def change(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another that must be there."""
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}"
    write(path, text.replace(old, new))


def commit(root: Path, message: str) -> None:
    """Commit everything; the first time it makes the repository."""
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    if not (root / ".git").exists():
        subprocess.run(["git", "-C", str(root), "init", "-q"], check=True)
    subprocess.run(["git", "-C", str(root), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(root), *names, "commit", "-q", "-m", message], check=True)
