"""Readouts to try the alignment on: true facts in our own words, and what says the same in them.

The calls are those between Macron and Putin of 20 and 28 February and 3 and 12 March 2022, and
those of other leaders of these years, as their offices told of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actors.models import Actor, ActorName
from statements.models import Document, Exchange, Readout, Statement
from tests import cast

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Account:
    """A side's readout: its office, the language, and the passages by names of our own."""

    office: str
    language: str
    texts: Texts


@dataclass(frozen=True)
class Case:
    """Readouts of one exchange, and the sets of passages that say the same."""

    accounts: tuple[Account, ...]
    same: tuple[str, ...] = ()

    @property
    def expected(self) -> set[frozenset[str]]:
        """The names of the passages of each point."""
        return {frozenset(names.split()) for names in self.same}


SUNDAY = Case(
    (
        Account(
            "Élysée Palace",
            "en",
            {
                "e-diplomacy": "The two leaders agreed that everything should be tried to avoid "
                "escalation, to reduce risks and to keep the peace.",
                "e-normandy": "They want the Normandy format to take up its work again, by way of "
                "the foreign ministers and the diplomatic advisers, on the basis of the latest "
                "exchanges with Ukraine.",
                "e-ceasefire": "The Trilateral Contact Group should meet in the hours to come so "
                "that all parties commit themselves to a ceasefire on the line of contact.",
                "e-summit": "If these conditions are met, a meeting at the highest level would "
                "define a new order of peace and security in Europe.",
                "e-belarus": "President Putin said that Russian troops would leave Belarus when "
                "the manoeuvres there end.",
            },
        ),
        Account(
            "Kremlin",
            "en",
            {
                "k-concern": "Serious concern was voiced about the sharp deterioration on the line "
                "of contact in Donbass.",
                "k-provocations": "Vladimir Putin noted that the escalation was caused by "
                "provocations of the Ukrainian security forces.",
                "k-arms": "NATO countries go on pumping modern weapons and ammunition into "
                "Ukraine, which pushes Kiev towards a military solution.",
                "k-minsk": "Kiev only imitates negotiations and refuses to carry out the Minsk "
                "agreements.",
                "k-normandy": "In view of how acute things are, the presidents think it useful to "
                "intensify the search for solutions by diplomatic means, through the foreign "
                "ministries and the political advisers of the countries in the Normandy format.",
                "k-ceasefire": "These contacts should help to restore the ceasefire and have the "
                "Trilateral Contact Group move forward.",
                "k-guarantees": "Putin repeated that the United States and NATO have to take "
                "Russia’s demands for security guarantees seriously.",
            },
        ),
    ),
    ("e-normandy k-normandy", "e-ceasefire k-ceasefire"),
)

IN_FRENCH = Case(
    (
        Account(
            "Élysée Palace",
            "fr",
            {
                "e-civils": "Le Président de la République a demandé l’arrêt de toutes les frappes "
                "contre les civils et la préservation des infrastructures civiles.",
                "e-axes": "Il a demandé que les axes routiers soient sécurisés, notamment la route "
                "au sud de Kiev.",
                "e-centrale": "Les deux présidents ont évoqué la sûreté de la centrale nucléaire "
                "de Zaporijia et le rôle de l’AIEA.",
            },
        ),
        Account(
            "Kremlin",
            "fr",
            {
                "k-civils": "Vladimir Poutine a assuré que les forces russes ne menacent pas les "
                "civils et ne visent pas d’infrastructures civiles.",
                "k-centrale": "Un échange a eu lieu sur la sécurité des installations nucléaires, "
                "dont la centrale de Zaporijia, et sur la venue d’experts de l’AIEA.",
                "k-conditions": "Un règlement suppose la reconnaissance de la Crimée et la "
                "démilitarisation de l’Ukraine.",
            },
        ),
    ),
    ("e-centrale k-centrale",),
)

IN_RUSSIAN = Case(
    (
        Account(
            "Kremlin",
            "ru",
            {
                "k-zerno": "Обсуждена реализация стамбульских договорённостей о вывозе украинского "
                "зерна из черноморских портов.",
                "k-zaes": "Подробно рассмотрена ситуация на Запорожской атомной электростанции, "
                "которую обстреливают украинские военные.",
                "k-missia": "Стороны выступили за скорейшее направление миссии МАГАТЭ на "
                "Запорожскую станцию.",
            },
        ),
        Account(
            "Bestepe",
            "ru",
            {
                "t-zerno": "Президент Эрдоган отметил, что вывоз зерна через порты Чёрного моря "
                "по стамбульскому соглашению идёт успешно.",
                "t-siria": "Главы государств говорили также о положении на севере Сирии.",
                "t-missia": "Турция готова помочь, чтобы миссия МАГАТЭ попала на станцию в "
                "Запорожье.",
            },
        ),
    ),
    ("k-zerno t-zerno", "k-missia t-missia"),
)

THREE = Case(
    (
        Account(
            "Élysée Palace",
            "en",
            {
                "e-grain": "The President recalled that grain exports from Odessa have to be "
                "possible by sea and that the blockade of the port be lifted.",
                "e-prisoners": "The release of the defenders held at the Azovstal steelworks in "
                "Mariupol was asked for.",
                "e-talks": "Direct and serious negotiations between Putin and Zelensky are needed.",
            },
        ),
        Account(
            "Chancellery",
            "en",
            {
                "c-ceasefire": "The Chancellor insisted on an immediate ceasefire and a withdrawal "
                "of the troops.",
                "c-talks": "He and the French President asked for serious direct negotiations "
                "of the Russian president with Zelensky.",
                "c-prisoners": "Both called on Putin to release the 2,500 defenders of the "
                "Azovstal steelworks.",
                "c-grain": "On food security, it was agreed that the blockade of Odessa should be "
                "lifted so that grain can be exported by sea.",
            },
        ),
        Account(
            "Kremlin",
            "en",
            {
                "k-arms": "Deliveries of Western arms to Ukraine risk destabilising the situation "
                "further.",
                "k-grain": "Russia is ready to help with unhindered exports of grain, among it "
                "Ukrainian grain from the Black Sea ports such as Odessa by sea.",
                "k-talks": "Russia is open to take up negotiations again, which are frozen through "
                "Kiev’s fault.",
            },
        ),
    ),
    ("e-grain c-grain k-grain", "e-prisoners c-prisoners", "e-talks c-talks"),
)

OPPOSED = Case(
    (
        Account(
            "Kremlin",
            "en",
            {
                "k-fault": "The reason for the escalation in Donbass is provocations by Ukrainian "
                "security forces.",
                "k-accept": "The principle of a summit with Joe Biden on strategic stability was "
                "rejected.",
                "k-troops": "Russia will not withdraw its troops from the border region with "
                "Belarus.",
            },
        ),
        Account(
            "Élysée Palace",
            "en",
            {
                "e-fault": "The reason for the escalation in Donbass is provocations by "
                "separatists whom Moscow arms.",
                "e-accept": "The principle of a summit with Joe Biden on strategic stability was "
                "accepted.",
                "e-troops": "Russia will withdraw its troops from the border region with Belarus.",
            },
        ),
    ),
)

NAMES_ALONE = Case(
    (
        Account(
            "Kremlin",
            "en",
            {
                "k-one": "Vladimir Putin and Emmanuel Macron spoke about deliveries of gas.",
                "k-two": "Putin congratulated the President of France, Macron, on his birthday.",
            },
        ),
        Account(
            "Élysée Palace",
            "en",
            {
                "e-one": "Emmanuel Macron and Vladimir Putin discussed the fate of opponents in "
                "prison.",
                "e-two": "President Macron told President Putin that vaccines are lacking in "
                "France.",
            },
        ),
    ),
)

# What is made of their countries’ names is not written with a capital in Russian.
COUNTRIES_ALONE = Case(
    (
        Account(
            "Kremlin",
            "ru",
            {
                "k-museums": "Говорили о российских и французских музеях.",
                "k-gas": "Затронуты поставки газа.",
            },
        ),
        Account(
            "Élysée Palace",
            "ru",
            {
                "e-airlines": "Российские и французские авиакомпании несут убытки.",
                "e-vaccines": "Речь шла о вакцинах.",
            },
        ),
    ),
)

ACROSS = Case(
    (
        Account(
            "Élysée Palace",
            "fr",
            {
                "e-minsk": "Le Président a rappelé son attachement aux accords de Minsk et au "
                "format Normandie.",
                "e-centrale": "La sûreté de la centrale nucléaire de Zaporijia suppose une mission "
                "d’experts de l’AIEA.",
                "e-navalny": "Le sort d’Alexeï Navalny a été évoqué.",
            },
        ),
        Account(
            "Kremlin",
            "ru",
            {
                "k-minsk": "Подчёркнута безальтернативность Минских соглашений и важность работы в "
                "Нормандском формате.",
                "k-zaes": "Речь шла о безопасности Запорожской АЭС и о миссии экспертов МАГАТЭ.",
                "k-libya": "Затронута ситуация в Ливии.",
            },
        ),
    ),
    ("e-minsk k-minsk", "e-centrale k-zaes"),
)

CASES = {
    "sunday": SUNDAY,
    "in French": IN_FRENCH,
    "in Russian": IN_RUSSIAN,
    "three": THREE,
    "opposed": OPPOSED,
    "names alone": NAMES_ALONE,
    "countries alone": COUNTRIES_ALONE,
    "across": ACROSS,
}

PEOPLE = {
    "Vladimir Putin": ("person", "RU", "Владимир Путин|Poutine|Putin"),
    "Emmanuel Macron": ("person", "FR", "Macron|Макрон"),
    "Kremlin": ("office", "RU", "Moscow"),
    "Élysée Palace": ("office", "FR", "Paris"),
    "Chancellery": ("office", "DE", ""),
    "Bestepe": ("office", "TR", ""),
    "Russia": ("state", "RU", "Россия|Russie"),
    "Ukraine": ("state", "UA", "Kiev|Kyiv|Украина"),
    "IAEA": ("organisation", "", "AIEA|МАГАТЭ"),
}


@dataclass(frozen=True)
class Entered:
    """An exchange that was entered, its sides, and the names of the passages by their ids."""

    exchange: Exchange
    sides: list[list[Statement]]
    names: dict[int, str]

    def __getitem__(self, name: str) -> Statement:
        """Give the passage with a name of ours."""
        return next(one for side in self.sides for one in side if self.names[one.pk] == name)


def people() -> dict[str, Actor]:
    """Enter who is spoken of, with names in several languages."""
    made = {}
    for name, (kind, country, others) in PEOPLE.items():
        made[name] = cast.actor(name, name.lower().replace(" ", "-"), kind=kind, country=country)
        for other in filter(None, others.split("|")):
            ActorName.objects.create(actor=made[name], name=other)
    return made


def entered(case: Case, known: Mapping[str, Actor] | None = None) -> Entered:
    """Enter the readouts of a case."""
    actors = known or people()
    call = cast.exchange(actors["Vladimir Putin"], actors["Emmanuel Macron"], date="2022-02-20")
    sides, names = [], {}
    for account in case.accounts:
        office = actors[account.office]
        source = _readout(call, office, account)
        side = []
        for name, text in account.texts.items():
            said = {"exchange": call, "speaker": office, "quote_type": "readout"}
            side.append(cast.statement(source, text, language=account.language, **said))
            names[side[-1].pk] = name
        sides.append(side)
    return Entered(call, sides, names)


def _readout(call: Exchange, office: Actor, account: Account) -> Document:
    source = cast.document(
        kind="readout",
        title=f"Readout by {office.name}",
        publisher=office,
        publisher_as_printed=office.name,
        language=account.language,
    )
    Readout.objects.create(exchange=call, side=office, document=source)
    return source
