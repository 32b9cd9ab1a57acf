"""The quote finder: whether the archive holds these words."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.fields import WordsField
from reading.problems import problems_of
from reading.strict import StrictForm
from statements.languages import language_name
from statements.models import Statement

LONGEST = 2000
MOST_WORDS = 150
MOST = 50


def _too_common(quotation: str) -> bool:
    public = Statement.objects.public()
    return bool(common := public.too_common(quotation)) and common == public.languages()


class QuotationForm(StrictForm):
    """A quotation as it was remembered or printed."""

    quote = WordsField(
        label="Quotation",
        longest=LONGEST,
        most_words=MOST_WORDS,
        too_common=_too_common,
        widget=forms.Textarea,
        help_text="As you have it: quotation marks, capitals and punctuation make no difference. "
        f"At most {MOST_WORDS} words.",
    )


@reading_page
def find_quote(request: HttpRequest) -> HttpResponse:
    """Show the statements that hold the words of a quotation, one right after the other."""
    form = QuotationForm(request.GET)
    context: dict[str, object] = {"form": form, "problems": problems_of(form)}
    quotation = form.cleaned_data.get("quote", "") if form.is_valid() else ""
    if quotation:
        context |= {"quotation": quotation, "most": MOST, **_found(quotation)}
    return render(request, "statements/find-quote.html", context)


def _found(quotation: str) -> dict[str, object]:
    public = Statement.objects.public()
    # One more tells whether there are others: to count them all, all would have to be compared.
    found = list(public.word_for_word(quotation).for_list()[: MOST + 1])
    common = [] if found else public.too_common(quotation)
    return {
        "statements": found[:MOST],
        "more": len(found) > MOST,
        "not_looked_in": [language_name(tag) for tag in common],
    }
