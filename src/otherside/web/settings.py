"""Django's settings, derived from `configuration` alone."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from otherside.process.configuration import read_configuration

CONFIGURATION = read_configuration()
HERE = Path(__file__).parent

SECRET_KEY = CONFIGURATION.secret_key
RELAY_KEY = CONFIGURATION.derived_key("ticket")  # signs the room's tickets
DEBUG = CONFIGURATION.debug
BASE_URL = CONFIGURATION.base_url
_base = urlsplit(BASE_URL)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", _base.hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE = _base.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "otherside_session"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

APPS = [
    "delivery", "accounts", "rubric", "hiring", "interview", "resume", "run", "question",
    "plan", "schedule", "live", "replay", "scorecard", "integrity", "decision", "desk",
]  # fmt: skip

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    *[f"otherside.{app}" for app in APPS],
    "otherside.web",
    *(["otherside.demo"] if CONFIGURATION.demo else []),  # its page of people
]

MIDDLEWARE = [
    "otherside.web.middleware.PagesAtOnce",
    "django.middleware.security.SecurityMiddleware",
    "otherside.web.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "otherside.accounts.middleware.SessionSeen",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "otherside.web.middleware.DomainErrors",
]

# The demo adds its own doors on top of the house's pages.
ROOT_URLCONF = "otherside.demo.urls" if CONFIGURATION.demo else "otherside.web.urls"
ASGI_APPLICATION = "otherside.web.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "otherside.web.context.house",
            ],
        },
    }
]


def _databases() -> dict[str, dict[str, Any]]:
    if CONFIGURATION.database_url is None:
        return {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": CONFIGURATION.data_dir / "app.sqlite3",
                # IMMEDIATE: a deferred transaction that comes to write fails at once when another has.
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "timeout": 20,
                    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON",
                },
            }
        }
    url = urlsplit(CONFIGURATION.database_url)
    return {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "",
            "PORT": str(url.port or 5432),
            # Each page has a thread of its own; a connection kept by one that is gone is a leak.
            "CONN_MAX_AGE": 0,
        }
    }


DATABASES = _databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people come by invitation, which proves the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody makes us write to strangers
ACCOUNT_ADAPTER = "otherside.accounts.adapters.AccountAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Otherside"
USERSESSIONS_TRACK_ACTIVITY = True

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = CONFIGURATION.data_dir / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# `serve` collects the files once, compressed and named by content; before that (tests, one-off commands)
# they are found where they lie.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
SERVESTATIC_MANIFEST_STRICT = False
MEDIA_ROOT = CONFIGURATION.data_dir / "uploads"

DEFAULT_FROM_EMAIL = CONFIGURATION.mail_from
EMAIL_BACKEND = "otherside.delivery.backends.OutboxBackend"  # allauth's mail goes through the outbox as well

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "otherside.web.logs.Line",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
