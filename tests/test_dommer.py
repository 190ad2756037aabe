"""The judge layers of the evaluation: ragas with a scripted judge, and what it says without any."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import OrdEmbedder
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from evaluering import dommer_lenke
from evaluering.dommer import Dommer, dom, dommer_fra_miljo, kalibrer
from evaluering.dommer_kalibrering import TERSKLER, kappa, les_kalibrering
from evaluering.dommer_kjoring import dom_saker, om_dommer
from evaluering.dommer_mal import MALINGER, Sak, kutt, som_sak
from evaluering.gull import Gullrad
from evaluering.metrikker import Vurdert
from evaluering.ragas_mal import mal_ragas, svartekst
from veileder.domene import Utfall

Rad = dict[str, Any]
Manus = Callable[[str, str], str]
"""Given what ragas asks for and the input, the judge's answer."""


class ManusDommer(BaseChatModel):
    """A chat model that answers by a script."""

    manus: Manus

    @property
    def _llm_type(self) -> str:
        return "manus"

    def _generate(self, messages: Any, *_args: Any, **_felt: Any) -> ChatResult:
        tekst = str(messages[-1].text)
        form = next(
            f
            for f in ("classifications", "noncommittal", "verdict", "claims", "statements")
            if f'"{f}"' in tekst.partition("EXAMPLES")[0]
        )
        svar = self.manus(form, tekst.rpartition("\ninput: ")[2].removesuffix("\nOutput: "))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(svar))])


class TregDommer(ManusDommer):
    """One that does not come back."""

    async def _agenerate(self, *_args: Any, **_felt: Any) -> ChatResult:
        await asyncio.sleep(30)
        raise AssertionError("skulle vært avbrutt")


def lag(manus: Manus, klasse: type[ManusDommer] = ManusDommer, **felt: Any) -> Dommer:
    return Dommer(navn="manus:1", modell=klasse(manus=manus), embedder=OrdEmbedder(), **felt)


def ord_for_ord(form: str, inn: str) -> str:
    """A judge without mercy or wit: a sentence is a claim, and it holds when it stands there word for word."""
    data = json.loads(inn)
    if form == "noncommittal":
        svar = data["response"]
        return json.dumps({"question": svar, "noncommittal": int(svar.startswith("Det vet jeg ikke"))})
    if form in ("statements", "claims"):
        tekst = data.get("answer", data.get("response"))
        return json.dumps({form: [s.strip() for s in tekst.split(".") if s.strip()]})
    if form == "verdict":
        return json.dumps(
            {"statements": [{"statement": s, "reason": "", "verdict": int(s in data["context"])} for s in data["statements"]]}
        )
    deler = [s.strip() for s in data["answer"].split(".") if s.strip()]
    return json.dumps(
        {"classifications": [{"statement": s, "reason": "", "attributed": int(s in data["context"])} for s in deler]}
    )


SAK = Sak(
    id="a",
    sporsmal="Alarmen koster 100 kroner. Den er grønn. Du låner den.",
    svar="Alarmen koster 100 kroner. Den er grønn. Du låner den.",
    kontekst=("Alarmen koster 100 kroner. Fristen er fire uker.", "Katten er svart. Du låner den."),
    referanse="Alarmen koster 100 kroner. Fristen er fire uker. Solen er gul. Månen er hvit.",
)
"""Of three claims the passages bear two, and the reference one. Of four in the reference the passages bear two."""


def verdier(sak: Sak, dommer: Dommer) -> dict[str, float | None]:
    return {d.navn: d.verdi for d in dom_saker([sak], dommer)}


def test_fem_mal_gir_det_som_er_regnet_for_hand() -> None:
    ut = verdier(SAK, lag(ord_for_ord))
    assert ut["trofasthet"] == pytest.approx(2 / 3)
    assert ut["svarrelevans"] == pytest.approx(1.0)  # the judge guesses the very question
    assert ut["faktariktighet"] == pytest.approx(0.29)  # TP 1, FP 2, FN 3: P 1/3, R 1/4, F1 2/7, which ragas rounds
    assert ut["referansedekning"] == pytest.approx(2 / 4)
    # «Du låner den» is wrong by the reference, but its passage bears nothing of the reference: not counted.
    assert ut["støyfølsomhet"] == 0.0


def test_en_gal_pastand_fra_en_rett_kilde_er_stoy() -> None:
    sak = Sak(
        id="b",
        sporsmal="Pris?",
        svar="Prisen er 1. Katten er svart.",
        kontekst=("Prisen er 1. Katten er svart.",),
        referanse="Prisen er 1.",
    )
    assert verdier(sak, lag(ord_for_ord))["støyfølsomhet"] == pytest.approx(1 / 2)


def test_et_unnvikende_svar_er_ikke_relevant() -> None:
    sak = Sak(id="c", sporsmal="Hva koster det?", svar="Det vet jeg ikke.", kontekst=("Det koster 1.",), pastar=False)
    assert verdier(sak, lag(ord_for_ord)) == {"svarrelevans": 0.0}


def test_uten_svar_i_tekstene_dommes_bare_det_som_pastas() -> None:
    sak = Sak(id="d", sporsmal="Hva er meningen?", svar="Ingen vet.", kontekst=("Ingen vet.",), svarbar=False)
    assert verdier(sak, lag(ord_for_ord)) == {"trofasthet": 1.0}


def test_et_tomt_sok_dekker_ingenting_og_dommeren_sporres_ikke() -> None:
    dommer = lag(ord_for_ord)
    sak = Sak(id="e", sporsmal="Pris?", svar="Prisen er 1.", kontekst=(), referanse="Prisen er 1.")
    ut = {d.navn: d for d in dom_saker([sak], dommer)}
    assert ut["referansedekning"].verdi == 0.0 and not ut["referansedekning"].spurt
    assert ut["faktariktighet"].verdi == 1.0 and ut["faktariktighet"].spurt
    assert "støyfølsomhet" not in ut


# --- a judge that fails ----------------------------------------------------------------------------


def _kast(_form: str, _inn: str) -> str:
    raise ConnectionError("ingen forbindelse")


def _endret(**nytt: Any) -> Manus:
    """The word-for-word judge with some of its fields changed."""

    def manus(form: str, inn: str) -> str:
        return json.dumps(
            json.loads(ord_for_ord(form, inn)) | {k: v for k, v in nytt.items() if k in json.loads(ord_for_ord(form, inn))}
        )

    return manus


def _for_fa(form: str, inn: str) -> str:
    ut = json.loads(ord_for_ord(form, inn))
    return json.dumps({"statements": ut["statements"][:1]} if form == "verdict" else ut)


def _dobbelt(form: str, inn: str) -> str:
    return ord_for_ord(form, inn).replace('"verdict": 1', '"verdict": 7').replace('"attributed": 1', '"attributed": 7')


@pytest.mark.parametrize(
    ("manus", "mal", "grunn"),
    [
        (lambda _f, _i: '{"statements": ["a", "b"', "trofasthet", "ødelagt JSON"),
        (lambda _f, _i: '```json\n{"classifications": [{"statement": "a", "reason": "b"', "referansedekning", "ødelagt JSON"),
        (lambda _f, _i: '{"pastander": []}', "trofasthet", "feil form"),
        (lambda _f, _i: '{"statements": "ingen"}', "støyfølsomhet", "feil form"),
        (lambda _f, _i: "Beklager, det kan jeg ikke hjelpe med.", "svarrelevans", "svarte ikke med JSON"),
        (lambda _f, _i: "", "faktariktighet", "tomt svar"),
        (_kast, "trofasthet", "feil fra modellen"),
        (_endret(statements=[]), "trofasthet", "fant ingen påstander"),
        (_endret(claims=[]), "faktariktighet", "fant ingen påstander"),  # ragas says 0.0
        (_endret(classifications=[]), "referansedekning", "fant ingen påstander"),
        (_endret(question=" "), "svarrelevans", "tomt spørsmål"),  # ragas asks about the space
        (_for_fa, "trofasthet", "dømte ikke alle påstandene"),  # ragas says 1.0
        (_for_fa, "faktariktighet", "dømte ikke alle påstandene"),
        (_for_fa, "støyfølsomhet", "dømte ikke alle påstandene"),
        (_dobbelt, "trofasthet", "dømte noe annet enn 0 eller 1"),
        (_dobbelt, "referansedekning", "dømte noe annet enn 0 eller 1"),  # ragas says 3.5
    ],
)
def test_en_dommer_som_svikter_gir_en_grunn_og_ingen_verdi(manus: Manus, mal: str, grunn: str) -> None:
    (ut,) = [d for d in dom_saker([SAK], lag(manus)) if d.navn == mal]
    assert ut.verdi is None and ut.ganger == ()
    assert ut.feil[0].startswith(grunn)


def test_en_dommer_som_ikke_svarer_avbrytes() -> None:
    ut = dom_saker([SAK], lag(ord_for_ord, TregDommer, sekunder=0.05), MALINGER[:1])
    assert ut[0].verdi is None and ut[0].feil == ("svarte ikke i tide: 0.05 s",)


def test_json_i_gjerde_og_med_ord_foran_blir_lest() -> None:
    pakket = lag(lambda f, i: f"Her er svaret:\n```json\n{ord_for_ord(f, i)}\n```\n")
    assert verdier(SAK, pakket) == verdier(SAK, lag(ord_for_ord))


# --- a whole run -----------------------------------------------------------------------------------


def vurdert(
    nr: int = 1, tekst: str = "", *, referanse: str = "Alarmen koster 100 kroner.", kontekst: tuple[str, ...] = (), **felt: Any
) -> Vurdert:
    gull = Gullrad(
        id=f"g{nr}",
        sporsmal="Hva koster alarmen?",
        seksjoner=("t/a#pris", "t/a#om"),
        utfall=(Utfall.BESVART,),
        referanse=referanse,
    )
    svar = {
        "id": gull.id, "variant": "", "sporsmal": gull.sporsmal, "utfall": "besvart", "sprak": "nb",
        "tekst": tekst or "Alarmen koster 100 kroner. [1]", "kontekst": list(kontekst or ("Alarmen koster 100 kroner. Du låner den.",)),
        "kilder": [{"dokument": "t/a", "aspekt": "pris", "sitat": "Alarmen koster 100 kroner."}],
        "treff": [{"seksjon": "t/a#pris"}, {"seksjon": "t/b#om"}],
    }  # fmt: skip
    return Vurdert(gull=gull, svar=svar | felt, verdier={})


def _svikter_hver_tredje() -> Manus:
    teller: Iterator[int] = iter(range(10**6))

    def manus(form: str, inn: str) -> str:
        return "nei" if form == "classifications" and next(teller) % 3 == 0 else ord_for_ord(form, inn)

    return manus


def test_en_kjoring_forteller_hvem_som_domte_og_hva_som_sviktet() -> None:
    gjort: list[tuple[int, int]] = []
    ut = dom(
        [vurdert(i) for i in range(3)], lag(_svikter_hver_tredje(), samtidige=1), framdrift=lambda g, av: gjort.append((g, av))
    )
    json.loads(json.dumps(ut, allow_nan=False))
    assert gjort[-1] == (15, 15)
    assert (ut["dommer"], ut["ragas"], ut["ganger"], ut["antall"], ut["av"]) == ("manus:1", "0.4.3", 1, 3, 3)
    assert ut["metrikker"]["trofasthet"] == {
        "snitt": 1.0, "lav": 1.0, "hoy": 1.0, "antall": 3, "uten_verdi": 0, "uten_dommer": 0, "feil": {}, "spredning": None,
    }  # fmt: skip
    sviktet = ut["metrikker"]["referansedekning"]
    assert (sviktet["snitt"], sviktet["antall"], sviktet["uten_verdi"], sviktet["feil"]) == (
        1.0,
        2,
        1,
        {"svarte ikke med JSON": 1},
    )
    assert ut["rader"]["g0"]["referansedekning"] == {"verdi": None, "ganger": [], "feil": ["svarte ikke med JSON: «nei»"]}


def test_bare_svikt_gir_ingen_snitt_og_ingen_null() -> None:
    ut = dom([vurdert()], lag(lambda _f, _i: "nei"))
    assert {(m["snitt"], m["antall"], m["uten_verdi"]) for m in ut["metrikker"].values()} == {(None, 0, 1)}
    json.dumps(ut, allow_nan=False)


def test_tallene_er_de_samme_to_ganger() -> None:
    rader = [vurdert(i, f"Alarmen koster {i}00 kroner. Du låner den.") for i in range(4)]
    assert dom(rader, lag(ord_for_ord)) == dom(rader, lag(ord_for_ord))


def test_spredningen_mellom_ganger_staar_ved_snittet() -> None:
    ganger = iter((1, 0, 1, 0))

    def vinglete(form: str, inn: str) -> str:
        if form != "classifications":
            return ord_for_ord(form, inn)
        return json.dumps({"classifications": [{"statement": "a", "reason": "", "attributed": next(ganger)}]})

    ut = dom([vurdert()], lag(vinglete), ganger=4)
    assert ut["rader"]["g1"]["referansedekning"]["ganger"] == [1.0, 0.0, 1.0, 0.0]
    assert (ut["metrikker"]["referansedekning"]["snitt"], ut["metrikker"]["referansedekning"]["spredning"]) == (0.5, 1.0)
    assert ut["metrikker"]["trofasthet"]["spredning"] == 0.0


def test_antall_plukker_jevnt() -> None:
    ut = dom([vurdert(i) for i in range(10)], lag(ord_for_ord), antall=3)
    assert (list(ut["rader"]), ut["antall"], ut["av"]) == (["g0", "g3", "g6"], 3, 10)


def test_det_som_kuttes_blir_meldt() -> None:
    ut = dom([vurdert(1, "Kort svar.", kontekst=("a" * 30, "b" * 30)), vurdert(2, "Kort.")], lag(ord_for_ord, tegn=40))
    assert ut["kuttet"][0] == {"id": "g1", "felt": "kontekst", "tegn": 86, "beholdt": 40}  # the quotation is a third passage
    assert [k["id"] for k in ut["kuttet"]] == ["g1"]
    assert kutt(SAK, 10_000) == (SAK, [])


def test_dommeren_ser_svaret_uten_numre_markdown_og_faste_setninger() -> None:
    v = vurdert(
        1,
        "**Alarmen** koster [100 kroner](https://x.no). [1]\n\n- Du låner den. [2]\n\nTeksten er et utkast og ikke vedtatt av kommunen.",
    )
    assert som_sak(v).svar == "Alarmen koster 100 kroner.\nDu låner den."
    assert som_sak(v).kontekst == ("Alarmen koster 100 kroner. Du låner den.",)  # the quotation stands in it
    assert svartekst({"tekst": "Teksten er et utkast og ikke vedtatt av kommunen.", "sprak": "nb"}).startswith("Teksten")


class HuskendeDommer(ManusDommer):
    """One that keeps what it was sent."""

    sendt: list[Any]

    def _generate(self, messages: Any, *args: Any, **felt: Any) -> ChatResult:
        self.sendt.append(messages)
        return super()._generate(messages, *args, **felt)


def test_dommeren_far_oppdraget_forst_og_hele_teksten() -> None:
    modell = HuskendeDommer(manus=ord_for_ord, sendt=[])
    dom_saker([SAK], Dommer(navn="manus:1", modell=modell, embedder=OrdEmbedder()), MALINGER[:1])
    forste, andre = modell.sendt
    assert (forste[0].type, andre[0].type) == ("system", "system") and "nynorsk" in forste[0].text
    assert SAK.svar in forste[1].text and all(k in andre[1].text for k in SAK.kontekst)


# --- what makes two results comparable -------------------------------------------------------------


def test_digestene_folger_hver_prompt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from ragas.metrics.collections.faithfulness.util import NLIStatementPrompt

    for_ = om_dommer(lag(ord_for_ord), 1)["prompter"]
    assert {m.metrikk.navn for m in MALINGER} | {"oppdrag"} == set(for_) and all(for_.values())
    monkeypatch.setattr(NLIStatementPrompt, "instruction", "Judge kindly.")
    etter = om_dommer(lag(ord_for_ord), 1)["prompter"]
    endret = {(m, p) for m in for_ for p in for_[m] if for_[m][p] != etter[m][p]}
    assert endret == {("trofasthet", "nli_statement_prompt")}
    nytt = tmp_path / "oppdrag.md"
    nytt.write_text("Vær snill.", encoding="utf-8")
    monkeypatch.setattr(dommer_lenke, "OPPDRAG", nytt)
    dommer_lenke.oppdrag.cache_clear()
    assert om_dommer(lag(ord_for_ord), 1)["prompter"]["oppdrag"] != for_["oppdrag"]
    dommer_lenke.oppdrag.cache_clear()


def test_uten_innstilling_er_det_ingen_dommer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dommer_fra_miljo() is None
    monkeypatch.setenv("VEILEDER_DOMMER", "openai:gpt-test")
    monkeypatch.setenv("VEILEDER_DOMMER_GANGER", "3")
    monkeypatch.setenv("OPENAI_API_KEY", "ingen")
    dommer = dommer_fra_miljo()
    assert dommer is not None
    assert (dommer.navn, dommer.ganger, dommer.temperatur) == ("openai:gpt-test", 3, 0.0)


@pytest.mark.parametrize(
    ("modell", "sier"), [("openai:gpt-test", "OPENAI_API_KEY"), ("ukjent:x", "ukjent"), ("gpt", "kunne ikke startes")]
)
def test_en_dommer_som_ikke_kan_startes_gir_en_linje(monkeypatch: pytest.MonkeyPatch, modell: str, sier: str) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("VEILEDER_DOMMER", modell)
    with pytest.raises(ValueError, match=sier) as feil:
        dommer_fra_miljo()
    assert "\n" not in str(feil.value) and modell in str(feil.value)


# --- calibration -----------------------------------------------------------------------------------


def test_kalibreringen_er_seksti_rader_som_ble_lest() -> None:
    rader = les_kalibrering()
    assert [sum(r.malform == m for r in rader) for m in ("nb", "nn")] == [40, 20]
    assert len({r.id for r in rader}) == 60
    assert {r.opphav for r in rader} == {"lest og dømt under utviklingen, ikke av fagfolk i kommunene"}
    assert all(r.kontekst and r.svar and r.referanse and r.grunn and set(r.dom) == set(TERSKLER) for r in rader)
    assert all(min(sum(r.dom[v] for r in rader), sum(not r.dom[v] for r in rader)) >= 12 for v in TERSKLER)


def test_kalibreringen_teller_enighet_og_svikt_hver_for_seg() -> None:
    rader = les_kalibrering()[:6]
    per_svar = {r.svar: r for r in rader}

    def manus(form: str, inn: str) -> str:
        """Agrees on faithfulness but for the first row, and refuses to decompose for correctness."""
        data = json.loads(inn)
        if form == "claims":
            return "nei"
        if form == "statements":
            return json.dumps({"statements": [data["answer"]]})
        if form == "noncommittal":
            return json.dumps({"question": per_svar[data["response"]].sporsmal, "noncommittal": 0})
        rad = per_svar[data["statements"][0]]
        return json.dumps(
            {"statements": [{"statement": "", "reason": "", "verdict": int(rad.dom["trofast"] and rad is not rader[0])}]}
        )

    enighet = kalibrer(lag(manus), rader)["enighet"]
    assert enighet["trofast"]["for strengt"] == [rader[0].id] and enighet["trofast"]["for snilt"] == []
    assert enighet["trofast"]["enige"]["snitt"] == pytest.approx(5 / 6, abs=1e-4)
    assert enighet["relevant"]["enige"]["antall"] == 6
    assert (enighet["riktig"]["enige"], enighet["riktig"]["kappa"], enighet["riktig"]["uten_verdi"]) == (None, None, 6)
    assert enighet["riktig"]["feil"] == {"svarte ikke med JSON": 6}


def test_kappa_er_enighet_ut_over_tilfeldighet() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, by chance 0.5 (Cohen's own arithmetic)
    par = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(par) == pytest.approx(0.4)
    assert kappa([(True, True)] * 3) is None


# --- layer A ---------------------------------------------------------------------------------------


def test_ragas_uten_dommer_gir_det_som_er_regnet_for_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VEILEDER_HURTIGLAGER", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "hjem"))
    ingen: Rad = {"kilder": [], "treff": [{"seksjon": "t/a#om"}, {"seksjon": "t/a#pris"}]}
    rader = [vurdert(1), vurdert(2, "Noe helt annet om katter."), vurdert(3, referanse="", **ingen)]
    uten_fasit = Vurdert(
        gull=Gullrad(id="u", sporsmal="Når går bussen?", utfall=(Utfall.UTEN_GRUNNLAG,)), svar=rader[0].svar, verdier={}
    )
    en, to, tre, fire = mal_ragas([*rader, uten_fasit])
    # One source is shown, and it is right; two are right, and the search has one of them among its two.
    assert [en[n] for n in ("kontekstpresisjon", "kontekstdekning", "kontekstdekning søk")] == [1.0, 0.5, 0.5]
    assert en["likhet med referansen"] == pytest.approx(1.0, abs=1e-5)
    assert to["likhet med referansen"] is not None and to["likhet med referansen"] < 0.9
    assert tre == {"kontekstpresisjon": None, "kontekstdekning": 0.0, "kontekstdekning søk": 1.0, "likhet med referansen": None}
    assert fire == dict.fromkeys(en)
    assert mal_ragas([*rader, uten_fasit]) == [en, to, tre, fire]
    assert not (tmp_path / "hjem").exists()  # ragas makes up an id for the user and keeps it, unless gone around
    assert not any(math.isnan(v) for rad in (en, to, tre) for v in rad.values() if v is not None)
