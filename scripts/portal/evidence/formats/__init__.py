"""A report as Markdown, Word document or JSON."""
