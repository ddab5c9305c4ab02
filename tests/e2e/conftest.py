"""Assertions of the walk's steps say their values, as those of tests do."""

import pytest

pytest.register_assert_rewrite("tests.e2e.walk_before", "tests.e2e.walk_room", "tests.e2e.walk_after")
