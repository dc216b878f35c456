"""The treaty as data: every unit that can be cited, its title, its amendments, its decisions."""

from portal.convention.contents import describe_children
from portal.convention.headings import heading
from portal.convention.ids import decision_id, decision_number, parent_id, parse_id
from portal.convention.provision import (
    Amendment,
    Certainty,
    Change,
    Decision,
    Kind,
    KnownDate,
    Provision,
    Status,
    Title,
)
from portal.convention.treaty import DATA_FILE, Treaty, load_treaty, read_treaty

__all__ = [
    "DATA_FILE",
    "Amendment",
    "Certainty",
    "Change",
    "Decision",
    "Kind",
    "KnownDate",
    "Provision",
    "Status",
    "Title",
    "Treaty",
    "decision_id",
    "decision_number",
    "describe_children",
    "heading",
    "load_treaty",
    "parent_id",
    "parse_id",
    "read_treaty",
]
