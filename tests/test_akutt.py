"""Rules for danger: what is told plainly is found in every variety, and the words of danger in a harmless place are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as s

from veileder.forstaelse.akutt import finn_akutt

FARLIGE = {
    "medisinsk": (
        "Samboeren min har sluttet å puste",
        "kollegaen min puster ikke, vi sitter på pauserommet",
        "han oldefar pustar ikkje lenger",
        "hu mormor pust itj",
        "bestemor pustr ike",
        "Tanta mi ligg på gølvet og svare itj",
        "svigerfar svare'n itj når e riste i'n",
        "Vi får ikke kontakt med bestefar, han er helt slapp og grå",
        "Det er umulig å vekke kona mi",
        "Far er bevisstløs",
        "ho mor e medvitslaus",
        "Jeg har voldsomme smerter i brystet og det stråler ut i kjeven",
        "det trykke så fælt i brøstet",
        "jeg tror mannen min får hjerteinfarkt nå",
        "eg trur far har fått hjerneslag",
        "Mor er skjev i munnen og snakker utydelig",
        "venstre arm ble plutselig lam",
        "Naboen blør kraftig fra hodet",
        "det blør og blør, vi får det ikke til å stoppe",
        "han blø så mytji",
        "Bestemor falt i trappa og kommer seg ikke opp",
        "e har dotte på badet å kjæm me itj opp",
        "Datteren min har krampe nå og det har vart i sju minutter",
        "Onkel har satt en kjøttbit fast i halsen",
        "Leppene hennes er blå og hun gisper",
        "tunga og halsen hans hovner opp etter nøtter",
        "send ambulanse",
        "Mor kaster opp blod",
        "my wife is not breathing",
        "I think my dad is having a heart attack",
        "she is unconscious on the kitchen floor",
        "mąż nie oddycha",
        "чоловік не дихає",
        "أبي لا يتنفس",
        "aabbe ma neefsanayo",
        "mein Vater atmet nicht mehr",
        "ኣቦይ ኣይተንፍስን",
        "tėvas nekvėpuoja",
    ),
    "brann": (
        "Det brenner i stua mi",
        "det brinn i uthuset vårt",
        "huset brænn",
        "de brener på soverome",
        "Madrassen har tatt fyr",
        "Hele oppgangen er full av røyk",
        "det ryk frå komfyren",
        "Det lukter gass i leiligheten",
        "the curtains are on fire",
        "pożar w kuchni",
        "у нас пожежа",
        "es brennt in der Küche",
        "guriga dab baa qabsaday",
        "dega namas",
        "البيت يحترق",
    ),
    "forgiftning": (
        "Far har drukket salmiakk",
        "gutten min har svelget et knappebatteri",
        "eg har teke for mange tablettar",
        "bestemor tok alle sovetablettene på en gang",
        "ho mor hi drøkke klorin",
        "mamma har tat 25 paracet",
        "Vi er kvalme og svimle alle sammen etter at vi tente i vedovnen",
        "my son swallowed a battery",
        "dziecko połknęło baterię",
        "das Kind hat Reiniger getrunken",
    ),
    "selvmord": (
        "Jeg vil ta livet av meg",
        "eg orkar ikkje leve lenger",
        "e vil itj lev meir",
        "æ vil bærre døy",
        "vil dø",
        "jei vil ikke leve mer",
        "Jeg har selvmordstanker nå og er redd",
        "kameraten min sier han skal ta livet sitt i kveld",
        "Pillene ligger foran meg på bordet",
        "Eg står på brua og vil hoppe",
        "Alle hadde hatt det bedre uten meg",
        "I want to kill myself",
        "chcę się zabić, nie chcę żyć",
        "хочу вбити себе",
        "أريد أن أموت",
        "waan is dilayaa",
        "ich will mich umbringen",
        "noriu mirti",
    ),
    "vold": (
        "Kjæresten min slår meg",
        "sonen min slår meg når eg ikkje gjev han pengar",
        "kjerringa slår me hver dag",
        "mannj min slær mæ",
        "Eksen min står utenfor med kniv",
        "Broren min truer med å drepe meg",
        "Han tok kvelertak på meg i natt",
        "Jeg er låst inne på soverommet, han har tatt telefonen min",
        "Jeg ble voldtatt i natt",
        "Nevøen min tømmer kontoen til bestemor",
        "Dattera tek pensjonen min og eg får ikkje mat",
        "my boyfriend hits me",
        "mąż mnie bije",
        "чоловік мене б'є",
        "زوجي يضربني",
        "ninkaygu wuu i garaacaa",
        "mein Mann schlägt mich",
        "vyras mane muša",
    ),
    "barn": (
        "Faren slår ungene sine i leiligheten over",
        "Jeg er ti år og pappa er full og slår",
        "De har latt babyen være alene hjemme siden i går",
        "stefar min tar på meg om natta",
        "Treåringen vår er borte, vi har lett i en time",
        "far er full og kjører med ungene i bilen nå",
        "naboen slår ongan sine",
    ),
}

UFARLIGE = (
    "Jeg drukner i papirer og trenger hjelp til å søke",
    "Det brenner under føttene på oss pårørende, finnes det avlastning?",
    "Jeg døde nesten av latter da roboten støvsugde katta",
    "vi dør av kjedsomhet på sykehjemmet, hva har dere av aktiviteter?",
    "holder på å klikke av dette skjemaet, hvor søker jeg?",
    "Dette skjemaet tar livet av meg",
    "Svigermor tar knekken på oss med spørsmålene sine, finnes dagsenter?",
    "kunne drept for en kopp kaffe på dagsenteret",
    "jeg går på veggen hjemme, har dere noe for pensjonister?",
    "Jeg brenner for frivillighet, kan jeg bli besøksvenn?",
    "hva hvis jeg får hjertestans og har alarm?",
    "Hva skjer om jeg faller og ikke kommer meg opp, hjelper alarmen?",
    "Kva gjer de dersom nokon ikkje svarar når alarmen går?",
    "Hva gjør hjemmetjenesten hvis en bruker ikke puster når de kommer?",
    "i tilfelle brann, hvem hjelper rullestolbrukere ut?",
    "Mor er redd for å falle om natta. Finnes det sensor?",
    "Jeg er redd for å få slag igjen, finnes det et treningstilbud?",
    "Far hadde slag for to år siden og trenger fysioterapi",
    "Etter hjerneslaget har han vansker med å snakke, hvem gir logoped?",
    "Mannen min fikk hjerteinfarkt i fjor. Har dere treningsgruppe?",
    "Han fikk hjertestans i 2019, men er frisk nå",
    "Mor falt i fjor og brakk hofta. Kan hun få rullator?",
    "e datt på isen i vinter, går det an å få brodda?",
    "jeg er lam i beina etter en ulykke, kan jeg få BPA?",
    "My uncle overdosed last year and is in treatment. What follow-up is there?",
    "Faren min døde på tirsdag. Hvem henter hjelpemidlene?",
    "Mannen min døydde i vinter. Finst det sorggruppe?",
    "Broren min tok livet sitt for ti år siden, finnes det en gruppe for etterlatte?",
    "Søsteren min tok sitt eget liv i høst. Hvem kan man snakke med?",
    "Hva gjør kommunen for å forebygge selvmord?",
    "Har dere kurs i selvmordsforebygging?",
    "Jeg skriver oppgave om vold i nære relasjoner",
    "Hva tilbyr dere voldsutsatte? Jeg er student",
    "Hvem kan bruke krisesenteret?",
    "Vi skal ha brannøvelse på bofellesskapet, hvem inviterer vi?",
    "Kan røykvarsleren kobles til trygghetsalarmen?",
    "Kan dere slå plenen hos en eldre mann?",
    "Hvordan slår jeg av trygghetsalarmen?",
    "Det slo meg at jeg kanskje kan søke om avlastning",
    "Hun slår meg i sjakk hver gang, men trenger besøksvenn",
    "Legekontoret svarer ikke på telefonen, hvor kan jeg ringe?",
    "Saksbehandleren svarer ikke på e-posten min",
    "Kommunen svarer ikke på søknaden min",
    "får ikke kontakt med saksbehandleren min",
    "Mor vil dø hjemme. Hva slags hjelp kan vi få?",
    "Når noen dør på sykehjem, hvem rydder rommet?",
    "Hva koster trygghetsalarm?",
    "Hvem rykker ut når alarmen går?",
    "Kommer ambulansen når man trykker på alarmen?",
    "Far våkner ikke av vekkerklokka, finnes det en som vibrerer?",
    "Kan jeg få hjelp til å ta medisinene mine?",
    "Mor glemmer tablettene, kan vi få medisindispenser?",
    "Jeg er utslitt og orker ikke mer venting på svar",
    "eg orkar ikkje meir byråkrati, kor klagar eg?",
    "Kommunen tar en stor del av pensjonen på sykehjem, hvor mye?",
    "Tar dere bankkort for middagen?",
    "Kan en ung med ADHD få støttekontakt?",
    "Jeg ble slått ut av kreftbehandlingen, finnes rehabilitering?",
    "Blodtrykket er høyt, kan hjemmesykepleien måle det?",
    "Jeg har hatt epilepsi som barn, får jeg ledsagerbevis?",
    "I had a stroke two years ago, is there a rehab group?",
    "What happens if I fall and press the alarm?",
    "Is there a support group after suicide in the family?",
    "e brænn inne me et spørsmål om støttekontakt",
    "ka skjer vess e dett å itj nå alarmen?",
    "Dagsenteret brant ned i fjor, når åpner det nye?",
)

NABOSETNINGER = (
    "Hei, takk for hyggelig hjelp sist.",
    "Far hadde slag for to år siden.",
    "Hva gjør dere hvis noen faller?",
    "Har dere kurs for pårørende?",
    "Jeg drukner i skjemaer.",
)
FARLIG_TROSS_RAMME = (
    ("medisinsk", "Far, som hadde slag i fjor, svarer ikke når jeg rister i ham"),
    ("medisinsk", "Mor får nesten ikke puste"),
    ("medisinsk", "jeg vet ikke om det er farlig, men han puster ikke"),
    ("medisinsk", "når jeg kom hjem lå han der og puster ikke"),
    ("medisinsk", "jeg måtte sparke inn døra og hun puster ikke"),
    ("medisinsk", "Hun har aldri vært sånn før, hun reagerer ikke og er blå på leppene"),
    ("medisinsk", "Mor har vedtak om hjemmesykepleie, men nå ligger hun på gulvet og kommer seg ikke opp"),
    ("vold", "han slår til meg hver kveld"),
    ("vold", "mannen min slår meg ned i trappa"),
    ("brann", "vi hadde brann i fjor også, men nå brenner det på kjøkkenet"),
)
"""A frame or a figure of speech stands close by, and the danger is real."""

ALLE_FARLIGE = tuple((slag, tekst) for slag, tekster in FARLIGE.items() for tekst in tekster)


@pytest.mark.parametrize(("slag", "tekst"), ALLE_FARLIGE)
def test_fare_som_sies_rett_ut_blir_funnet(slag: str, tekst: str) -> None:
    assert finn_akutt(tekst) == slag


@pytest.mark.parametrize("tekst", UFARLIGE)
def test_farlige_ord_pa_en_harmlos_plass_er_ikke_fare(tekst: str) -> None:
    assert finn_akutt(tekst) == ""


@pytest.mark.parametrize(("slag", "tekst"), FARLIG_TROSS_RAMME)
def test_fare_na_blir_funnet_ogsa_ved_siden_av_historie_og_talemater(slag: str, tekst: str) -> None:
    assert finn_akutt(tekst) == slag


def test_proven_er_stor_nok_og_dekker_hvert_slag() -> None:
    assert len(ALLE_FARLIGE) >= 80 and len(UFARLIGE) >= 60
    assert all(len(tekster) >= 7 for tekster in FARLIGE.values())


@pytest.mark.parametrize(("slag", "tekst"), ALLE_FARLIGE)
def test_store_bokstaver_og_tegn_endrer_ingenting(slag: str, tekst: str) -> None:
    for form in (
        tekst.upper(),
        tekst.lower(),
        f"{tekst}!!!",
        f"«{tekst}»",
        f"  {tekst} …",
        tekst.replace(",", "").replace(" ", "  "),
    ):
        assert finn_akutt(form) == slag, form


@pytest.mark.parametrize("nabo", NABOSETNINGER)
def test_en_harmlos_setning_for_eller_etter_skjuler_ikke_en_fare(nabo: str) -> None:
    assert finn_akutt(nabo) == ""
    for slag, tekst in ALLE_FARLIGE:
        assert finn_akutt(f"{nabo} {tekst}.") == slag, tekst
        assert finn_akutt(f"{tekst}. {nabo}") == slag, tekst


def test_bokmalsformen_leses_ogsa() -> None:
    assert finn_akutt("xyz", "mor puster ikke") == "medisinsk"


@given(s.text(max_size=400), s.text(max_size=100))
def test_ingen_tekst_far_reglene_til_a_feile(tekst: str, bokmal: str) -> None:
    assert finn_akutt(tekst, bokmal) in {"", *FARLIGE}


def test_en_melding_pa_40_ord_tar_under_halvannet_millisekund_pa_det_raskeste() -> None:
    melding = " ".join(("Mor bor alene og trenger litt hjelp til middag og medisiner på hverdager " * 4).split()[:40])
    finn_akutt(melding)
    tider = []
    for _ in range(30):
        start = time.perf_counter()
        finn_akutt(melding)
        tider.append(time.perf_counter() - start)
    assert min(tider) < 0.0015
