"""The extensions and functions that names are searched with."""

from django.contrib.postgres.operations import (
    BtreeGinExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

# Latin letters without a decomposition; Cyrillic as BGN/PCGN romanises it, without diacritics, and
# with ё as е since Russian print mostly writes it so; modern Greek letter by letter (ELOT 743).
SEVERAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij",
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
    "є": "ye", "ї": "yi", "џ": "dz", "љ": "lj", "њ": "nj",
    "θ": "th", "χ": "ch", "ψ": "ps",
}  # fmt: skip
FROM = "øłđðħıŧŋабвгґдезиіјйклмнопрстуўфыэђћѓќѕαβγδεζηικλμνξοπρσςτυφω"
TO = "olddhitnabvggdeziijyklmnoprstuufyedcgksavgdeziiklmnxoprsstyfo"


def fold_name_sql() -> str:
    """Give the statement that makes `fold_name(text)`.

    The combining marks are stripped after NFKD, so that й and ё have to be spelt before it.
    """
    spelt = "lower(normalize($1, NFC))"
    for letter, letters in SEVERAL.items():
        spelt = f"replace({spelt}, '{letter}', '{letters}')"
    spelt = f"translate({spelt}, '{FROM}ьъ’‘ʼ`''', '{TO}')"
    bare = f"regexp_replace(normalize({spelt}, NFKD), '[\\u0300-\\u036f\\u200b-\\u200f\\ufeff]', '', 'g')"
    again = f"translate({bare}, '{FROM}', '{TO}')"
    spaced = f"regexp_replace(lower({again}), '[[:space:][:punct:]–—«»„“”]+', ' ', 'g')"
    return (
        "CREATE FUNCTION public.fold_name(text) RETURNS text LANGUAGE sql "
        f"IMMUTABLE STRICT PARALLEL SAFE AS $fold$ SELECT btrim({spaced}) $fold$"
    )


class Migration(migrations.Migration):
    """First of all: later migrations use what is made here in generated columns."""

    initial = True
    dependencies = [("dates", "0001_functions")]
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(fold_name_sql(), "DROP FUNCTION public.fold_name(text)"),
    ]
