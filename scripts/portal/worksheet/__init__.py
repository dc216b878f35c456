"""The worksheet for national reporting: evidence by provision, and a letter for each holder."""
