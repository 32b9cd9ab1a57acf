"""The quote finder: whether the archive holds these words."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.fields import WordsField
from reading.problems import problems_of
from reading.strict import StrictForm
from statements.models import Statement

LONGEST = 2000
MOST = 50


class QuotationForm(StrictForm):
    """A quotation as it was remembered or printed."""

    quote = WordsField(
        label="Quotation",
        longest=LONGEST,
        widget=forms.Textarea,
        help_text="As you have it: quotation marks, capitals and punctuation make no difference.",
    )


@reading_page
def find_quote(request: HttpRequest) -> HttpResponse:
    """Show the statements that hold the words of a quotation, one right after the other."""
    form = QuotationForm(request.GET)
    context: dict[str, object] = {"form": form, "problems": problems_of(form)}
    quotation = form.cleaned_data.get("quote", "") if form.is_valid() else ""
    if quotation:
        found = Statement.objects.public().word_for_word(quotation)
        context |= {"quotation": quotation, "count": found.count(), "most": MOST}
        context["statements"] = found.for_list()[:MOST]
    return render(request, "statements/find-quote.html", context)
