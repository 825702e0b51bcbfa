"""Gives photos to the workers of a Dask cluster: bytes and the renditions wanted go out, bytes come back, nothing else travels.

No worker reads a file of ours. What is sent was decoded in a sandbox of this machine before (`PhotoStore.inspect`).
"""

import asyncio
import logging
import socket
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, wait
from distributed.comm.core import connect

from showcase.photos.edition import edition
from showcase.photos.errors import ClusterError, PhotoRefusedError
from showcase.photos.resizing import encode_renditions
from showcase.photos.sandbox import Job, run_jobs
from showcase.record.photo import LARGEST_FILE, PhotoFault, Rendition

_CONNECT = 20
"""Seconds that the scheduler has to answer, and then a first worker to be there."""
_SILENCE = 300
"""Seconds without a result, after which none is expected any more; the heaviest photo takes some seconds."""
_OF_ONE_PHOTO = (KilledWorker, MemoryError, PhotoRefusedError)
"""Errors after which the photo is tried here: its worker died again and again, had too little memory, or refused it."""


def encode_on_cluster(
    address: str, jobs: Iterable[Job], workers: int = 0
) -> Iterator[tuple[Job, list[bytes] | PhotoFault]]:
    """Yield each job with its renditions, in the order in which they get done; `address` is that of the scheduler.

    Dask gives to other workers what is lost with one. What the cluster could not do, or not in time, is run here at last
    as `run_jobs` does. Raises ClusterError where the scheduler does not answer or is lost, where there is no worker, or
    where a worker has another edition (see `edition`).
    """
    waiting, under_way, undone = deque(jobs), dict[Future[Any], Job](), list[Job]()
    with _connected(address) as client, suppress(TimeoutError):
        most = 2 * max(1, sum(client.nthreads().values()))
        while waiting or under_way:
            if waiting and len(under_way) < most:
                job = waiting.popleft()
                try:
                    under_way[client.submit(encode_bytes, edition(), job.read(), job.renditions, pure=False)] = job
                except PhotoRefusedError:
                    undone.append(job)
                continue
            for future in wait(list(under_way), _SILENCE, "FIRST_COMPLETED").done:
                encoded, job = _encoded(future), under_way[future]
                del under_way[future]
                if encoded is None:
                    undone.append(job)
                else:
                    yield job, encoded
    yield from run_jobs(encode_renditions, [*undone, *under_way.values(), *waiting], workers)


def encode_bytes(expected: str, data: bytes, renditions: tuple[Rendition, ...]) -> list[bytes]:
    """Do as `encode_renditions` does, on a worker; raises ClusterError where its edition is not the expected one."""
    if edition() != expected:
        message = (
            f"Máy {socket.gethostname()} của cụm là bản khác nên sẽ cho ảnh khác: {edition()}; máy này: {expected}."
        )
        raise ClusterError(message)
    return encode_renditions(data, renditions)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    # What it would log is raised here as one sentence.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        with ThreadPoolExecutor(1) as thread:  # a thread of its own: a caller may have a running event loop in this one
            thread.submit(asyncio.run, asyncio.wait_for(_greet(address), _CONNECT)).result()
        client = Client(address, timeout=_CONNECT)
    except (OSError, ValueError) as error:
        message = (
            f"Không nối được tới cụm máy ở {address}. Hãy xem lại địa chỉ, và dask scheduler có đang chạy ở đó không."
        )
        raise ClusterError(message) from error
    with client, dask.config.set({"distributed.admin.large-graph-warning-threshold": 2 * LARGEST_FILE}):
        try:
            client.wait_for_workers(1, _CONNECT)
            _check_program(client)
            yield client
        except TimeoutError as error:
            message = f"Cụm máy ở {address} chưa có máy nào làm việc. Hãy chạy trên mỗi máy: dask worker {address}"
            raise ClusterError(message) from error
        except (CancelledError, OSError) as error:
            message = f"Mất liên lạc với cụm máy ở {address}. Những ảnh đã làm được giữ lại; hãy dựng lần nữa."
            raise ClusterError(message) from error


async def _greet(address: str) -> None:
    """See that a scheduler answers: a client would wait for ever for what accepts a connection and then says nothing."""
    (await connect(address, timeout=_CONNECT)).abort()


def _check_program(client: Client) -> None:
    """Have each worker load this module, which one without our program says it cannot.

    It could not even read a message that names a function of ours: it would leave the cluster without a word to us.
    """
    asked = [client.submit(import_module, __name__, workers=[worker], pure=False) for worker in client.nthreads()]
    with suppress(TimeoutError):  # who is late is not waited for
        wait(asked, _CONNECT)
    for future in asked:
        if future.status == "error":
            raise _unusable(future.exception(_CONNECT))


def _encoded(future: Future[Any]) -> list[bytes] | None:
    """Give what a worker made; None where the photo is to be tried here. Raises ClusterError where no photo can be made."""
    error = future.exception(_SILENCE)
    if error is None:
        encoded: list[bytes] = future.result(_SILENCE)
        return encoded
    if isinstance(error, _OF_ONE_PHOTO):
        return None
    raise error if isinstance(error, ClusterError) else _unusable(error)


def _unusable(error: BaseException | None) -> ClusterError:
    reason, *_ = f"{type(error).__name__}: {error}".splitlines()
    return ClusterError(
        f"Một máy của cụm không chạy được chương trình này ({reason}). Hãy cài cùng một bản trên mọi máy."
    )
