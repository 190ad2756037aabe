"""What stands around an answer: greetings, remarks, and what comes after it."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

SVAR: dict[str, dict[Malform, str]] = {
    "av_sprakmodell": {
        _NB: "Svaret er formulert av en språkmodell. Hver setning er kontrollert mot kildene, som du kan åpne under.",
        _NN: "Svaret er formulert av ein språkmodell. Kvar setning er kontrollert mot kjeldene, som du kan opne under.",
        _EN: "The answer is worded by a language model. Each sentence is checked against the sources, which you can open below.",
    },
    "maskinoversatt": {
        _NB: "Maskinoversatt. Det er den norske teksten som gjelder.",
        _NN: "Maskinomsett. Det er den norske teksten som gjeld.",
        _EN: "Machine translation. The Norwegian text applies.",
    },
    "tvilling": {
        _NB: "**Slik kan du si det til innbyggeren** (skrevet av en språkmodell, hver setning kontrollert mot kildene):",
        _NN: "**Slik kan du seie det til innbyggjaren** (skrive av ein språkmodell, kvar setning kontrollert mot kjeldene):",
        _EN: "**How you can put it to the resident** (by a language model, each sentence checked against the sources):",
    },
    "ikke_enklere": {
        _NB: "Jeg får ikke sagt dette enklere uten at noe blir feil eller borte. Les kildene i svaret over, eller spør kommunen.",
        _NN: "Eg får ikkje sagt dette enklare utan at noko blir feil eller borte. Les kjeldene i svaret over, eller spør kommunen.",
        _EN: "I cannot say this more simply without getting something wrong or leaving it out. Read the sources above, or ask the municipality.",
    },
    "utkast": {
        _NB: "Teksten er et utkast og ikke vedtatt av kommunen.",
        _NN: "Teksten er eit utkast og ikkje vedteken av kommunen.",
        _EN: "The text is a draft and has not been adopted by the municipality.",
    },
    "usikker_dekning": {
        _NB: "Jeg er ikke sikker på at dette svarer på det du spurte om, men det er det nærmeste jeg fant. Spør gjerne på en annen måte, eller snakk med et menneske.",
        _NN: "Eg er ikkje sikker på at dette svarer på det du spurde om, men det er det næraste eg fann. Spør gjerne på ein annan måte, eller snakk med eit menneske.",
        _EN: "I am not sure that this answers what you asked, but it is the nearest that I found. You may ask in another way, or talk to a person.",
    },
    "dekning_godt": {_NB: "Godt dekket av kildene", _NN: "Godt dekt av kjeldene", _EN: "Well covered by the sources"},
    "dekning_usikkert": {_NB: "Usikkert dekket av kildene", _NN: "Usikkert dekt av kjeldene", _EN: "Coverage by the sources is uncertain"},
    "dekning_delvis": {_NB: "Delvis dekket av kildene", _NN: "Delvis dekt av kjeldene", _EN: "Partly covered by the sources"},
    "ord_betyr": {_NB: "Ord i svaret:", _NN: "Ord i svaret:", _EN: "Words in the answer:"},
    "ordforklaring": {_NB: "- **{ord}**: {forklaring}", _NN: "- **{ord}**: {forklaring}", _EN: "- **{ord}**: {forklaring}"},
    "og": {_NB: "og", _NN: "og", _EN: "and"},
    "les_mer": {_NB: "Les mer: {steder}", _NN: "Les meir: {steder}", _EN: "Read more: {steder}"},
    "norske_kilder": {_NB: "", _NN: "", _EN: "My sources are in Norwegian, so the quotations are too."},
    "maskert": {
        _NB: "Jeg fjernet personopplysninger fra meldingen din ({slag}). Du trenger ikke å oppgi slikt her.",
        _NN: "Eg fjerna personopplysningar frå meldinga di ({slag}). Du treng ikkje å oppgi slikt her.",
        _EN: "I removed personal data from your message. You do not need to give such details here.",
    },
    "avvist": {
        _NB: "Det kan jeg ikke hjelpe med. Jeg svarer bare på spørsmål om kommunens helse- og omsorgstjenester, med kilder.",
        _NN: "Det kan eg ikkje hjelpe med. Eg svarer berre på spørsmål om helse- og omsorgstenestene i kommunen, med kjelder.",
        _EN: "I cannot help with that. I only answer questions about municipal health and care services, with sources.",
    },
    "avvist_del": {
        _NB: "Jeg svarer bare på den delen som gjelder helse- og omsorgstjenester.",
        _NN: "Eg svarer berre på den delen som gjeld helse- og omsorgstenester.",
        _EN: "I answer only the part about health and care services.",
    },
    "hilsen": {
        _NB: "Hei! Hva lurer du på om kommunens helse- og omsorgstjenester? Du kan for eksempel spørre hvem som kan få en tjeneste, hva den koster eller hvordan du søker.",
        _NN: "Hei! Kva lurer du på om helse- og omsorgstenestene i kommunen? Du kan til dømes spørje kven som kan få ei teneste, kva ho kostar eller korleis du søkjer.",
        _EN: "Hello! What would you like to know about the municipality's health and care services? You can ask who can get a service, what it costs or how to apply.",
    },
    "takk": {
        _NB: "Bare hyggelig. Spør gjerne om noe mer, eller snakk med et menneske i kommunen når som helst.",
        _NN: "Berre hyggjeleg. Spør gjerne om noko meir, eller snakk med eit menneske i kommunen når som helst.",
        _EN: "You are welcome. Ask more whenever you like, or talk to a human in the municipality.",
    },
    "hvem_er_du": {
        _NB: "Jeg er Veileder, et dataprogram som svarer på spørsmål om kommunens helse- og omsorgstjenester. Jeg siterer kommunens egne beskrivelser og viser hvor svaret står. Jeg kan ta feil, jeg bestemmer ingenting, og du kan alltid be om å få snakke med et menneske.",
        _NN: "Eg er Veileder, eit dataprogram som svarer på spørsmål om helse- og omsorgstenestene i kommunen. Eg siterer kommunen sine eigne skildringar og viser kvar svaret står. Eg kan ta feil, eg avgjer ingenting, og du kan alltid be om å få snakke med eit menneske.",
        _EN: "I am Veileder, a computer program that answers questions about municipal health and care services. I quote the municipality's own descriptions and show where the answer comes from. I can be wrong, I decide nothing, and you can always ask to talk to a human.",
    },
    "menneske": {
        _NB: "Du kan snakke med et menneske i kommunen. Kontaktopplysningene står under.",
        _NN: "Du kan snakke med eit menneske i kommunen. Kontaktopplysningane står under.",
        _EN: "You can talk to a human in the municipality. The contact details are below.",
    },
    "avklaring": {
        _NB: "Hva mener du: {valg}?",
        _NN: "Kva meiner du: {valg}?",
        _EN: "Which do you mean: {valg}?",
    },
    "eller": {_NB: "eller", _NN: "eller", _EN: "or"},
    "tom": {
        _NB: "Skriv et spørsmål, så skal jeg prøve å svare.",
        _NN: "Skriv eit spørsmål, så skal eg prøve å svare.",
        _EN: "Write a question, and I will try to answer.",
    },
    "for_lang": {
        _NB: "Meldingen er for lang for meg. Kan du stille spørsmålet kortere? Ta ikke med personopplysninger.",
        _NN: "Meldinga er for lang for meg. Kan du stille spørsmålet kortare? Ta ikkje med personopplysningar.",
        _EN: "The message is too long for me. Could you ask in fewer words? Please leave out personal data.",
    },
    "feilet": {
        _NB: "Beklager, noe gikk galt hos meg, så jeg fikk ikke laget et svar. Prøv igjen om litt, eller kontakt kommunen. Saken har nummer {sak}.",
        _NN: "Orsak, noko gjekk gale hos meg, så eg fekk ikkje laga eit svar. Prøv igjen om litt, eller kontakt kommunen. Saka har nummer {sak}.",
        _EN: "Sorry, something went wrong on my side, so I could not make an answer. Try again soon, or contact the municipality. The case number is {sak}.",
    },
}  # fmt: skip
