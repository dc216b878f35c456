"""What lets a browser keep a language of the site and open it without a network."""
