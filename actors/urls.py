"""The addresses of who speaks."""

from django.urls import path

from actors.pages.actors import actor_list

urlpatterns = [path("actors/", actor_list, name="actors")]
