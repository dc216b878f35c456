"""Figures: a template of shapes, the words of a language, and the same content as a table.

`portal.figures.figure.make_figure` is the way in; nothing is imported here, because the rules of
`portal check PAGE` need the list of templates only, and at once.
"""
