"""The same exchange, entered twice."""

from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField, F, Func
from django.urls import reverse
from django.utils.html import format_html

from statements.models import Exchange


class ExchangeTwin(Func):
    """`exchange_twin(id)`: the key of another one of the same kind, day and participants."""

    function = "exchange_twin"
    arity = 1
    output_field = BigIntegerField(null=True)


def refuse_twin(exchange: Exchange) -> None:
    """Refuse an exchange that is in the archive already, and ask whether both are meant."""
    key = Exchange.objects.filter(pk=exchange.pk).values_list(ExchangeTwin(F("pk"))).get()[0]
    if key is None:
        return
    twin = Exchange.objects.get(pk=key)
    message = format_html(
        "This exchange is in the archive already, of the same kind and day and with the same "
        'participants: <a href="{}">{}</a>. Tick “another one on that day” to keep both.',
        reverse("admin:statements_exchange_change", args=[key]),
        twin.title,
    )
    raise ValidationError({"another_that_day": message}, code="twin")
