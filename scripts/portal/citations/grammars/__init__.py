"""One grammar per language; the module is named for the language's code."""
