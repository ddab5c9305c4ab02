"""The cast: Alice owns, Bob is on the panel, Charlie must be refused, Dana is the candidate.

Priya is the hiring manager and Rosa the recruiter of Alice's opening; Ada administers.
"""

import gc
import os
import tempfile
from pathlib import Path

# Tests never touch an operator's data: a folder of their own, before Django reads its settings.
os.environ.setdefault("OTHERSIDE_DATA", tempfile.mkdtemp(prefix="otherside-tests-"))
os.environ.setdefault("OTHERSIDE_SECRET_KEY", "tests-only-" + "k" * 40)

import hypothesis
import pytest
from django.test import Client

from tests.support import cast

# A busy machine is no reason to call an example slow; the suite as a whole has its time.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True, max_examples=40)
hypothesis.settings.register_profile("soak", deadline=None, print_blob=True, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_collection_finish() -> None:
    """What is loaded by now stays; the collector need not walk it again with every few hundred objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> None:
    """The real hasher is slow on purpose; what is tested here is who may sign in, not how long it takes."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file, as in real use: in memory, a second writer fails at once instead of waiting its turn."""
    from django.db import connections

    chosen = connections["default"].settings_dict
    if chosen["ENGINE"].endswith("sqlite3"):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        # Rows of tests need not survive a power cut; the log's own tests keep their durability.
        chosen["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF"
        chosen["TEST"]["NAME"] = str(Path(tempfile.mkdtemp(prefix="otherside-tests-")) / f"{worker}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(_no_django_permissions: None, django_db_setup: None) -> None:
    """The tables, made by the migrations."""


@pytest.fixture(scope="session")
def _no_django_permissions() -> None:
    """Django writes rows of its own permissions after migrating, and again after each test that commits.

    The house never reads them: who may do what is in its `access` modules.
    """
    from django.contrib.auth.management import create_permissions
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db.models.signals import post_migrate

    post_migrate.disconnect(
        create_permissions, dispatch_uid="django.contrib.auth.management.create_permissions"
    )
    post_migrate.disconnect(create_contenttypes)


@pytest.fixture
def alice(db: None) -> "cast.User":
    return cast.person("Alice Lindqvist", is_interviewer=True)


@pytest.fixture
def bob(db: None) -> "cast.User":
    return cast.person("Bob Marchetti", is_interviewer=True)


@pytest.fixture
def charlie(db: None) -> "cast.User":
    return cast.person("Charlie Roe", is_interviewer=True)


@pytest.fixture
def priya(db: None) -> "cast.User":
    return cast.person("Priya Raman", is_hiring_manager=True)


@pytest.fixture
def rosa(db: None) -> "cast.User":
    return cast.person("Rosa Keller", is_recruiter=True)


@pytest.fixture
def ada(db: None) -> "cast.User":
    return cast.person("Ada Quist", is_administrator=True)


@pytest.fixture
def hour(alice: "cast.User", bob: "cast.User", priya: "cast.User", rosa: "cast.User") -> "cast.Interview":
    """Dana's first round, scheduled, with Alice leading and Bob on the panel."""
    return cast.interview(panel=[alice, bob], hiring_manager=priya, recruiter=rosa)


@pytest.fixture
def client_for() -> "cast.ClientFor":
    def signed_in(user: "cast.User") -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in
