"""A deck as an editable PowerPoint file."""

from portal.slides.powerpoint.writing import write_powerpoint

__all__ = ["write_powerpoint"]
