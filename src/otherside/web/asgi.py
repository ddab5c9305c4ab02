"""The pages as an ASGI application; the relay takes WebSockets on the same port (see `server`)."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "otherside.web.settings")
application = get_asgi_application()
