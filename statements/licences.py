"""Licences under which anybody may show a source's whole text, as its `rights` name them. Pure.

What is not written here decides nothing: then only quotations are shown, until an editor says
otherwise. Whether a licence binds those who use it to more, such as to name the author, is what the
page does anyway; licences that forbid commercial use or changes (NC, ND) are left to editors.

- CC BY, CC BY-SA: https://creativecommons.org/licenses/
- CC0, the public domain mark: https://creativecommons.org/publicdomain/
- Open Government Licence: https://www.nationalarchives.gov.uk/doc/open-government-licence/
- Licence Ouverte: https://www.etalab.gouv.fr/licence-ouverte-open-licence/
- the short names with hyphens: https://spdx.org/licenses/

The expressions are of the kind that Python and PostgreSQL read alike; a test compares the two.
"""

import re
from string import ascii_lowercase, ascii_uppercase
from typing import Final

_CC: Final = r"(?: (?:1\.0|2\.0|2\.5|3\.0(?: unported)?|4\.0(?: international)?))?"
_LICENCE: Final = r"(?: (?:public )?licen[cs]e)?"

# In small letters. Each is the whole of what is said, after the host that it is said of.
FORMS: Final = (
    rf"cc by(?:-sa)?{_CC}",
    r"cc-by(?:-sa)?-(?:1\.0|2\.0|2\.5|3\.0|4\.0)",
    rf"creative commons attribution(?:[- ]share ?alike)?{_CC}{_LICENCE}",
    r"https?://creativecommons\.org/licenses/by(?:-sa)?/(?:1\.0|2\.0|2\.5|3\.0|4\.0)/?",
    r"cc0(?:[- ]1\.0)?(?: universal)?",
    r"(?:in the )?public domain",
    r"public domain mark 1\.0",
    r"https?://creativecommons\.org/publicdomain/(?:zero|mark)/1\.0/?",
    r"open government licence(?: v?[123]\.0)?",
    r"ogl-uk-[123]\.0",
    r"https?://www\.nationalarchives\.gov\.uk/doc/open-government-licence/version/[123]/?",
    r"licence ouverte(?: ?/ ?open licence)?(?: (?:version |v)?[12]\.0)?",
    r"etalab-2\.0",
)
# “kremlin.ru, CC BY 4.0”: of whom it is said.
_HOST: Final = r"(?:[a-z0-9-]+\.)+[a-z]+, "
PATTERN: Final = rf"^(?:{_HOST})?(?:{'|'.join(FORMS)})$"

_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
_IS_OPEN: Final = re.compile(PATTERN.removeprefix("^").removesuffix("$"))


def lets_whole_copies_be_shown(rights: str) -> bool:
    """Tell whether the rights are one of the licences, and nothing beside it."""
    joined = re.sub(" +", " ", rights.translate(_SMALL))
    return bool(_IS_OPEN.fullmatch(joined.rstrip(" .").lstrip(" ")))


def shown_by_rights(rights: str) -> str:
    """Give the expression, in SQL, of the `CopyShown` that follows from one of rights."""
    small = f"translate({rights}, '{ascii_uppercase}', '{ascii_lowercase}')"
    joined = f"ltrim(rtrim(regexp_replace({small}, ' +', ' ', 'g'), ' .'), ' ')"
    return f"CASE WHEN {joined} ~ '{PATTERN}' THEN 'whole' ELSE 'quotations' END"
