"""Whether a message tells of a death close to the one who writes: such a message is met with a kind sentence first.

«Mannen min døde i fjor» is no danger, and not only a question. What happens when somebody dies in general («hva skjer
når noen dør på sykehjem?») is.
"""

from __future__ import annotations

import re

_NAER = (
    r"(?:mor|far|mamma|pappa|mannen|kona|kjerringa|gubben|sønnen|datteren|datra|dotra|guten|gutten|jenta|barnet|babyen|bror|broren|"
    r"søster|søsteren|søstera|bestemor|bestefar|besta|farmor|farfar|mormor|morfar|tante|onkel|samboeren|ektemannen|ektefellen|"
    r"svigermor|svigerfar|kjæresten|moren|faren|husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather)"
)
_DOD = (
    r"(?:døde|døydde|er død|er døydd|har dødd|gikk bort|gjekk bort|har gått bort|er gått bort|er gått ut av tiden|"
    r"sovnet inn|sovna inn|har sovnet inn|fikk ikke leve|ble begravet|vart gravlagd|died|passed away|"
    r"has died|is dead)"
)
_MISTET = r"(?:mistet|mista|har mistet|har mista|miste|begravde|gravla|lost|lost my)"
_SORG = re.compile(
    rf"\b{_NAER}\b(?: min| mi| mitt| vår| vårt| mine| hennes| hans| sin)?\b(?: \w+){{0,2}} {_DOD}\b"
    rf"|\b(?:jeg|vi|eg|me|i|we)\b {_MISTET} (?:min |mi |mitt |vår |my |our )?{_NAER}\b",
    re.IGNORECASE,
)


def er_i_sorg(bokmal: str) -> bool:
    """Tell whether a message speaks of somebody near who has died; ``bokmal`` has dialect brought to bokmål."""
    return _SORG.search(bokmal) is not None
