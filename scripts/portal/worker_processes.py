"""Work in several processes at once, which end with the one that started them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from portal.errors import BuildError


@contextmanager
def worker_pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of `count` processes; after an error, what has not begun is left undone.

    Raises BuildError where a process was killed.
    """
    # Not forked: MkDocs and its plugins keep state, and Windows cannot fork.
    with ProcessPoolExecutor(count, get_context("spawn"), _end_with_parent) as pool:
        try:
            yield pool
        except BaseException as error:
            pool.shutdown(cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                message = "A process was ended from outside. Is there enough memory? Start again."
                raise BuildError(message) from None
            raise


def _end_with_parent() -> None:
    """End this process when the one that started it is killed: nobody waits for its work."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()
