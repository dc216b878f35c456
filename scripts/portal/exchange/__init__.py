"""Files that go to other programs and come back: XLIFF, two-column DOCX, TMX."""
