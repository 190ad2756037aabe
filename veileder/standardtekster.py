"""Every fixed text that a user can see in an answer, in bokmål, nynorsk and English.

Emergency numbers stand here, in code, so that they are told even when index and models are down.
Texts for the pages around the chat stand in web/tekster.py.
"""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

_TEKSTER: dict[str, dict[Malform, str]] = {
    # --- acute: first, short, the number before everything else ---
    "akutt_medisinsk": {
        _NB: "**Ring 113 nå** hvis det er fare for liv eller helse.\n\nHaster det, men er ikke livstruende, ring legevakta på **116 117**. Ikke vent på svar fra meg. Trygghetsalarmen kan også brukes, men den erstatter ikke 113.",
        _NN: "**Ring 113 no** dersom det er fare for liv eller helse.\n\nHastar det, men er ikkje livstrugande, ring legevakta på **116 117**. Ikkje vent på svar frå meg. Tryggleiksalarmen kan òg brukast, men han erstattar ikkje 113.",
        _EN: "**Call 113 now** if there is danger to life or health.\n\nIf it is urgent but not life-threatening, call the out-of-hours doctor on **116 117**. Do not wait for an answer from me.",
    },
    "akutt_forgiftning": {
        _NB: "**Ring 113 nå** hvis personen er påvirket, sløv eller vanskelig å vekke.\n\nEr du usikker på hvor farlig det er, ring legevakta på **116 117**. Ta vare på emballasjen. Ikke vent på svar fra meg.",
        _NN: "**Ring 113 no** dersom personen er påverka, sløv eller vanskeleg å vekkje.\n\nEr du usikker på kor farleg det er, ring legevakta på **116 117**. Ta vare på emballasjen. Ikkje vent på svar frå meg.",
        _EN: "**Call 113 now** if the person is drowsy, affected or hard to wake.\n\nIf you are unsure how dangerous it is, call **116 117**. Keep the packaging. Do not wait for an answer from me.",
    },
    "akutt_brann": {
        _NB: "**Ring 110 nå** hvis det brenner. Få alle ut, og vent ute.\n\nEr noen skadet, ring **113**.",
        _NN: "**Ring 110 no** dersom det brenn. Få alle ut, og vent ute.\n\nEr nokon skadd, ring **113**.",
        _EN: "**Call 110 now** if there is a fire. Get everyone out and stay out.\n\nIf someone is hurt, call **113**.",
    },
    "akutt_vold": {
        _NB: "**Ring 112 nå** hvis noen er i fare. Er noen skadet, ring **113**.\n\nVil du snakke med noen om vold eller overgrep, er Vold- og overgrepslinjen åpen hele døgnet på **116 006**. Gjelder det ikke akkurat nå, kan du ringe politiet på **02800**. Kommunen kan hjelpe deg videre.",
        _NN: "**Ring 112 no** dersom nokon er i fare. Er nokon skadd, ring **113**.\n\nVil du snakke med nokon om vald eller overgrep, er Vold- og overgrepslinja open heile døgnet på **116 006**. Gjeld det ikkje akkurat no, kan du ringje politiet på **02800**. Kommunen kan hjelpe deg vidare.",
        _EN: "**Call 112 now** if someone is in danger. If someone is hurt, call **113**.\n\nTo talk to someone about violence or abuse, call **116 006**, open day and night. If it is not happening right now, call the police on **02800**.",
    },
    "akutt_selvmord": {
        _NB: "Det er bra at du sier fra. **Ring 113 nå** hvis du eller noen andre er i fare. Ring legevakta på **116 117** hvis du trenger hjelp i kveld eller i natt.\n\nVil du snakke med noen, er Mental Helses hjelpetelefon åpen hele døgnet på **116 123**. Du trenger ikke å være alene med dette.",
        _NN: "Det er bra at du seier frå. **Ring 113 no** dersom du eller nokon andre er i fare. Ring legevakta på **116 117** dersom du treng hjelp i kveld eller i natt.\n\nVil du snakke med nokon, er hjelpetelefonen til Mental Helse open heile døgnet på **116 123**. Du treng ikkje å vere åleine med dette.",
        _EN: "Thank you for telling. **Call 113 now** if you or anyone else is in danger. Call **116 117** if you need help tonight.\n\nTo talk to someone, call Mental Helse on **116 123**, open day and night. You do not have to be alone with this.",
    },
    "akutt_barn": {
        _NB: "**Ring 113 nå** hvis barnet er skadet, sykt eller vanskelig å vekke. **Ring 112** hvis noen gjør barnet vondt, eller det er i fare.\n\nAlarmtelefonen for barn og unge svarer på **116 111**, også til voksne som er bekymret.",
        _NN: "**Ring 113 no** dersom barnet er skadd, sjukt eller vanskeleg å vekkje. **Ring 112** dersom nokon gjer barnet vondt, eller det er i fare.\n\nAlarmtelefonen for barn og unge svarer på **116 111**, òg til vaksne som er uroa.",
        _EN: "**Call 113 now** if the child is hurt, ill or hard to wake. **Call 112** if someone is hurting the child, or it is in danger.\n\nThe emergency line for children and young people is **116 111**, also for worried adults.",
    },
    "sorg": {
        _NB: "Jeg er lei for det som har hendt.",
        _NN: "Eg er lei for det som har hendt.",
        _EN: "I am sorry for your loss.",
    },
    "mulig_fare": {
        _NB: "Er noen i fare nå? Ring **113** (brann **110**, politi **112**). Haster det uten at liv er i fare, ring legevakta på **116 117**.",
        _NN: "Er nokon i fare no? Ring **113** (brann **110**, politi **112**). Hastar det utan at liv er i fare, ring legevakta på **116 117**.",
        _EN: "Is anyone in danger now? Call **113** (fire **110**, police **112**). If it is urgent but not life-threatening, call **116 117**.",
    },
    # --- near a decision ---
    "vedtak_soknad": {
        _NB: "Hva som gjelder for deg eller den du spør for, avgjør kommunen i et vedtak, etter en vurdering av hver enkelt. Jeg kan verken avgjøre det eller anslå det.",
        _NN: "Kva som gjeld for deg eller den du spør for, avgjer kommunen i eit vedtak, etter ei vurdering av kvar einskild. Eg kan verken avgjere det eller gjette på det.",
        _EN: "What applies to you, or to the person you ask for, is decided by the municipality in a formal decision, after an individual assessment. I cannot decide or predict it.",
    },
    "vedtak_klage": {
        _NB: "Hva utfallet blir, avgjør kommunen i et vedtak, etter en vurdering av hver enkelt. Jeg kan ikke vurdere saken eller anslå det.",
        _NN: "Kva utfallet blir, avgjer kommunen i eit vedtak, etter ei vurdering av kvar einskild. Eg kan ikkje vurdere saka eller gjette på det.",
        _EN: "The municipality decides the outcome in a formal decision, after an individual assessment. I cannot assess the case or predict it.",
    },
    "vedtak_sak": {
        _NB: "Det kan jeg ikke se, for jeg har ikke tilgang til saker, ventelister eller journaler. Hva som gjelder for hver enkelt, avgjør kommunen i et vedtak.",
        _NN: "Det kan eg ikkje sjå, for eg har ikkje tilgang til saker, ventelister eller journalar. Kva som gjeld for kvar einskild, avgjer kommunen i eit vedtak.",
        _EN: "I cannot see that: I have no access to cases, waiting lists or records. What applies to each person is decided by the municipality in a formal decision.",
    },
    "vedtak_pris": {
        _NB: "Hva det blir for deg eller den du spør for, avgjør kommunen i et vedtak. Jeg kan ikke regne det ut.",
        _NN: "Kva det blir for deg eller den du spør for, avgjer kommunen i eit vedtak. Eg kan ikkje rekne det ut.",
        _EN: "What it will be for you, or for the person you ask for, is decided by the municipality in a formal decision. I cannot calculate it.",
    },
    "vedtak_reglene": {
        _NB: "Dette er det som gjelder generelt:",
        _NN: "Dette er det som gjeld generelt:",
        _EN: "This is what applies in general:",
    },
    "neste_soknad": {
        _NB: "Neste steg: Søk, eller be kommunen om en vurdering. Kommunen har plikt til å veilede deg, og du kan få hjelp med søknaden.",
        _NN: "Neste steg: Søk, eller be kommunen om ei vurdering. Kommunen har plikt til å rettleie deg, og du kan få hjelp med søknaden.",
        _EN: "Next step: apply, or ask the municipality for an assessment. The municipality has a duty to guide you, and you can get help with the application.",
    },
    "vedtak_fag": {
        _NB: "Hva som gjelder i den enkelte saken, avgjør kommunen i et vedtak etter en individuell vurdering. Jeg kan ikke vurdere saken, anslå utfallet eller skrive vedtaket.",
        _NN: "Kva som gjeld i den einskilde saka, avgjer kommunen i eit vedtak etter ei individuell vurdering. Eg kan ikkje vurdere saka, gjette på utfallet eller skrive vedtaket.",
        _EN: "What applies in the individual case is decided by the municipality in a decision after an individual assessment. I cannot assess the case, predict the outcome or write the decision.",
    },
    "neste_fag": {
        _NB: "Neste steg: Kartlegg behovet, hold det opp mot kriteriene, og skriv ned hva du la vekt på. Drøft saken med fagansvarlig eller leder når du er i tvil.",
        _NN: "Neste steg: Kartlegg behovet, hald det opp mot kriteria, og skriv ned kva du la vekt på. Drøft saka med fagansvarleg eller leiar når du er i tvil.",
        _EN: "Next step: map the need, hold it against the criteria, and write down what you gave weight to. Discuss the case with the professional lead or your manager when in doubt.",
    },
    "neste_klage": {
        _NB: "Neste steg: Les fristen i vedtaket ditt, og send klagen til kontoret som skrev det. Kontoret skal hjelpe deg hvis du ber om det. Pasient- og brukerombudet gir gratis råd på 40 50 16 00.",
        _NN: "Neste steg: Les fristen i vedtaket ditt, og send klaga til kontoret som skreiv det. Kontoret skal hjelpe deg dersom du ber om det. Pasient- og brukarombodet gir gratis råd på 40 50 16 00.",
        _EN: "Next step: read the deadline in your decision and send the complaint to the office that wrote it. The office must help you if you ask. The Patient and User Ombud gives free advice on 40 50 16 00.",
    },
    "neste_sak": {
        _NB: "Neste steg: Kontakt saksbehandleren som står i brevet fra kommunen.",
        _NN: "Neste steg: Kontakt sakshandsamaren som står i brevet frå kommunen.",
        _EN: "Next step: contact the caseworker named in the letter from the municipality.",
    },
    "neste_pris": {
        _NB: "Neste steg: Be kommunen regne ut hva det blir for deg. Ikke send opplysninger om inntekt eller helse hit.",
        _NN: "Neste steg: Be kommunen rekne ut kva det blir for deg. Ikkje send opplysningar om inntekt eller helse hit.",
        _EN: "Next step: ask the municipality to calculate what it will be for you. Please do not send details of income or health here.",
    },
    "medisinsk": {
        _NB: "Jeg kan ikke gi medisinske råd. Snakk med fastlegen. Kan det ikke vente til fastlegen åpner, ring legevakta på **116 117**. Er det fare for liv, ring **113**.",
        _NN: "Eg kan ikkje gi medisinske råd. Snakk med fastlegen. Kan det ikkje vente til fastlegen opnar, ring legevakta på **116 117**. Er det fare for liv, ring **113**.",
        _EN: "I cannot give medical advice. Talk to your GP. If it cannot wait until the GP opens, call **116 117**. If life is in danger, call **113**.",
    },
    # --- what is missing ---
    "uten_grunnlag": {
        _NB: "Det finner jeg ikke noe om i kildene mine, og da vil jeg ikke gjette. Jeg kan svare om kommunens helse- og omsorgstjenester. Gjelder det en slik tjeneste, så prøv med andre ord, eller snakk med et menneske i kommunen.",
        _NN: "Det finn eg ikkje noko om i kjeldene mine, og då vil eg ikkje gjette. Eg kan svare om helse- og omsorgstenestene i kommunen. Gjeld det ei slik teneste, så prøv med andre ord, eller snakk med eit menneske i kommunen.",
        _EN: "I find nothing about that in my sources, so I will not guess. I can answer about municipal health and care services. If it is about one of them, try other words, or talk to a human in the municipality.",
    },
    "uten_grunnlag_andre": {
        _NB: "Det finner jeg ikke noe om i kildene mine, som handler om kommunens helse- og omsorgstjenester. Det ser ut til å høre til {hvem}. Spør der først, eller snakk med et menneske i kommunen hvis du er usikker.",
        _NN: "Det finn eg ikkje noko om i kjeldene mine, som handlar om helse- og omsorgstenestene i kommunen. Det ser ut til å høyre til {hvem}. Spør der først, eller snakk med eit menneske i kommunen om du er usikker.",
        _EN: "I find nothing about that in my sources, which are about municipal health and care services. It seems to belong to {hvem}. Ask there first, or talk to a human in the municipality if you are unsure.",
    },
    "uten_sted": {
        _NB: "Jeg har ingen kilder om {sted}, og da vil jeg ikke gjette på hva som gjelder der. Spør {sted} kommune direkte.",
        _NN: "Eg har ingen kjelder om {sted}, og då vil eg ikkje gjette på kva som gjeld der. Spør {sted} kommune direkte.",
        _EN: "I have no sources about {sted}, so I will not guess what applies there. Please ask the municipality of {sted}.",
    },
    "mangler_pris": {
        _NB: "Prisen {sted} står ikke i kildene mine. Spør kommunen hva som gjelder nå.",
        _NN: "Prisen {sted} står ikkje i kjeldene mine. Spør kommunen kva som gjeld no.",
        _EN: "The price {sted} is not in my sources. Ask the municipality what applies now.",
    },
    "mangler_kontakt": {
        _NB: "Telefonnummeret du spør om, står ikke i kildene mine.",
        _NN: "Telefonnummeret du spør om, står ikkje i kjeldene mine.",
        _EN: "The telephone number you ask for is not in my sources.",
    },
    "mangler_tid": {
        _NB: "Kilden oppgir ikke noe bestemt tidsrom eller noen bestemt frist.",
        _NN: "Kjelda oppgir ikkje noko bestemt tidsrom eller nokon bestemt frist.",
        _EN: "The source gives no exact time or deadline.",
    },
    "mangler_sted_felles": {
        _NB: "Dette er felles regler. Jeg har ingen egne kilder om {sted}.",
        _NN: "Dette er felles reglar. Eg har ingen eigne kjelder om {sted}.",
        _EN: "These are shared rules. I have no sources of its own about {sted}.",
    },
    "mangler_tema": {
        _NB: "Det du spør om {tema}, finner jeg ikke svar på i kildene mine.",
        _NN: "Det du spør om {tema}, finn eg ikkje svar på i kjeldene mine.",
        _EN: "I find no answer in my sources to what you ask about {tema}.",
    },
    "annet_tema": {
        _NB: "Svaret handler ikke om {tema}. Spør om det for seg, så leter jeg der.",
        _NN: "Svaret handlar ikkje om {tema}. Spør om det for seg, så leitar eg der.",
        _EN: "This answer is not about {tema}. Ask about that separately, and I will look there.",
    },
    "mangler_del": {
        _NB: "Én del av det du spør om, finner jeg ikke noe om i kildene mine.",
        _NN: "Éin del av det du spør om, finn eg ikkje noko om i kjeldene mine.",
        _EN: "I find nothing in my sources about one part of your question.",
    },
    "gammel_kilde": {
        _NB: "Opplysningen om {kommune} er {alder}. Sjekk med kommunen hva som gjelder nå.",
        _NN: "Opplysninga om {kommune} er {alder}. Sjekk med kommunen kva som gjeld no.",
        _EN: "The information about {kommune} is {alder}. Check with the municipality what applies now.",
    },
    "fra_ar": {_NB: "fra {ar}", _NN: "frå {ar}", _EN: "from {ar}"},
    "udatert": {_NB: "udatert", _NN: "udatert", _EN: "undated"},
    "ulike": {
        _NB: "Kildene er ulike: {hva}. Jeg viser begge, så du kan spørre kommunen hva som gjelder.",
        _NN: "Kjeldene er ulike: {hva}. Eg viser begge, så du kan spørje kommunen kva som gjeld.",
        _EN: "The sources differ: {hva}. I show both, so that you can ask the municipality which applies.",
    },
    "i_kommunen": {_NB: "i {kommune}", _NN: "i {kommune}", _EN: "in {kommune}"},
    "i_din_kommune": {_NB: "i din kommune", _NN: "i kommunen din", _EN: "in your municipality"},
    "velg_kommune": {
        _NB: "Prisen er ulik fra kommune til kommune. Jeg har en pris for {kommuner}. Skriv hvilken kommune du spør om, så viser jeg den.",
        _NN: "Prisen er ulik frå kommune til kommune. Eg har ein pris for {kommuner}. Skriv kva kommune du spør om, så viser eg han.",
        _EN: "The price differs between municipalities. I have one for {kommuner}. Tell me which municipality you ask about, and I will show it.",
    },
    # --- around an answer ---
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
    "om_kilden": {_NB: "Om {tittel}", _NN: "Om {tittel}", _EN: "About {tittel}"},
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
        _EN: "I am Veileder, a computer program that answers questions about municipal health and care services. I quote the municipality's own descriptions and show where the answer stands. I can be wrong, I decide nothing, and you can always ask to talk to a human.",
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
    "avklaring_tjeneste": {
        _NB: "Hvilken tjeneste gjelder det? For eksempel {valg}.",
        _NN: "Kva teneste gjeld det? Til dømes {valg}.",
        _EN: "Which service is it about? For example {valg}.",
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
    # --- reasons for handing over ---
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
    # --- contact ---
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
        _EN: "We do not have the telephone number. You find it on {nettsted}",
    },
}  # fmt: skip

UTFALLSNAVN = {
    "besvart": "Besvart",
    "delvis": "Delvis besvart",
    "avklaring": "Spør tilbake",
    "uten_grunnlag": "Uten grunnlag",
    "overlevert": "Til et menneske",
    "akutt": "Akutt",
    "avvist": "Avvist",
    "samtale": "Samtale",
    "feilet": "Feilet",
}
"""What each outcome is called where a person reads it."""


_FREMMEDE: dict[str, dict[str, str]] = {
    "pl": {
        "kilder": "Moje źródła są po norwesku, dlatego odpowiadam cytatami po norwesku. Możesz poprosić gminę o tłumacza.",
        "maskinoversatt": "Tłumaczenie maszynowe. Obowiązuje tekst norweski.",
        "akutt": "**Zadzwoń teraz pod 113**, jeśli czyjeś życie lub zdrowie jest zagrożone. Straż pożarna: **110**. Policja: **112**. Pogotowie lekarskie (legevakt): **116 117**.",
    },
    "uk": {
        "kilder": "Мої джерела норвезькою мовою, тому я відповідаю норвезькими цитатами. Ви можете попросити в комуни перекладача.",
        "maskinoversatt": "Машинний переклад. Чинним є норвезький текст.",
        "akutt": "**Телефонуйте зараз 113**, якщо є небезпека для життя чи здоров'я. Пожежна служба: **110**. Поліція: **112**. Черговий лікар (legevakt): **116 117**.",
    },
    "ar": {
        "kilder": "مصادري باللغة النرويجية، لذلك أجيب باقتباسات نرويجية. يمكنك أن تطلب مترجمًا من البلدية.",
        "maskinoversatt": "ترجمة آلية. النص النرويجي هو المعتمد.",
        "akutt": "**اتصل الآن بالرقم 113** إذا كان هناك خطر على الحياة أو الصحة. الإطفاء: **110**. الشرطة: **112**. الطبيب المناوب (legevakt): **116 117**.",
    },
    "so": {
        "kilder": "Ilaheygu waa af Noorwiiji, sidaas darteed waxaan ku jawaabayaa qoraal af Noorwiiji ah. Waxaad degmada ka codsan kartaa turjubaan.",
        "maskinoversatt": "Turjumaad mishiin. Qoraalka Noorwiijiga ah ayaa ansax ah.",
        "akutt": "**Hadda wac 113** haddii nolol ama caafimaad khatar ku jiro. Dab-damiska: **110**. Booliska: **112**. Dhakhtarka degdegga (legevakt): **116 117**.",
    },
    "de": {
        "kilder": "Meine Quellen sind norwegisch, deshalb antworte ich mit norwegischen Zitaten. Sie können die Gemeinde um einen Dolmetscher bitten.",
        "maskinoversatt": "Maschinelle Übersetzung. Es gilt der norwegische Text.",
        "akutt": "**Rufen Sie jetzt 113 an**, wenn Leben oder Gesundheit in Gefahr sind. Feuerwehr: **110**. Polizei: **112**. Ärztlicher Notdienst (legevakt): **116 117**.",
    },
    "ti": {
        "kilder": "ምንጭታተይ ብኖርወጅኛ እዮም፣ ስለዚ ብኖርወጅኛ ጽሑፍ እምልስ። ካብ ኮሙን ኣስተርጓሚ ክትሓትት ትኽእል ኢኻ።",
        "maskinoversatt": "ብማሽን ዝተተርጎመ እዩ። እቲ ናይ ኖርወይ ጽሑፍ እዩ ዝሰርሕ።",
        "akutt": "ሓደጋ ህይወት ወይ ጥዕና እንተሃልዩ **ሕጂ 113 ደውል**። ሓዊ፦ **110**። ፖሊስ፦ **112**። ህጹጽ ሓኪም (legevakt)፦ **116 117**።",
    },
    "lt": {
        "kilder": "Mano šaltiniai yra norvegų kalba, todėl atsakau norvegiškomis citatomis. Galite paprašyti savivaldybės vertėjo.",
        "maskinoversatt": "Mašininis vertimas. Galioja norvegiškas tekstas.",
        "akutt": "**Skambinkite dabar 113**, jei gresia pavojus gyvybei ar sveikatai. Gaisrinė: **110**. Policija: **112**. Budintis gydytojas (legevakt): **116 117**.",
    },
}
"""For those who write in another language: that the sources are Norwegian and an interpreter can be asked for, and the
emergency numbers. No native speaker has read them yet (CHANGELOG, «Kjente mangler»)."""


def fremmed(navn: str, sprak: str) -> str:
    """Return a fixed text in another language than Norwegian and English, or an empty string for an unknown one."""
    return _FREMMEDE.get(sprak, {}).get(navn, "")


def tekst(navn: str, sprak: Malform, /, **felt: str) -> str:
    """Return a fixed text in the language asked for, with its fields filled in.

    Raises:
        KeyError: no text has that name.
    """
    mal = _TEKSTER[navn][sprak]
    return mal.format(**felt) if felt else mal


def navn() -> tuple[str, ...]:
    """Names of all fixed texts."""
    return tuple(_TEKSTER)
