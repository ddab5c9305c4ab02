"""What an operator may set, read once from the environment. Wrong values stop the start, with the remedy."""

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

KEY_CHARACTERS_MIN = 32


class BadConfiguration(Exception):
    """A setting cannot be used; the message names it and says what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Every setting, with its default. The reference page of the docs lists them from `SETTINGS`."""

    data_dir: Path
    database_url: str | None
    base_url: str
    host: str
    port: int
    trusted_proxies: frozenset[str]
    secret_key: str
    smtp_url: str | None
    mail_from: str
    runner_gateway: str | None
    runner_token: str | None
    demo: bool
    debug: bool

    def derived_key(self, purpose: str) -> bytes:
        """32 bytes for one purpose: HMAC-SHA-256 of its name under the secret key."""
        return hmac.new(self.secret_key.encode(), f"otherside:1:{purpose}".encode(), hashlib.sha256).digest()


DEMO_MARK = "is-a-demo"  # a file in the folder of a demo, made by the command of that name

SETTINGS: dict[str, str] = {
    "OTHERSIDE_DATA": "Folder of the database files, the uploads and the secret key. Default: var",
    "OTHERSIDE_DATABASE_URL": "postgresql://user:password@host:port/name. "
    "Default: SQLite files in the data folder",
    "OTHERSIDE_BASE_URL": "The address people open, as in https://interviews.example.org. "
    "Default: http://localhost:PORT",
    "OTHERSIDE_HOST": "Address to listen on. Default: localhost (127.0.0.1 and ::1)",
    "OTHERSIDE_PORT": "Port to listen on. Default: 8000",
    "OTHERSIDE_TRUSTED_PROXIES": "Addresses, comma-separated, whose X-Forwarded-For and -Proto are believed. "
    "Default: none",
    "OTHERSIDE_SECRET_KEY": "At least 32 characters. "
    "Default: made once and kept in the data folder, readable by the owner only",
    "OTHERSIDE_SMTP_URL": "smtp://user:password@host:port, or smtps://, or smtp+starttls://. "
    "Default: mail is kept and shown, not sent",
    "OTHERSIDE_MAIL_FROM": "Sender of mail. Default: otherside@localhost",
    "OTHERSIDE_RUNNER_GATEWAY": "Where runners dial the worker: unix:PATH or tcp:HOST:PORT. "
    "Default: a socket in the data folder",
    "OTHERSIDE_RUNNER_TOKEN": "The secret that runners show there, at least 20 characters. "
    "Default: derived from the secret key",
    "OTHERSIDE_RUNNER_SLOTS": "How many runs a runner has at once. Default: one a core",
    "OTHERSIDE_DEMO": "1 for the demo company; never for real use. Default: 0",
    "OTHERSIDE_DEBUG": "1 shows errors with their traces. Default: 0",
}


def read_configuration(env: Mapping[str, str] = os.environ) -> Configuration:
    """The configuration that `env` describes. Makes data folder and secret key where there are none."""
    unknown = sorted(k for k in env if k.startswith("OTHERSIDE_") and k not in SETTINGS)
    if unknown:
        raise BadConfiguration(
            f"Unknown settings: {', '.join(unknown)}. Known are: {', '.join(sorted(SETTINGS))}."
        )
    data_dir = Path(env.get("OTHERSIDE_DATA", "var")).resolve()
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    database_url = env.get("OTHERSIDE_DATABASE_URL") or None
    if database_url is not None and urlsplit(database_url).scheme not in {"postgresql", "postgres"}:
        raise BadConfiguration(
            "OTHERSIDE_DATABASE_URL must start with postgresql://; "
            "leave it out to use SQLite files in OTHERSIDE_DATA."
        )
    if _flag(env, "OTHERSIDE_DEMO") and not (data_dir / DEMO_MARK).exists():
        raise BadConfiguration(
            "OTHERSIDE_DEMO=1 opens the demo's doors, and this folder is no demo's. Use `otherside demo`."
        )
    port = _port(env.get("OTHERSIDE_PORT", "8000"))
    return Configuration(
        data_dir=data_dir,
        database_url=database_url,
        base_url=env.get("OTHERSIDE_BASE_URL", f"http://localhost:{port}").rstrip("/"),
        host=env.get("OTHERSIDE_HOST", "localhost"),
        port=port,
        trusted_proxies=_addresses(env.get("OTHERSIDE_TRUSTED_PROXIES", "")),
        secret_key=_secret_key(env, data_dir),
        smtp_url=env.get("OTHERSIDE_SMTP_URL") or None,
        mail_from=env.get("OTHERSIDE_MAIL_FROM", "otherside@localhost"),
        runner_gateway=env.get("OTHERSIDE_RUNNER_GATEWAY") or None,
        runner_token=env.get("OTHERSIDE_RUNNER_TOKEN") or None,
        demo=_flag(env, "OTHERSIDE_DEMO"),
        debug=_flag(env, "OTHERSIDE_DEBUG"),
    )


def _addresses(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _flag(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name, "0")
    if value not in {"0", "1"}:
        raise BadConfiguration(f"{name} is 0 or 1, got {value!r}.")
    return value == "1"


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadConfiguration(f"OTHERSIDE_PORT is a number from 1 to 65535, got {text!r}.")
    return int(text)


def _secret_key(env: Mapping[str, str], data_dir: Path) -> str:
    given = env.get("OTHERSIDE_SECRET_KEY")
    if given is not None:
        if len(given) < KEY_CHARACTERS_MIN:
            raise BadConfiguration(
                f"OTHERSIDE_SECRET_KEY needs at least {KEY_CHARACTERS_MIN} characters; "
                "leave it out to have one made."
            )
        return given
    path = data_dir / "secret-key"
    if not path.exists():
        # Two processes may start at once: whoever is first wins, and nobody reads half a key.
        draft = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    kept = path.read_text().strip()
    if len(kept) < KEY_CHARACTERS_MIN:
        raise BadConfiguration(
            f"{path} holds no key. Put back the one it had, or delete it: all sign in anew."
        )
    return kept
