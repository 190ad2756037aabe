"""Why somebody is handed over to a human."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

OVERLEVERING: dict[str, dict[Malform, str]] = {
    "grunn_vedtak": {
        _NB: "Spørsmålet gjelder en avgjørelse om en bestemt person. Den tar kommunen.",
        _NN: "Spørsmålet gjeld ei avgjerd om ein bestemt person. Den tek kommunen.",
        _EN: "The question is about a decision for a particular person. The municipality makes it.",
    },
    "grunn_medisinsk": {
        _NB: "Spørsmålet gjelder helseråd. Det gir fastlegen eller legevakta.",
        _NN: "Spørsmålet gjeld helseråd. Det gir fastlegen eller legevakta.",
        _EN: "The question asks for health advice. Your GP or the out-of-hours doctor gives that.",
    },
    "grunn_akutt": {
        _NB: "Meldingen kan gjelde fare for liv eller helse.",
        _NN: "Meldinga kan gjelde fare for liv eller helse.",
        _EN: "The message may be about danger to life or health.",
    },
    "grunn_uten_grunnlag": {
        _NB: "Kildene har ikke svar på spørsmålet.",
        _NN: "Kjeldene har ikkje svar på spørsmålet.",
        _EN: "The sources have no answer to the question.",
    },
    "grunn_onsket": {
        _NB: "Du ba om å snakke med et menneske.",
        _NN: "Du bad om å snakke med eit menneske.",
        _EN: "You asked to talk to a human.",
    },
    "grunn_feilet": {
        _NB: "Noe gikk galt hos oss.",
        _NN: "Noko gjekk gale hos oss.",
        _EN: "Something went wrong on our side.",
    },
}  # fmt: skip
