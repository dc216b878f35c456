"""Pre-tests and post-tests, their results, and the page on which a trainer sums these up."""
