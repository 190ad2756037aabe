"""What is said when something is wrong, or the chat is closed. Each text in bokmål, nynorsk and English."""

TEKSTER: dict[str, tuple[str, str, str]] = {
    # trouble
    "feil_tomt": (
        "Skriv hva du lurer på, med egne ord.",
        "Skriv kva du lurer på, med eigne ord.",
        "Write what you would like to know.",
    ),
    "feil_langt": (
        "Spørsmålet er for langt: {antall} tegn, og vi leser høyst {grense}. Skriv det viktigste med færre ord.",
        "Spørsmålet er for langt: {antall} teikn, og vi les høgst {grense}. Skriv det viktigaste med færre ord.",
        "The question is too long: {antall} characters, and we read at most {grense}. Please use fewer words.",
    ),
    "feil_mange": (
        "Det kom mange meldinger på kort tid. Vent et minutt, og send på nytt. Det du skrev, står i feltet.",
        "Det kom mange meldingar på kort tid. Vent eit minutt, og send på nytt. Det du skreiv, står i feltet.",
        "There were many messages in a short time. Wait a minute and send it again. What you wrote is still here.",
    ),
    "feil_opptatt": (
        "Det er mange som spør akkurat nå. Vent litt, og send på nytt. Det du skrev, står i feltet.",
        "Det er mange som spør akkurat no. Vent litt, og send på nytt. Det du skreiv, står i feltet.",
        "Many are asking just now. Wait a little and send it again. What you wrote is still here.",
    ),
    "feil_ikke_klar": (
        "Tjenesten er ikke klar ennå. Prøv igjen om noen minutter, eller ring kommunen. Det du skrev, står i feltet.",
        "Tenesta er ikkje klar enno. Prøv igjen om nokre minutt, eller ring kommunen. Det du skreiv, står i feltet.",
        "The service is not ready yet. Try again in a few minutes, or call the municipality. What you wrote is still here.",
    ),
    "feil_hos_oss": (
        "Noe gikk galt hos oss. Det er ikke noe du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Det du skrev, står i feltet.",
        "Noko gjekk gale hos oss. Det er ikkje noko du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Det du skreiv, står i feltet.",
        "Something went wrong on our side. You did nothing wrong. Try again soon, or call the municipality. "
        "What you wrote is still here.",
    ),
    "feil_lagring": (
        "Vi fikk ikke lagret det nå. Det er ikke noe du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Det du skrev, står i feltet.",
        "Vi fekk ikkje lagra det no. Det er ikkje noko du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Det du skreiv, står i feltet.",
        "We could not store it now. You did nothing wrong. Try again soon, or call the municipality. "
        "What you wrote is still here.",
    ),
    "feil_borte": (
        "Samtalen er borte, fordi den ikke har vært brukt på en stund. Skriv gjerne hele spørsmålet på nytt. "
        "Er det noe du nettopp skrev, står det i feltet.",
        "Samtalen er borte, fordi han ikkje har vore brukt på ei stund. Skriv gjerne heile spørsmålet på nytt. "
        "Er det noko du nettopp skreiv, står det i feltet.",
        "The conversation is gone, since it has not been used for a while. Please ask the whole question again. "
        "What you just wrote, if anything, is still here.",
    ),
    "feil_fremmed": (
        "Skjemaet kom fra et annet nettsted, så vi tok ikke imot det. Skriv det her i stedet.",
        "Skjemaet kom frå ein annan nettstad, så vi tok ikkje imot det. Skriv det her i staden.",
        "The form came from another website, so we did not take it. Please write it here instead.",
    ),
    "feil_valg": (
        "Det valget hører til et tidligere spørsmål. Skriv gjerne spørsmålet på nytt.",
        "Det valet høyrer til eit tidlegare spørsmål. Skriv gjerne spørsmålet på nytt.",
        "That choice belongs to an earlier question. Please ask again.",
    ),
    "feil_kommune": ("Velg hvilken kommune det gjelder.", "Vel kva kommune det gjeld.", "Choose a municipality."),
    "feil_navn": ("Skriv hva du heter.", "Skriv kva du heiter.", "Write your name."),
    "feil_kontaktvei": (
        "Skriv et telefonnummer eller en e-postadresse. Vi fant ikke noe vi kunne bruke.",
        "Skriv eit telefonnummer eller ei e-postadresse. Vi fann ikkje noko vi kunne bruke.",
        "Write a telephone number or an e-mail address. We found none that we could use.",
    ),
    "feil_godkjenn": (
        "Kryss av for at du har lest over, så kan det sendes.",
        "Kryss av for at du har lese over, så kan det sendast.",
        "Tick the box to say that you have read it.",
    ),
    "feil_kontaktsaker": (
        "Du har alt lagt igjen flere henvendelser. Ring heller kommunen.",
        "Du har alt lagt att fleire førespurnader. Ring heller kommunen.",
        "You have left several requests already. Please call the municipality.",
    ),
    "feil_grunn": ("Velg hva som er galt.", "Vel kva som er gale.", "Choose what is wrong."),
    "feil_slett": (
        "Vi fikk ikke slettet samtalen nå. Prøv igjen om litt. Den blir uansett slettet når den er gammel nok.",
        "Vi fekk ikkje sletta samtalen no. Prøv igjen om litt. Han blir uansett sletta når han er gammal nok.",
        "We could not delete it now. Try again soon. It is deleted by itself when it is old enough.",
    ),
    "stengt_tittel": ("Chatten er stengt", "Chatten er stengd", "The chat is closed"),
    "stengt": (
        "Chatten er stengt for en stund. Du kan ringe kommunen i stedet.",
        "Chatten er stengd ei stund. Du kan ringje kommunen i staden.",
        "The chat is closed for a while. You can call the municipality instead.",
    ),
    "stengt_hjelp": (
        "Er det fare for liv, ring 113. Trenger du lege og ikke kan vente, ring 116 117.",
        "Er det fare for liv, ring 113. Treng du lege og ikkje kan vente, ring 116 117.",
        "If life is in danger, call 113. If you need a doctor and cannot wait, call 116 117.",
    ),
}
