"""The language of a text is told by what stands in it, or not at all."""

import pytest

from statements.entering.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The presidents considered it expedient to intensify the search for solutions.", "en"),
        ("Le Président de la République s’est entretenu avec le Président de la Russie.", "fr"),
        ("Der Bundeskanzler hat heute mit dem Präsidenten der Ukraine telefoniert.", "de"),
        ("El presidente del Gobierno ha hablado con el presidente de la República.", "es"),
        ("Il presidente della Repubblica ha ricevuto il ministro degli esteri.", "it"),
        ("Prezydent rozmawiał z prezydentem Ukrainy o sytuacji na granicy, która się nie.", "pl"),
        ("Состоялся телефонный разговор с Президентом Франции, и на нём был поднят вопрос.", "ru"),
        ("Відбулася розмова з Президентом Франції, який також підтримав її.", "uk"),
        ("Состоялся телефонный разговор", "ru"),
        ("قال الرئيس في بيان إن هذا من أجل السلام على أن يكون", "ar"),
        ("رئیس جمهور در این گفتگو که با او انجام شد از آن را", "fa"),
        ("प्रधानमंत्री ने राष्ट्रपति के साथ बात की और कहा कि यह है", "hi"),
        ("今日は大統領と電話で話しました", "ja"),
        ("主席同总统通电话", "zh"),
        ("대통령은 전화 통화를 했다", "ko"),
        ("Ο πρωθυπουργός μίλησε", "el"),
    ],
)
def test_the_language_is_suggested(text: str, language: str) -> None:
    found = language_of(text)
    assert found is not None
    assert found.value == language
    assert found.why


@pytest.mark.parametrize(
    "text", ["", "🙈", "12.02.2022", "Putin Macron", "ааа ббб", "\x00", "de la"]
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    assert language_of(text) is None


def test_the_reason_names_the_words() -> None:
    found = language_of("The call of the presidents and the talks")
    assert found is not None
    assert "“the”" in found.why
