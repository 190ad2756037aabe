"""The frame of the pages, asking, and answers. Each text in bokmål, nynorsk and English."""

TEKSTER: dict[str, tuple[str, str, str]] = {
    # the frame
    "hopp": ("Hopp til innholdet", "Hopp til innhaldet", "Skip to the content"),
    "undertittel": (
        "Helse- og omsorgstjenester i kommunen",
        "Helse- og omsorgstenester i kommunen",
        "Health and care services in your municipality",
    ),
    "nod": ("Fare for liv: ring 113", "Fare for liv: ring 113", "Danger to life: call 113"),
    "sprakvalg": ("Språk", "Språk", "Language"),
    "meny": ("Hovedmeny", "Hovudmeny", "Main menu"),
    "sporr": ("Still et spørsmål", "Still eit spørsmål", "Ask a question"),
    "tjenester": ("Les om tjenestene", "Les om tenestene", "The services (in Norwegian)"),
    "menneske": ("Snakk med et menneske", "Snakk med eit menneske", "Talk to a human"),
    "chatten": ("Åpne chatten", "Opne chatten", "Open the chat"),
    "uten_skript": (
        "Still spørsmålet på siden som virker uten JavaScript",
        "Still spørsmålet på sida som verkar utan JavaScript",
        "Ask on the page that works without JavaScript",
    ),
    "feil": ("Feil", "Feil", "Error"),
    "ekstern": (
        "Piltegnet ↗ betyr at lenken går til et annet nettsted.",
        "Pilteiknet ↗ tyder at lenkja går til ein annan nettstad.",
        "The arrow ↗ means that the link leads to another website.",
    ),
    # asking
    "tittel": ("Hva lurer du på?", "Kva lurer du på?", "What would you like to know?"),
    "ingress": (
        "Spør med egne ord om helse- og omsorgstjenester i kommunen. Du får sitater fra tekstene våre, og ser hvor de står.",
        "Spør med eigne ord om helse- og omsorgstenester i kommunen. Du får sitat frå tekstane våre, og ser kvar dei står.",
        "Ask in your own words about the municipality's health and care services. The answer is quoted from our texts, which "
        "are in Norwegian, and you see where it stands.",
    ),
    "ki": (
        "Det er en datamaskin (KI) som svarer. Den kan ta feil, og den avgjør ingenting.",
        "Det er ei datamaskin (KI) som svarer. Ho kan ta feil, og ho avgjer ingenting.",
        "A computer (AI) answers. It can be wrong, and it decides nothing.",
    ),
    "personvern": (
        "Ikke skriv navn, fødselsnummer eller andre personopplysninger. Spørsmål og svar slettes etter {dager} dager, "
        "og du kan slette dem selv.",
        "Ikkje skriv namn, fødselsnummer eller andre personopplysningar. Spørsmål og svar blir sletta etter {dager} dagar, "
        "og du kan slette dei sjølv.",
        "Do not write names, identity numbers or other personal details. Questions and answers are deleted after {dager} days, "
        "and you can delete them yourself.",
    ),
    "om_personvern": ("Mer om prosjektet", "Meir om prosjektet", "About the project (in Norwegian)"),
    "sporsmal": ("Spørsmålet ditt", "Spørsmålet ditt", "Your question"),
    "sporsmal_hjelp": (
        "For eksempel: Hva koster trygghetsalarm?",
        "Til dømes: Kva kostar tryggleiksalarm?",
        "For example: Who can get a safety alarm?",
    ),
    "kommune": ("Kommune", "Kommune", "Municipality"),
    "ingen_kommune": ("Velg kommune", "Vel kommune", "Choose a municipality"),
    "rolle": ("Hvem er du?", "Kven er du?", "Who are you?"),
    "innbygger": (
        "Jeg bor her eller er pårørende",
        "Eg bur her eller er pårørande",
        "I live here, or am a relative of someone who does",
    ),
    "saksbehandler": ("Jeg arbeider i kommunen", "Eg arbeider i kommunen", "I work for the municipality"),
    "send": ("Få svar", "Få svar", "Get an answer"),
    # an answer
    "svar": ("Svar", "Svar", "Answer"),
    "avklaring": ("Hva mener du?", "Kva meiner du?", "Which do you mean?"),
    "akutt": ("Ring nå", "Ring no", "Call now"),
    "du_spurte": ("Du spurte:", "Du spurde:", "You asked:"),
    "velg": ("Velg det som passer best:", "Vel det som passar best:", "Choose what fits best:"),
    "kilder": ("Kilder", "Kjelder", "Sources"),
    "kilder_hjelp": (
        "Åpne en kilde for å se hele avsnittet. Det svaret bygger på, er merket.",
        "Opne ei kjelde for å sjå heile avsnittet. Det svaret byggjer på, er merkt.",
        "Open a source to read the whole passage, in Norwegian. What the answer builds on is marked.",
    ),
    "kilde": ("Kilde", "Kjelde", "Source"),
    "felles_tekst": ("Felles for kommunene", "Felles for kommunane", "Shared by the municipalities"),
    "tekst_for": ("Gjelder i {kommune}", "Gjeld i {kommune}", "Applies in {kommune}"),
    "status_utkast": ("utkast, ikke vedtatt", "utkast, ikkje vedteke", "draft, not adopted"),
    "status_vedtatt": ("vedtatt", "vedteke", "adopted"),
    "gjelder_fra": ("Gjelder fra", "Gjeld frå", "Valid from"),
    "kilde_dato": ("Dato på kilden", "Dato på kjelda", "Date of the source"),
    "revideres": ("Skal ses over", "Skal sjåast over", "To be reviewed"),
    "les_hele": ("Les hele teksten", "Les heile teksten", "Read the whole text"),
    "se_hos": ("Se siden hos {vert}", "Sjå sida hos {vert}", "See the page at {vert}"),
    "nettside": ("nettside", "nettside", "website"),
    "videre": ("Spør videre om dette", "Spør vidare om dette", "Go on with"),
    "vis_saksbehandler": (
        "Vis svaret for saksbehandlere",
        "Vis svaret for saksbehandlarar",
        "Show the answer for caseworkers",
    ),
    "vis_innbygger": ("Vis svaret for innbyggere", "Vis svaret for innbyggjarar", "Show the answer for residents"),
    "for_saksbehandler": ("Svaret for saksbehandlere", "Svaret for saksbehandlarar", "The answer for caseworkers"),
    "for_innbygger": ("Svaret for innbyggere", "Svaret for innbyggjarar", "The answer for residents"),
    "andre": ("Andre tekster vi så på", "Andre tekstar vi såg på", "Other texts that we looked at"),
    "spor_mer": ("Spør om noe mer", "Spør om noko meir", "Ask more"),
    "tidligere": ("Tidligere i samtalen", "Tidlegare i samtalen", "Earlier in this conversation"),
    "ny_samtale": ("Begynn på nytt", "Byrj på nytt", "Start again"),
    "meld_fra": ("Meld fra om svaret", "Meld frå om svaret", "Report this answer"),
    "meldt": (
        "Du har meldt fra. Nummeret er {nummer}.",
        "Du har meldt frå. Nummeret er {nummer}.",
        "Reported. Your number: {nummer}.",
    ),
    "slett": ("Slett samtalen", "Slett samtalen", "Delete this conversation"),
    "adresse_hjelp": (
        "Denne siden er bare din. Den blir borte når den ikke har vært brukt på en halv time. Ikke send adressen til andre.",
        "Denne sida er berre di. Ho blir borte når ho ikkje har vore brukt på ein halv time. Ikkje send adressa til andre.",
        "This page is yours alone. It is gone when it has not been used for half an hour. Do not pass its address on.",
    ),
}
