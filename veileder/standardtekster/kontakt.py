"""Where a human is reached."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

KONTAKT: dict[str, dict[Malform, str]] = {
    "kontakt_kommune": {_NB: "Kontakt {navn} kommune", _NN: "Kontakt {navn} kommune", _EN: "Contact the municipality of {navn}"},
    "kontakt_uten": {
        _NB: "Kontakt kommunen du bor i: ring sentralbordet, eller se kommunens nettsted.",
        _NN: "Kontakt kommunen du bur i: ring sentralbordet, eller sjå nettstaden til kommunen.",
        _EN: "Contact the municipality where you live: call its switchboard or see its website.",
    },
    "kontakt_telefon": {_NB: "telefon {telefon}", _NN: "telefon {telefon}", _EN: "telephone {telefon}"},
    "kontakt_alder": {
        _NB: "Nummeret er fra en side fra {ar}.",
        _NN: "Nummeret er frå ei side frå {ar}.",
        _EN: "The number is from a page of {ar}.",
    },
    "kontakt_mangler": {
        _NB: "Telefonnummeret mangler hos oss. Du finner det på {nettsted}",
        _NN: "Telefonnummeret manglar hos oss. Du finn det på {nettsted}",
        _EN: "We do not have the telephone number. You will find it on {nettsted}",
    },
}  # fmt: skip
