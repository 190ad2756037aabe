"""Many open chats at once over real websockets: each message answered, the first words in time, memory flat."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluering.front.last import GRENSE, MILJO, mal
from evaluering.front.tjener import tjener
from veileder.innstillinger import Innstillinger

VOKSER = 1.08
"""What the late memory may be of the early: noise of the allocator, not a leak."""


@pytest.mark.alt
@pytest.mark.parametrize(("sesjoner", "sekunder"), [(20, 60), (100, 600)])
def test_every_message_of_many_open_chats_is_answered_in_time_and_memory_stays(
    eget: Innstillinger, tmp_path: Path, capsys: pytest.CaptureFixture[str], sesjoner: int, sekunder: int
) -> None:
    database = {"VEILEDER_DATABASE_URL": f"sqlite:///{tmp_path}/veileder.sqlite"}
    with tjener(eget.korpus, eget.data, **MILJO, **database) as t:
        maling = mal(t, sesjoner=sesjoner, hvert=20, varighet=sekunder)
    with capsys.disabled():
        print("\n" + maling.som_tekst())  # noqa: T201 - the figures are what it is run for
    assert maling.besvart == maling.sendt >= sesjoner * sekunder // 20 - sesjoner
    assert maling.forste[1] <= GRENSE
    assert sekunder < 600 or maling.minne[1] <= VOKSER * maling.minne[0]
