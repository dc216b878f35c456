"""The folder a trainer takes to a workshop: agenda, sheets, tests, lists, forms, certificates."""
