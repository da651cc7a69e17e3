"""The coder in several processes: whole documents are coded inside a worker, results come back in order."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.records import Coding, Document, Failure

if TYPE_CHECKING:
    from dragoman.coder import Coder

AHEAD = 16
"""Documents sent ahead for each worker: enough to keep it busy, few enough to hold little in memory."""

_coder: Coder | None = None


def _start(actors: Path | None) -> None:
    from dragoman.coder import Coder

    global _coder
    _coder = Coder(actors=actors)


def _code(document: Document) -> Coding | Failure:
    assert _coder is not None
    return _coder.code_or_fail(document)


def code_in_processes(
    documents: Iterable[Document | Failure], workers: int, actors: Path | None = None
) -> Iterator[Coding | Failure]:
    """Codings in input order from ``workers`` processes, each with a coder of its own, which knows the user's ``actors``."""
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[Coding | Failure] | Failure] = deque()
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(actors,)) as pool:
        for document in documents:
            waiting.append(document if isinstance(document, Failure) else pool.submit(_code, document))
            while len(waiting) >= workers * AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def _result(item: Future[Coding | Failure] | Failure) -> Coding | Failure:
    return item if isinstance(item, Failure) else item.result()
