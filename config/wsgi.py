"""The WSGI application that a web server such as gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Of the embedded database. Where DATABASE_URL names another, the role stands in it.
os.environ["DATABASE_AS"] = "web"

application = get_wsgi_application()
