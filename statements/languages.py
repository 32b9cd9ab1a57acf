"""The names of languages in English."""

from collections.abc import Mapping
from typing import Final

from django.conf.locale import LANG_INFO

# Languages that Django has no name for, as the IANA registry of subtags names them.
_OTHERS: Final = """
am Amharic | bo Tibetan | dz Dzongkha | fil Filipino | gu Gujarati | ha Hausa | ku Kurdish |
kmr Northern Kurdish | la Latin | ln Lingala | lo Lao | mg Malagasy | mi Maori | mt Maltese |
nso Northern Sotho | om Oromo | or Odia | prs Dari | ps Pashto | qu Quechua | rm Romansh |
rn Rundi | rw Kinyarwanda | sa Sanskrit | sd Sindhi | sg Sango | si Sinhala | sm Samoan | sn Shona |
so Somali | ss Swati | st Southern Sotho | ti Tigrinya | tl Tagalog | tn Tswana | to Tonga |
ts Tsonga | vec Venetian | wo Wolof | xh Xhosa | yi Yiddish | yo Yoruba | yue Cantonese |
zh Chinese | zu Zulu | dv Dhivehi | fo Faroese | ht Haitian | kl Kalaallisut | ce Chechen |
ab Abkhazian | ba Bashkir | cv Chuvash | crh Crimean Tatar | mul Multiple languages |
und Undetermined
"""

LANGUAGES: Final[Mapping[str, str]] = {
    **{tag: str(info["name"]) for tag, info in LANG_INFO.items() if "name" in info},
    **{one.split()[0]: " ".join(one.split()[1:]) for one in _OTHERS.split("|")},
}


def language_name(tag: str) -> str:
    """Give the name of a BCP 47 tag, with what else the tag says, or the tag where it has none.

    `en` is English, `en-US` English (US): two tags have not the same name.
    """
    language, _, rest = tag.partition("-")
    if whole := LANGUAGES.get(tag.lower()):
        return whole
    name = LANGUAGES.get(language.lower())
    return f"{name} ({rest})" if name and rest else name or tag
