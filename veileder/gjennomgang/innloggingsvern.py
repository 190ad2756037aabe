"""How long to wait after failed logins: a person who mistypes is hardly held up, a machine that guesses gets nowhere.

Counted by the name that is tried, whether or not there is such a user, so that nothing is told by it. While one waits,
no password is looked at and nothing is counted, so that nobody can be kept out by being guessed at for ever.
"""

from __future__ import annotations

import datetime as dt

FRITT = 5
"""Misses before the first wait."""

FORSTE, LENGSTE = 15.0, 900.0
"""Seconds to wait after the first miss too many, doubled at each further, and at the most: some hundred guesses a day."""

GLEM_ETTER = dt.timedelta(hours=12)
"""After this long without a try the misses are forgotten."""


def ventetid(antall: int, siste: dt.datetime, na: dt.datetime) -> float:
    """Return the seconds left to wait after ``antall`` misses of which the last was at ``siste``; 0 when one may try."""
    if antall < FRITT:
        return 0.0
    pause = min(FORSTE * float(2 ** min(antall - FRITT, 10)), LENGSTE)
    return max(0.0, pause - (na - siste).total_seconds())
