"""The quote finder: which statements carry a quotation, and how near they come to it."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from reading.access import asking_page
from reading.fields import WordsField
from reading.filters import LONGEST_WORDS
from reading.problems import problems_of, refused
from reading.strict import StrictForm
from statements.quoting.answers import Answer, answers
from statements.quoting.asking import as_search
from statements.quoting.candidates import MOST_NEWEST
from statements.quoting.finding import find
from statements.quoting.words import Quotation, quotation_of

LONGEST = 2000
# In characters: what is taken apart, to be counted as words, and what is shown again.
LONGEST_READ = 20_000
# In bytes: with the other headers it fits into the 4 KB that a proxy such as nginx keeps for them.
LONGEST_ADDRESS = 3000
MOST_WORDS = 150
# Of what was found, and of what only comes near where nothing was found.
MOST = 20
MOST_NEAR = 3


class QuotationField(WordsField):
    """Words that a form may send in any number."""

    def to_python(self, value: object) -> str:
        """Give the text as `WordsField` does, but refuse unread what is far too long."""
        length = len(str(value or "").strip())
        if length > LONGEST_READ:
            raise ValidationError(
                f"This has {length} characters; at most {self.longest} can be taken.",
                code="too_long",
            )
        return super().to_python(value)


class QuotationForm(StrictForm):
    """A quotation as it was remembered or printed."""

    quote = QuotationField(
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


@asking_page
def find_quote(request: HttpRequest) -> HttpResponse:
    """Show the statements, translations and sources that carry a quotation, best first.

    What the form sends is led to its address, which can be kept; too long a one is answered here.
    """
    asked = _asked(request)
    address = f"{request.path}?{asked.urlencode()}"
    if request.method == "POST" and len(address) <= LONGEST_ADDRESS:
        return redirect(address)
    form = QuotationForm(asked)
    context = {"form": form, "problems": problems_of(form), "typed": _typed(asked)}
    quotation = form.cleaned_data.get("quote") if form.is_valid() else None
    if quotation:
        context |= {"has_address": request.method != "POST", **_found(quotation)}
    return render(request, "statements/find-quote.html", context)


def _asked(request: HttpRequest) -> QueryDict:
    """Give what is asked, whether it stands in the address or was sent by the form."""
    asked = request.GET.copy()
    asked.update(request.POST)
    asked.pop("csrfmiddlewaretoken", None)
    return asked


def _typed(asked: QueryDict) -> str:
    """Give the quotation as it is shown again in the form."""
    return str(asked.get("quote", ""))[:LONGEST_READ]


def _found(quotation: Quotation) -> dict[str, object]:
    findings = find(quotation)
    shown = findings.found[:MOST] or findings.near[:MOST_NEAR]
    cards: list[Answer] = answers(quotation.words, shown)
    return {
        "asked": True,
        "answers": cards,
        "found": bool(findings.found),
        "more": len(findings.found) > MOST,
        "looked_through": MOST_NEWEST if findings.newest_only else None,
        "search": "" if findings.newest_only else as_search(quotation.words, LONGEST_WORDS),
    }
