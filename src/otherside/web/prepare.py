"""What must be so before the first page: tables, the log's tables, static files collected and compressed."""

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

HERE = Path(__file__).parent
STATIC_STAMP = "static-stamp"


def migrate() -> None:
    """Brings the rows' tables to this version; says nothing when they are."""
    call_command("migrate", verbosity=0, interactive=False)


def look_after_database() -> None:
    """Lets SQLite refresh what it knows of its tables, so that it chooses the right index.

    A migration that makes a table anew loses what was known of it, and `optimize` of older versions does not
    notice: those tables are counted here.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit=10000")
        cursor.execute("PRAGMA optimize=0x10002")  # its documentation's word for: after opening
        tables = set(connection.introspection.table_names(cursor))
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'")
        if cursor.fetchone() is not None:
            cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
            tables -= {table for (table,) in cursor.fetchall()}
        for table in sorted(tables):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")


def collect_static() -> bool:
    """Collects and compresses the static files where they have changed; returns whether it did.

    Settings look for collected files when they are read; here they learn of those that have come since.
    """
    stamp = _stamp()
    kept = settings.CONFIGURATION.data_dir / STATIC_STAMP
    if kept.exists() and kept.read_text() == stamp and (settings.STATIC_ROOT / "staticfiles.json").exists():
        return False
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    settings.STORAGES["staticfiles"]["BACKEND"] = "servestatic.storage.CompressedManifestStaticFilesStorage"
    call_command("collectstatic", verbosity=0, interactive=False)
    settings.COLLECTED = True
    kept.write_text(stamp)
    return True


def _stamp() -> str:
    """A digest of the names, sizes and times of every static file of the house."""
    found = hashlib.sha256()
    for path in sorted(HERE.parent.glob("*/static/**/*")):
        if path.is_file():
            about = path.stat()
            found.update(f"{path}:{about.st_size}:{about.st_mtime_ns}\n".encode())
    return found.hexdigest()
