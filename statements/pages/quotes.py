"""The quote finder: which statements carry a quotation, and how near they come to it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.fields import WordsField
from reading.problems import problems_of, refused
from reading.strict import StrictForm
from statements.quoting.answers import Answer, answers
from statements.quoting.candidates import MOST_NEWEST
from statements.quoting.finding import find
from statements.quoting.words import Quotation, quotation_of

LONGEST = 2000
MOST_WORDS = 150
# Of what was found, and of what only comes near where nothing was found.
MOST = 20
MOST_NEAR = 3


class QuotationForm(StrictForm):
    """A quotation as it was remembered or printed."""

    quote = WordsField(
        label="Quotation",
        longest=LONGEST,
        most_words=MOST_WORDS,
        widget=forms.Textarea,
        help_text="As you have it: words may be missing, changed or in another order. An ellipsis "
        f"(… or [...]) stands for words left out. At most {MOST_WORDS} words.",
    )

    def clean_quote(self) -> Quotation | None:
        """Give the words of the quotation, or None before there is one."""
        text: str = self.cleaned_data["quote"]
        quotation = quotation_of(text)
        if text and not len(quotation):
            raise refused("There is no word in “%(value)s” to search for.", text)
        return quotation if text else None


@reading_page
def find_quote(request: HttpRequest) -> HttpResponse:
    """Show the statements, translations and sources that carry a quotation, best first."""
    form = QuotationForm(request.GET)
    context: dict[str, object] = {"form": form, "problems": problems_of(form)}
    quotation = form.cleaned_data.get("quote") if form.is_valid() else None
    if quotation:
        context |= {"asked": True, **_found(quotation)}
    return render(request, "statements/find-quote.html", context)


def _found(quotation: Quotation) -> dict[str, object]:
    findings = find(quotation)
    shown = findings.found[:MOST] or findings.near[:MOST_NEAR]
    cards: list[Answer] = answers(quotation.words, shown)
    return {
        "answers": cards,
        "found": bool(findings.found),
        "more": len(findings.found) > MOST,
        "looked_through": MOST_NEWEST if findings.newest_only else None,
        "text": quotation.words.text,
    }
