"""When a request for contact should be answered by, in working days."""

from __future__ import annotations

import datetime as dt


def svarfrist(opprettet: dt.datetime, virkedager: int) -> dt.date | None:
    """Return the day that is so many working days after ``opprettet``, by Norway's public holidays; None for 0 days."""
    if virkedager <= 0:
        return None
    import holidays

    return holidays.country_holidays("NO").get_nth_working_day(opprettet.astimezone().date(), virkedager)
