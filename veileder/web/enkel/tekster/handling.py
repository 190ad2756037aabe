"""A human, reporting and deleting. Each text in bokmål, nynorsk and English."""

TEKSTER: dict[str, tuple[str, str, str]] = {
    # a human
    "kontakt_tittel": ("Snakk med et menneske", "Snakk med eit menneske", "Talk to a human"),
    "kontakt_velg": (
        "Velg kommune, så ser du hvor du kan ringe, og kan be kommunen ta kontakt.",
        "Vel kommune, så ser du kvar du kan ringje, og kan be kommunen ta kontakt.",
        "Choose a municipality to see where to call, or to ask to be contacted.",
    ),
    "annen_kommune": (
        "Gjelder det en annen kommune?",
        "Gjeld det ein annan kommune?",
        "Is it about another municipality?",
    ),
    "vis": ("Vis", "Vis", "Show"),
    "kommunen": ("{navn} kommune", "{navn} kommune", "Municipality of {navn}"),
    "ring": ("Ring {telefon}", "Ring {telefon}", "Call {telefon}"),
    "uten_telefon": (
        "Vi har ikke telefonnummeret. Du finner det på nettstedet til kommunen.",
        "Vi har ikkje telefonnummeret. Du finn det på nettstaden til kommunen.",
        "We do not have the telephone number. It is on the municipality's website.",
    ),
    "apent": ("Åpent", "Ope", "Open"),
    "epost": ("E-post", "E-post", "E-mail"),
    "nettsted": ("Nettsted", "Nettstad", "Website"),
    "nummer_fra": (
        "Nummeret er fra en side fra {dato}, og kan være endret.",
        "Nummeret er frå ei side frå {dato}, og kan vere endra.",
        "The number is from a page of {dato}, and may have changed.",
    ),
    "onske_tittel": ("Be kommunen ta kontakt med deg", "Be kommunen ta kontakt med deg", "Ask the municipality to contact you"),
    "onske_ingress": (
        "Ingenting lagres før du har sett over og sendt. Dette er ikke en søknad, og det passer ikke når det haster: "
        "ring 113 ved fare for liv, og legevakta på 116 117 når det haster.",
        "Ingenting blir lagra før du har sett over og sendt. Dette er ikkje ein søknad, og det passar ikkje når det hastar: "
        "ring 113 ved fare for liv, og legevakta på 116 117 når det hastar.",
        "Nothing is stored before you have looked it over and sent it. This is not an application, and not for what is urgent: "
        "call 113 if life is in danger, and 116 117 if you need a doctor soon.",
    ),
    "notat": ("Hva gjelder det?", "Kva gjeld det?", "What is it about?"),
    "notat_hjelp": (
        "Vi har tatt med det du spurte om. Rett det så det blir slik du vil. Ikke skriv fødselsnummer eller "
        "helseopplysninger som ikke trengs.",
        "Vi har teke med det du spurde om. Rett det så det blir slik du vil. Ikkje skriv fødselsnummer eller "
        "helseopplysningar som ikkje trengst.",
        "We have put in what you asked. Change it as you like. Leave out identity numbers and health details that are not "
        "needed.",
    ),
    "notat_hjelp_tomt": (
        "Skriv det kort. Ikke skriv fødselsnummer eller helseopplysninger som ikke trengs.",
        "Skriv det kort. Ikkje skriv fødselsnummer eller helseopplysningar som ikkje trengst.",
        "Be brief. Leave out identity numbers and health details that are not needed.",
    ),
    "navn": ("Hva heter du?", "Kva heiter du?", "Your name"),
    "kontaktvei": ("Telefon eller e-post", "Telefon eller e-post", "Telephone or e-mail"),
    "tid": (
        "Når passer det best? (Du kan la det stå tomt.)",
        "Når passar det best? (Du kan la det stå tomt.)",
        "When suits you best? (You may leave it empty.)",
    ),
    "se_over": ("Se over", "Sjå over", "Look it over"),
    "se_over_tittel": ("Se over før du sender", "Sjå over før du sender", "Look it over before you send it"),
    "se_over_ingress": (
        "Dette, og ikke noe mer, blir sendt til {kommune} kommune:",
        "Dette, og ikkje noko meir, blir sendt til {kommune} kommune:",
        "This, and nothing else, is sent to the municipality of {kommune}:",
    ),
    "felt_navn": ("Navn", "Namn", "Name"),
    "felt_telefon": ("Telefon", "Telefon", "Telephone"),
    "felt_epost": ("E-post", "E-post", "E-mail"),
    "felt_tid": ("Passer best", "Passar best", "Best time"),
    "felt_notat": ("Gjelder", "Gjeld", "About"),
    "godkjenn": (
        "Jeg har lest over, og det kan sendes.",
        "Eg har lese over, og det kan sendast.",
        "I have read it, and it may be sent.",
    ),
    "send_kommunen": ("Send til kommunen", "Send til kommunen", "Send to the municipality"),
    "endre": ("Gå tilbake og endre", "Gå tilbake og endre", "Go back and change it"),
    "sendt_tittel": ("Henvendelsen er sendt", "Førespurnaden er send", "Your request is sent"),
    "sendt": (
        "Den ligger hos {kommune} kommune. Nummeret er {nummer}. Skriv det ned, så kan du oppgi det hvis du ringer.",
        "Han ligg hos {kommune} kommune. Nummeret er {nummer}. Skriv det ned, så kan du oppgi det om du ringjer.",
        "It is with the municipality of {kommune}. The number is {nummer}. Write it down, so that you can give it if you call.",
    ),
    "frist": (
        "Målet er at noen tar kontakt innen {dato}. Hører du ikke noe da, så ring kommunen.",
        "Målet er at nokon tek kontakt innan {dato}. Høyrer du ikkje noko då, så ring kommunen.",
        "They mean to contact you by {dato}. If you hear nothing, call the municipality.",
    ),
    "uten_frist": (
        "Vi kan ikke love når noen tar kontakt. Hører du ikke noe, så ring kommunen.",
        "Vi kan ikkje love når nokon tek kontakt. Høyrer du ikkje noko, så ring kommunen.",
        "We cannot promise when you are contacted. If you hear nothing, call the municipality.",
    ),
    "sendt_slettes": (
        "Det du la igjen, blir slettet {dager} dager etter at kommunen er ferdig med det, og senest etter {hoyst} dager.",
        "Det du la att, blir sletta {dager} dagar etter at kommunen er ferdig med det, og seinast etter {hoyst} dagar.",
        "What you left is deleted {dager} days after the municipality is done with it, and after {hoyst} days at the latest.",
    ),
    "tilbake": ("Tilbake til samtalen", "Tilbake til samtalen", "Back to the conversation"),
    # reporting
    "meld_tittel": ("Hva er galt med svaret?", "Kva er gale med svaret?", "What is wrong with the answer?"),
    "meld_grunn": ("Velg det som passer best", "Vel det som passar best", "Choose what fits best"),
    "meld_tekst": (
        "Vil du skrive mer? (Du kan la det stå tomt.)",
        "Vil du skrive meir? (Du kan la det stå tomt.)",
        "Anything more? (You may leave it empty.)",
    ),
    "meld_tekst_hjelp": (
        "Ikke skriv navn, fødselsnummer eller andre personopplysninger.",
        "Ikkje skriv namn, fødselsnummer eller andre personopplysningar.",
        "Leave out names, identity numbers and other personal details.",
    ),
    "meld_send": ("Meld fra", "Meld frå", "Report"),
    "meldt_tittel": ("Takk for at du sier fra", "Takk for at du seier frå", "Thank you for telling us"),
    "meldt_ingress": (
        "Meldingen er lagret, og nummeret er {nummer}. Skriv det ned hvis du vil se hva som kommer ut av det.",
        "Meldinga er lagra, og nummeret er {nummer}. Skriv det ned om du vil sjå kva som kjem ut av det.",
        "Your report is stored, and its number is {nummer}. Write it down if you want to see what comes of it.",
    ),
    "meldt_se": ("Se meldingen", "Sjå meldinga", "See the report (in Norwegian)"),
    "meldt_slettes": (
        "Meldingen og svaret blir slettet etter {dager} dager. Du får ikke svar her.",
        "Meldinga og svaret blir sletta etter {dager} dagar. Du får ikkje svar her.",
        "The report and the answer are deleted after {dager} days. You get no reply here.",
    ),
    # deleting
    "slett_tittel": ("Vil du slette samtalen?", "Vil du slette samtalen?", "Do you want to delete this conversation?"),
    "slett_ingress": (
        "Spørsmålene, svarene og det du har meldt fra om, blir slettet hos oss med en gang. Det kan ikke angres.",
        "Spørsmåla, svara og det du har meldt frå om, blir sletta hos oss med ein gong. Det kan ikkje angrast.",
        "The questions, the answers and your reports are deleted at once. It cannot be undone.",
    ),
    "slett_nummer": (
        "Vil du heller vite hva som er lagret, så oppgi dette nummeret til kommunen: {id}",
        "Vil du heller vite kva som er lagra, så oppgi dette nummeret til kommunen: {id}",
        "If you would rather know what is stored, give the municipality this number: {id}",
    ),
    "slett_kontaktsak": (
        "Henvendelsen du sendte til kommunen, er ikke en del av samtalen og blir ikke slettet. "
        "Vil du ha den slettet, så si fra til kommunen og oppgi nummeret.",
        "Førespurnaden du sende til kommunen, er ikkje ein del av samtalen og blir ikkje sletta. "
        "Vil du ha han sletta, så sei frå til kommunen og oppgi nummeret.",
        "The request that you sent is not part of the conversation and is not deleted. "
        "To have it deleted, tell the municipality its number.",
    ),
    "slett_ja": ("Ja, slett samtalen", "Ja, slett samtalen", "Yes, delete it"),
    "slett_nei": ("Nei, behold den", "Nei, behald han", "No, keep it"),
    "slettet_tittel": ("Samtalen er slettet", "Samtalen er sletta", "The conversation is deleted"),
    "slettet": (
        "Den er slettet hos oss, med svarene og det du hadde meldt fra om.",
        "Han er sletta hos oss, med svara og det du hadde meldt frå om.",
        "It is deleted, with its answers and your reports.",
    ),
}
