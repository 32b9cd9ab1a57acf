"""The addresses of Verbatim, grouped by what they show. They do not change."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path

from config.health import healthz

SIGN_IN = LoginView.as_view(template_name="sign-in.html", redirect_authenticated_user=True)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("statements.urls")),
    path("", include("actors.urls")),
    path("admin/", admin.site.urls),
    path("sign-in/", SIGN_IN, name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("healthz", healthz, name="healthz"),
]
