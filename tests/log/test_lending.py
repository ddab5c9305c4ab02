"""Connections come back: a thousand threads one after another need one."""

import threading
from concurrent.futures import ThreadPoolExecutor

from otherside.log.lending import Lending
from otherside.log.store import Store


class Line:
    def __init__(self) -> None:
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


def lending() -> Lending[Line]:
    return Lending(Line, lambda line: line.is_open)


def test_threads_one_after_another_share_one_connection(store: Store) -> None:
    """Each page runs in a thread of its own; what it used must not stay open behind it."""
    before = len(store.connections)
    for _ in range(20):
        thread = threading.Thread(target=store.log_ids)
        thread.start()
        thread.join()
    assert len(store.connections) == max(before, 1)


def test_two_at_once_never_have_the_same_one() -> None:
    lines = lending()
    with lines.lend() as one, ThreadPoolExecutor(1) as pool:
        with lines.lend() as other:
            assert other is not one
        assert pool.submit(lambda: _borrowed(lines)).result() is other
    assert len(lines) == 2


def _borrowed(lines: Lending[Line]) -> Line:
    with lines.lend() as line:
        return line


def test_a_thread_that_keeps_one_gets_it_again_until_the_block_ends() -> None:
    lines = lending()
    with lines.keep() as one:
        assert _borrowed(lines) is one
        with lines.keep() as nested:
            assert nested is one
        assert _borrowed(lines) is one
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(_borrowed, lines).result() is not one


def test_a_broken_one_is_not_lent_again() -> None:
    lines = lending()
    with lines.lend() as one:
        one.close()
    assert _borrowed(lines) is not one
    assert len(lines) == 1


def test_what_lies_idle_is_dropped_at_once_and_what_is_in_use_when_it_comes_back() -> None:
    lines = lending()
    with lines.lend() as busy:
        idle = _borrowed(lines)
        lines.drop_idle()
        assert (busy.is_open, idle.is_open) == (True, False)
        lines.close()
    assert (busy.is_open, len(lines)) == (False, 0)
