"""What the workflows on GitHub do with a pull request: what it changes, a comment, who may review.

A report is made where a pull request's own code runs, without any secret; it is read where a
secret is at hand, and there every word of it is taken for hostile.
"""
