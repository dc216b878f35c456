"""The rules: each looks at a page or at the site and says what is wrong there."""
