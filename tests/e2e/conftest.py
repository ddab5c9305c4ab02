"""The rooms on a connection in memory; and assertions of the walk's steps say their values, as those of tests do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.room_harness import Opened, build_dev_pages, launch, served

pytest.register_assert_rewrite("tests.e2e.walk_before", "tests.e2e.walk_room", "tests.e2e.walk_after")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("dev-pages")
    build_dev_pages(folder)
    with served(folder) as url:
        yield url


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Opened]:
    opened = Opened(browser, address)
    yield opened
    for context in browser.contexts:
        context.close()
    assert not opened.errors
