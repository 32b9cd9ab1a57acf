"""Verbatim's settings, from environment variables alone.

Every variable stands in the table of docs/operating.md. The defaults are safe: what loosens
them has to be asked for.
"""

import os
from pathlib import Path
from urllib.parse import unquote

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.places import var_dir

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def required(name: str, why: str) -> str:
    """Give the environment variable, or refuse to start with the reason that it is needed."""
    # Not through django-environ, which takes a value that begins with $ for another's name.
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}")
    return value


def secret_key() -> str:
    """Give SECRET_KEY; only a debug server may go without, with a key that guards nothing."""
    if DEBUG and not env.str("SECRET_KEY", default=""):
        return "debug-only-key-that-guards-nothing"
    return required("SECRET_KEY", "a long random text that signs sessions; `make run` makes one")


def allowed_hosts() -> list[str]:
    """Give ALLOWED_HOSTS as a list; only a debug server may go without."""
    if DEBUG and not env.str("ALLOWED_HOSTS", default=""):
        return ["localhost", "127.0.0.1", "[::1]"]
    names = required("ALLOWED_HOSTS", "the host names Verbatim is served under, with commas")
    return [name.strip() for name in names.split(",") if name.strip()]


def database() -> dict[str, object]:
    """Give the server that DATABASE_URL names, else the embedded one in VAR_DIR.

    The role of a named server stands in its URL. Of the embedded one's, what serves the web takes
    `web`, which cannot change the history.
    """
    if env.str("DATABASE_URL", default=""):
        named = env.db("DATABASE_URL")
        # The folder of a socket is percent-encoded in a URL, which django-environ leaves as it is.
        return {**named, "HOST": unquote(named["HOST"])}
    from config.postgres import database_settings

    return database_settings(web=serves_the_web())


def serves_the_web() -> bool:
    """Tell whether DATABASE_AS asks for the role that serves the web, rather than the owner."""
    chosen = env.str("DATABASE_AS", default="owner")
    if chosen not in ("owner", "web"):
        raise ImproperlyConfigured(f"DATABASE_AS={chosen} is no role: it is owner or web.")
    return chosen == "web"


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret_key()
ALLOWED_HOSTS = allowed_hosts()
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
VAR_DIR = var_dir()

INSTALLED_APPS = [
    "config.desk_app.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "config",
    "dates",
    "actors",
    "statements",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "reading.caching.private_pages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": {**database(), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
# The role that may serve the web. `migrate`, which is for the owner alone, grants it what it needs.
WEB_ROLE = env.str("WEB_ROLE", default="verbatim_web")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Rendered lists, of some 100 KB each, in the memory of each process (`reading/lists.py`).
    "lists": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "lists",
        "OPTIONS": {"MAX_ENTRIES": 60},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = ["reading.accounts.Accounts"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "staticfiles": {"BACKEND": "config.stylesheets.OneStylesheetStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# In bytes. The longest text that an import takes, as a form sends it: each byte as %XX at worst.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 16 * 2**20

SECURE_SSL = env.bool("SECURE_SSL", default=not DEBUG)
SECURE_SSL_REDIRECT = SECURE_SSL
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE_SSL else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL
SECURE_HSTS_PRELOAD = SECURE_SSL
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = SECURE_SSL
CSRF_COOKIE_SECURE = SECURE_SSL
X_FRAME_OPTIONS = "DENY"

# History is written by triggers and never rewritten.
PGHISTORY_APPEND_ONLY = True
# Who writes is noted with what they write; to read a page writes nothing.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
