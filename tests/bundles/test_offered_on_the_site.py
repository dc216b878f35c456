"""Finished bundles, offered on the finished site: a link where a file lies, and nowhere else."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from lxml import html as markup

from portal.bundles.offer import offer
from portal.bundles.packing import Order, plan_jobs
from portal.cli import main as portal
from portal.errors import BuildError

MODULE = "waste/what-is-mercury-waste/index.html"


@pytest.fixture
def offered(small_project: Path, small_site: Path, dist: Path, tmp_path: Path) -> Path:
    """A site of two languages that offers bundles of one."""
    site = tmp_path / "site"
    for code in ("ar", "en"):
        shutil.copytree(small_site / code, site / code)
    offer(small_project, dist, site)
    return site


def links(site: Path, page: str) -> dict[str, str]:
    """Return the files that a page offers, name to the text behind the link."""
    tree = markup.parse(site / page)
    found = tree.xpath("//aside[@class='offer']//a[@download]")
    return {one.get("href").rpartition("/")[2]: one.getnext().text for one in found}


def test_track_and_module_offer_their_own_files_with_sizes(offered: Path, dist: Path) -> None:
    entries = json.loads((dist / "bundles.json").read_text("utf-8"))["bundles"]
    module = {one["file"] for one in entries if one["module"] == "waste/what-is-mercury-waste"}
    track = {one["file"] for one in entries if not one["module"]}
    assert set(links(offered, f"ar/{MODULE}")) == module
    assert set(links(offered, "ar/waste/index.html")) == track
    assert all(
        size.endswith(("كيلوبايت", "ميغابايت")) for size in links(offered, f"ar/{MODULE}").values()
    )
    page = markup.parse(offered / "ar" / MODULE)
    for address in page.xpath("//aside[@class='offer']//a/@href"):
        assert (offered / "ar" / MODULE).parent.joinpath(address.partition("#")[0]).is_file()


def test_no_link_stands_where_no_bundle_is(offered: Path, small_site: Path) -> None:
    assert (offered / "en" / MODULE).read_bytes() == (small_site / "en" / MODULE).read_bytes()
    other = "ar/asgm/index.html"
    assert (offered / other).read_bytes() == (small_site / other).read_bytes()


def test_offering_twice_changes_nothing_and_bundles_do_not_link_to_bundles(
    offered: Path, small_project: Path, small_site: Path, dist: Path
) -> None:
    before = (offered / "ar" / MODULE).read_bytes()
    offer(small_project, dist, offered)
    assert (offered / "ar" / MODULE).read_bytes() == before
    jobs = [plan_jobs(site, Order(["ar"], ["waste"])) for site in (offered, small_site)]
    of, plain = (one[0].scopes[0] for one in jobs)
    assert of.tree.read(of.start) == plain.tree.read(plain.start)


def test_browsers_that_keep_the_site_find_each_page_as_it_is_listed(
    offered: Path, small_site: Path
) -> None:
    """A page that is not as its hash says counts as one of another edition, and nothing is kept."""
    listed = {
        folder: json.loads((folder / "ar/offline/files.json").read_text("utf-8"))
        for folder in (offered, small_site)
    }
    for name, (digest, size, _) in listed[offered]["files"].items():
        raw = (offered / "ar" / name).read_bytes()
        assert (hashlib.sha256(raw).hexdigest(), len(raw)) == (digest, size)
    assert listed[offered]["edition"] != listed[small_site]["edition"]
    assert listed[offered]["state"] == listed[small_site]["state"]
    whole = sum(size for _, size, _ in listed[offered]["files"].values())
    page = markup.parse(offered / "ar/offline/index.html")
    (told,) = page.xpath("//*[@id='offline']/@data-bytes")
    assert abs(int(told) - whole) <= 51_000


def test_damaged_bundles_and_those_of_another_commit_are_not_offered(
    offered: Path, small_project: Path, dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (offered / "ar" / MODULE).read_bytes()
    copied = Path(shutil.copytree(dist, offered.parent / "dist"))
    (copied / "minamata-ar-waste.epub").write_bytes(b"")
    assert portal(["bundle", "offer", str(copied), "--site-dir", str(offered)]) == 2
    said = capsys.readouterr()
    assert "not whole" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    manifest = offered / "ar/portal.json"
    data = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**data, "commit": "0" * 40}), "utf-8")
    with pytest.raises(BuildError, match="another commit"):
        offer(small_project, dist, offered)
    assert (offered / "ar" / MODULE).read_bytes() == before
