"""Whether an office is open now: by its hours, the public holidays and its own closing days, and never by a guess."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from veileder.domene import Kontakt, Malform
from veileder.overlevering.apningstid import les_tider, status
from veileder.overlevering.kontakt import les_kontakter
from veileder.web.kontaktkort import apent_na, kontaktkort

YAML = """
kommuner:
  molde:
    navn: Molde
    sentralbord: "71 11 10 00"
    apningstid: {mandag-torsdag: "09.00-15.30", fredag: "kl. 9–14", lørdag: stengt}
    stengte_dager: [2026-12-24, 2026-12-31]
"""


@pytest.fixture(scope="module")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Kontakt:
    fil = tmp_path_factory.mktemp("tid") / "kommuner.yaml"
    fil.write_text(YAML, encoding="utf-8")
    return les_kontakter(fil).kommuner["molde"]


@pytest.mark.parametrize(
    ("utc", "vent"),
    [
        ("2026-11-23 07:59", "Stengt nå. Åpner i dag kl. 9."),  # a Monday; Norway is an hour ahead in winter
        ("2026-11-23 08:00", "Åpent nå, til kl. 15.30."),
        ("2026-11-23 14:30", "Stengt nå. Åpner i morgen kl. 9."),
        ("2026-07-24 11:59", "Åpent nå, til kl. 14."),  # a Friday; two hours ahead in summer
        ("2026-07-24 12:00", "Stengt nå. Åpner mandag kl. 9."),
        ("2026-11-28 11:00", "Stengt nå. Åpner mandag kl. 9."),  # a Saturday
        ("2028-05-17 10:00", "Stengt i dag (Grunnlovsdag). Åpner i morgen kl. 9."),
        ("2026-12-24 10:00", "Stengt i dag (kommunens egen fridag). Åpner mandag kl. 9."),  # then Christmas and a weekend
        ("2026-03-31 23:30", "Stengt nå. Åpner i dag kl. 9."),  # already 1 April in Norway, a Wednesday
        ("2026-04-01 15:00", "Stengt nå. Åpner tirsdag kl. 9."),  # over Easter
    ],
)
def test_the_card_says_whether_it_is_open_now_and_when_it_opens(molde: Kontakt, utc: str, vent: str) -> None:
    na = dt.datetime.fromisoformat(utc).replace(tzinfo=dt.UTC)
    assert apent_na(molde, Malform.NB, na) == f"**{vent}**"
    assert f"**{vent}**" in kontaktkort(molde, Malform.NB, na=na)


def test_hours_that_are_not_known_are_not_guessed(molde: Kontakt) -> None:
    na = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    uten = Kontakt(kommune="molde", navn="Molde", telefon="71 11 10 00")
    assert status(uten, na) is None and "Vi kjenner ikke åpningstiden" in kontaktkort(uten, Malform.NB, na=na)
    for uklart in ({"mandag": "09-15", "fredag": "etter avtale"}, {"hverdager": "9-15"}, {"mandag": "15-9"}, "9–15", None, {}):
        assert les_tider(uklart) == ()
    assert les_tider({"måndag til fredag": "08:00–15:00"}) == tuple((d, "08:00", "15:00") for d in range(5))
    assert les_tider({"tysdag": "9-11, 12-15"}) == ((1, "09:00", "11:00"), (1, "12:00", "15:00"))


def test_it_is_said_in_the_language_of_the_page(molde: Kontakt) -> None:
    na = dt.datetime(2028, 5, 17, 10, tzinfo=dt.UTC)
    assert apent_na(molde, Malform.EN, na) == "**Closed today (Constitution Day). Opens tomorrow at 9.**"
    assert apent_na(molde, Malform.NN, na) == "**Stengt i dag (Grunnlovsdag). Opnar i morgon kl. 9.**"


def test_the_municipalities_of_the_corpus_can_all_be_read() -> None:
    kontakter = les_kontakter(Path(__file__).parent.parent / "korpus" / "kommuner.yaml").kommuner
    assert len(kontakter) == 6 and all(k.tider or not k.apningstid for k in kontakter.values())
