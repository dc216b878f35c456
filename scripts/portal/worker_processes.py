"""Work in several processes at once, which end with the one that started them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import TypeVar

from portal.errors import BuildError

T = TypeVar("T")
_PATIENCE = 0.5
"""Seconds between two looks at the room that is left."""
_FULL = 32_768
"""Bytes: with less, nothing of use can be written any more."""


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


def done_apart(work: Callable[[T], None], what: T, *, place: Path) -> None:
    """Do work that writes `place` in a process of its own, and end it when the disk is full.

    Raises BuildError for what stopped it, an abort included. For libraries that cannot be stopped.
    """
    context = get_context("spawn")
    answer, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answering, args=(sender, work, what))
    process.start()
    sender.close()
    try:
        while not answer.poll(_PATIENCE):
            if shutil.disk_usage(place.parent).free < _FULL:
                raise EOFError
        stopped = answer.recv()
    except EOFError:
        stopped = "the disk is full, or the process was ended"
    finally:
        process.kill()
        process.join()
    if stopped is not None:
        message = f"Cannot be written: {stopped}. Make room, or choose another --out."
        raise BuildError(message, path=str(place))


def _answering(answer: Connection, work: Callable[[T], None], what: T) -> None:
    _end_with_parent()
    try:
        work(what)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other process tells it
        said = str(error).strip().splitlines()
        answer.send(said[0] if said else type(error).__name__)
    else:
        answer.send(None)


def _end_with_parent() -> None:
    """End this process when the one that started it is killed: nobody waits for its work."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()
