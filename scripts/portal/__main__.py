"""Lets `python -m portal` do what `portal` does."""

import sys

from portal.cli import main

sys.exit(main())
