"""«Kort sagt»: the report in one paragraph, composed from the figures."""

from __future__ import annotations

from typing import Any

from evaluering.rapport.hovedtall import lengst_fra_malet, svakest
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.navn import SETT, tidspunkt
from evaluering.rapport.tallform import antall_av, desimal, prosent, ramse

FORBEHOLD = (
    "Spørsmålene er laget for målingen, ikke samlet fra bruk. Tallene sier derfor ikke hva innbyggerne kommer til å spørre om, "
    "om svarene er lette å forstå, eller om tekstene bak dem er riktige."
)

Rad = dict[str, Any]


def kort_sagt(kjoring: Kjoring, hovedtall: list[Rad], sammenligning: Rad | None) -> list[str]:
    """Return the sentences, those that the run has no figures for left out."""
    sett = kjoring.hovedsett
    tall = {r["navn"]: c for r in hovedtall if (c := r["sett"][sett])}
    setninger = [
        _antallet(kjoring, sett),
        *(mal.format(prosent(c["snitt"]), antall_av(c)) for navn, mal in _SETNINGER if (c := tall.get(navn))),
        _forbudt(tall.get("forbudt vist")),
        _gulvene(hovedtall, sett),
        _svakest(hovedtall, sett),
        _endret(sammenligning, sett, {r["navn"] for r in hovedtall if r["viktig"]}),
        FORBEHOLD,
    ]
    return [s for s in setninger if s]


_SETNINGER = (
    ("seksjon vist", "Når tekstene har svaret, viste assistenten riktig sted i {0} av tilfellene ({1})."),
    ("utfall", "{0} av samtalene endte riktig ({1})."),
    ("avsto med rette", "Når tekstene ikke har svaret, sa assistenten at den ikke vet, i {0} av tilfellene ({1})."),
)


def _antallet(kjoring: Kjoring, sett: str) -> str:
    n = {s: kjoring.antall(s) for s in ("test", "dev")}
    if not sum(n.values()):
        return "Ingen spørsmål er vurdert i denne kjøringen."
    if not n["test"] or not n["dev"]:
        return f"Assistenten fikk {desimal(n[sett], 0)} {SETT[sett].lower()}."
    return (
        f"Assistenten fikk {desimal(n['test'] + n['dev'], 0)} spørsmål. Tallene her gjelder de {desimal(n['test'], 0)} "
        f"prøvespørsmålene, som ingen har justert løsningen etter."
    )


def _forbudt(celle: Rad | None) -> str:
    if celle is None:
        return ""
    if not celle["snitt"]:
        return f"Ingen av de {desimal(celle['antall'], 0)} svarene viste noe av det vi på forhånd har ført opp som galt."
    return f"{antall_av(celle)} svar viste noe som ville vært galt, for eksempel feil frist eller beløp."


def _gulvene(hovedtall: list[Rad], sett: str) -> str:
    med = [(r, c) for r in hovedtall if (c := r["sett"][sett]) and c["gulv"] is not None]
    brutt = [f"«{r['navn']}»" for r, c in med if c["status"] == "under"]
    if not med:
        return "Ingen gulv er satt for disse spørsmålene."
    if brutt:
        return f"Gulvet er brutt for {ramse(brutt)}."
    hvem = "Det ene tallet" if len(med) == 1 else f"Alle de {len(med)} tallene"
    return f"{hvem} som har et gulv, holder det."


def _svakest(hovedtall: list[Rad], sett: str) -> str:
    rad, lengst = svakest(hovedtall, sett), lengst_fra_malet(hovedtall, sett)
    setninger = []
    if rad and rad is not lengst:
        setninger.append(f"Svakest er «{rad['navn']}» med {prosent(rad['sett'][sett]['snitt'])}.")
    if lengst:
        c = lengst["sett"][sett]
        hva = "Svakest, og lengst fra målet," if rad is lengst else "Lengst fra målet"
        setninger.append(f"{hva} er «{lengst['navn']}»: {prosent(c['snitt'])}, mot et mål på {prosent(c['mal'])}.")
    return " ".join(setninger)


def _endret(s: Rad | None, sett: str, viktige: set[str]) -> str:
    if s is None:
        return "Dette er den første kjøringen, så det er ingenting å sammenligne med."
    fra = f"kjøringen {tidspunkt(s['for'])}"
    if s["grunn"]:
        return f"Om det er blitt bedre eller verre enn {fra}, kan ikke avgjøres: {s['grunn']}"
    rader = s["forskjeller"][sett]
    bedre, verre = ([f"«{r['navn']}»" for r in rader if r["dom"] == d and r["navn"] in viktige] for d in ("bedre", "verre"))
    if not bedre and not verre:
        return f"Ingen av hovedtallene er sikkert bedre eller verre enn i {fra}."
    deler = [f"{ord_} for {ramse(navn)}" for ord_, navn in (("bedre", bedre), ("verre", verre)) if navn]
    return f"Sammenlignet med {fra} er det sikkert {ramse(deler)}."
