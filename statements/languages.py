"""The names of languages in English."""

from django.utils.translation import get_language_info


def language_name(tag: str) -> str:
    """Give the name of a BCP 47 tag's language, or the tag itself where Django has none."""
    try:
        return get_language_info(tag.lower())["name"]
    except KeyError:
        return tag
