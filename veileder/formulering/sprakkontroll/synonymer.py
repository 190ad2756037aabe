"""Words that say the same about a rule: what a sentence in plain words has in place of the passage's own.

Groups from everyday administrative Norwegian, in bokmål (nynorsk is brought to it first). A group holds only words that
may stand for each other without changing who must do what, when, or for whom.
"""

from __future__ import annotations

from functools import cache

from veileder.gjenfinning.analyse import stamme

_GRUPPER = """
avgjøre avgjør avgjort avgjørelse bestemme bestemmer bestemt fastsette fastsetter fastsatt vedta vedtar
søke søker søkt søknad søknaden
avslag avslå avslått nei
helsepersonell fagfolk fagperson fagfolkene
pårørende familie familien familiemedlem slekt slektning
ektefelle samboer partner
underskrive underskrift underskrevet signere signert undertegne skriver under
begynne begynner starte starter start oppstart
slutte slutter avslutte avslutter avsluttet stanse stanser stoppe stopper opphøre opphører slutt
betale betaler betaling betalt koste koster kostnad pris prisen egenandel utgift regning
gratis kostnadsfri ingenting kostnadsfritt
hjem hjemme bolig boligen hus huset bosted leilighet
legeattest legeerklæring attest erklæring uttalelse legeuttalelse
endre endrer endret endring forandre forandrer bytte bytter
få får motta mottar fått mottatt
gi gir gitt tilby tilbyr tildele tildeler tildelt yte yter
hjelpe hjelper hjelp bistå bistand støtte støtter
fortelle forteller opplyse opplyser informere informerer informasjon opplysning si sier beskjed
varsle varsler varsel varslet melde melder
vurdere vurderer vurdert vurdering
sende sender sendt levere leverer levert innlevere
samtale samtaler snakke snakker prat
vente venter ventet ventetid kø køen venteliste
bruke bruker brukt benytte benytter
gjelde gjelder omfatte omfatter handle handler
kreve krever krav
behov trenge trenger trengs nødvendig nødvendige
bo bor bodd oppholde oppholder opphold
datter sønn barn barnet
mulighet mulig anledning adgang høve
beløp sum penger
inntekt tjene tjener lønn
brev skriftlig brevet
opplæring lære lærer øve øver øving trene trener trening
miste mister tapt tape
flytte flytter flytting
stedet sted hvor der
sammen felles
vanskelig vansker vanske tung tungt
slippe slipper unngå
kontroll kontrollere sjekke sjekker undersøke undersøker se
person mennesker menneske vedkommende
utstyr hjelpemiddel hjelpemidler
husarbeid rengjøring vask vaske vasker renhold rent
mat middag måltid porsjon
ring ringe ringer telefon
timer tid timeramme
tilbud tjeneste tjenester tilbudet
dø død døende livet
vanlig normal vanligste
begrunne begrunner begrunnelse grunn grunner hvorfor
samtykke samtykker samtykket godta godtar godkjenne godkjenner ja
enig enighet enige
rett riktig
formål mål hensikt
"""


@cache
def _grupper() -> dict[str, frozenset[int]]:
    ut: dict[str, set[int]] = {}
    for nr, linje in enumerate(_GRUPPER.strip().splitlines()):
        for ord_ in linje.split():
            ut.setdefault(stamme(ord_), set()).add(nr)
    return {s: frozenset(g) for s, g in ut.items()}


def samme_gruppe(a: str, b: str) -> bool:
    """Whether two stems are in one group."""
    grupper = _grupper()
    return bool(grupper.get(a, frozenset()) & grupper.get(b, frozenset()))
