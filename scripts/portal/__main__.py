"""Lets `python -m portal` do what `portal` does."""

import sys

from portal.cli import main

# Guarded: the processes that build languages import this file again.
if __name__ == "__main__":
    sys.exit(main())
