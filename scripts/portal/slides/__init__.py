"""A module as slides: cut once, drawn as a page for the browser and as an editable PowerPoint."""
