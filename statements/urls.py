"""The addresses of what was said, and of those who said it."""

from django.urls import path

from statements.pages.actor import actor
from statements.pages.calendar import calendar, calendar_month, calendar_year
from statements.pages.citations import FORMS, citation
from statements.pages.copies import copy_original, copy_text, document_changes
from statements.pages.corrections import corrections
from statements.pages.documents import document, document_apart, document_list
from statements.pages.exchanges import exchange, exchange_list
from statements.pages.help import search_help
from statements.pages.home import home
from statements.pages.matrix import matrix
from statements.pages.pair import pair
from statements.pages.quotes import find_quote
from statements.pages.statements import statement, statement_list
from statements.pages.styleguide import styleguide
from statements.pages.suggestions import suggest_actors, suggest_topics
from statements.pages.topics import topic, topic_list

urlpatterns = [
    path("", home, name="home"),
    path("statements/", statement_list, name="statements"),
    path("statements/<slug:public_id>/", statement, name="statement"),
    *(
        path(
            f"statements/<slug:public_id>/citation.{form.ending}",
            citation,
            {"form": name},
            name=f"citation-{name}",
        )
        for name, form in FORMS.items()
    ),
    path("exchanges/", exchange_list, name="exchanges"),
    path("exchanges/<slug:public_id>/", exchange, name="exchange"),
    path("actors/<slug:slug>/", actor, name="actor"),
    path("actors/<slug:slug>/with/<slug:other_slug>/", pair, name="pair"),
    path("topics/", topic_list, name="topics"),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("documents/", document_list, name="documents"),
    path("documents/<slug:public_id>/", document, name="document"),
    path("documents/<slug:public_id>/apart/", document_apart, name="document-apart"),
    path("documents/<slug:public_id>/changes/", document_changes, name="document-changes"),
    path("documents/<slug:public_id>/copies/<int:number>/text", copy_text, name="copy-text"),
    path(
        "documents/<slug:public_id>/copies/<int:number>/original",
        copy_original,
        name="copy-original",
    ),
    path("corrections/", corrections, name="corrections"),
    path("calendar/", calendar, name="calendar"),
    path("calendar/<int:year>/", calendar_year, name="calendar-year"),
    path("calendar/<int:year>/<int:month>/", calendar_month, name="calendar-month"),
    path("who-talks-to-whom/", matrix, name="matrix"),
    path("find-quote/", find_quote, name="find-quote"),
    path("search-help/", search_help, name="search-help"),
    path("styleguide/", styleguide, name="styleguide"),
    path("suggest/actors/", suggest_actors, name="suggest-actors"),
    path("suggest/topics/", suggest_topics, name="suggest-topics"),
]
