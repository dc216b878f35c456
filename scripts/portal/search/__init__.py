"""Search: from a language's finished pages to an index that a browser reads without a server.

`writing.write_search` is what a build calls; `index.py` says what the index holds, `search.js` in
the theme asks it. Nothing is imported here: `edition.py` needs the page of all terms only.
"""
