"""The pages as an ASGI application, static files before Django; the relay takes WebSockets (see `server`)."""

import os
import re
from wsgiref.headers import Headers

from django.conf import settings
from django.core.asgi import get_asgi_application
from servestatic import ServeStaticASGI

from otherside.web.bodies import BoundedBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "otherside.web.settings")

# Named by their content, so a browser never has to ask again: Vite's names, and Django's collected ones.
IMMUTABLE = re.compile(r"^/static/(room/assets/|.*\.[0-9a-f]{12}\.)")


def never_guess(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


pages = get_asgi_application()
application = ServeStaticASGI(
    BoundedBodies(pages),
    root=settings.STATIC_ROOT if settings.COLLECTED else None,
    prefix=settings.STATIC_URL,
    allow_all_origins=False,
    immutable_file_test=lambda _path, url: IMMUTABLE.match(url) is not None,
    add_headers_function=never_guess,
)
