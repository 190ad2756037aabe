"""The web's fixed texts in English."""

from __future__ import annotations

TEKSTER: dict[str, str] = {
    "velkomst": (
        "## What would you like to know?\n\nHere you can ask about health and care services in the municipality. You "
        "always see where the answer comes from. You get no decisions and no medical advice here.\n\n**You are "
        "writing with a computer (AI).** It can be wrong, and it decides nothing.\n\nDo not write names, identity "
        "numbers or other personal details. Everything is deleted after {dager} days. [About the service and "
        "privacy](#om)"
    ),
    "undertittel": "Health and care services in the municipality",
    "ny_samtale": "Start again",
    "om_tjenesten": "About",
    "kommune": "Municipality",
    "ingen_kommune": "Choose municipality",
    "rolle": "Who are you?",
    "rolle_innbygger": "I live here or am a relative",
    "rolle_saksbehandler": "I work for the municipality",
    "menneske": "Talk to a person",
    "heller": "Would you rather talk to somebody?",
    "vis_kilde": "Show source",
    "valg": "Municipality, role and contact",
    "nodnummer": "Danger to life: call 113",
    "hopp": "Skip to the writing field",
    "skrivefelt": "Write your question",
    "send": "Send the question",
    "stopp": "Stop the answer",
    "til_bunns": "Go to the latest answer",
    "svar_fra": "Answer",
    "du_skrev": "You wrote",
    "eksempler": "Or choose a question:",
    "lukk": "Close",
    "ja": "Yes, start again",
    "nei": "No, go on",
    "ny_sporsmal": "Do you want to start again?",
    "ny_forklaring": (
        "The conversation you have now will disappear from the screen. You can also delete what we have stored of it."
    ),
    "kontakt_tittel": "Talk to a person",
    "kontakt_velg": "Which municipality is it about? Choose here, and we show you where to call.",
    "kontakt_ring": "Call the municipality: {telefon}",
    "kontakt_epost": "E-mail",
    "kontakt_apent": "Open",
    "kontakt_nett": "Website",
    "kontakt_side": "Read more at the municipality",
    "kontakt_mangler_telefon": "Telephone: we do not have the number. See the municipality's website.",
    "kontakt_mangler_alt": (
        "We have neither a number nor a website. Call the municipality's switchboard and ask for health and care."
    ),
    "kontakt_kontrollert": "The details were last checked {dato}.",
    "kontakt_notat": "You can read this out when you call:",
    "kilde_gjelder": "Applies to",
    "kilde_felles": "shared by all the municipalities",
    "kilde_felles_tekst": "Shared text",
    "kilde_tekst_for": "Text for {kommune}",
    "kilde_status": "Status",
    "kilde_utkast": "draft",
    "kilde_utkast_lang": "Our text. A draft, not adopted by the municipality.",
    "kilde_vedtatt": "adopted",
    "kilde_gjelder_fra": "Valid from",
    "kilde_dato": "Date of the source",
    "kilde_revideres": "To be reviewed",
    "kilde_lenke": "See the page at {vert}",
    "kilde_hele": "Read the whole text here",
    "kilde_tekst": "This is what the source says. What the answer is based on is highlighted:",
    "for_lang": (
        "The message is too long for me: {antall} characters, and I read at most {grense}. Can you write the most "
        "important part in fewer words? If life is in danger, call 113."
    ),
    "for_mange": "Many messages came in a short time. Wait a minute, and try again. If life is in danger, call 113.",
    "opptatt": "Many people are asking right now. Wait a little, and try again. If life is in danger, call 113.",
    "tom": "I could not see a question. Write what you would like to know, in your own words.",
    "ugyldig": "I could not read that message. Write your question in the field at the bottom.",
    "valg_utgatt": "That choice belongs to an earlier question. Please write the question again.",
    "stoppet": "The answer was stopped.",
    "glemt": "The connection was broken, and I do not remember what we wrote about. Please write the whole question again.",
    "feilet": (
        "Something went wrong on our side, and I could not make an answer. You did nothing wrong. Try again soon, or "
        "talk to a person. If life is in danger, call 113."
    ),
    "enklere": "Say it more simply",
    "meld_fra": "Report the answer",
    "meld_ledd": "More you can do with the answer:",
    "meld_grunn": "What is wrong with the answer? Press what fits best.",
    "meld_kvittering": (
        "Thank you for telling us. The report is saved, and its number is **{nummer}**.\n\nWrite down the number if "
        "you want to see what comes of it: [See the report](</melding/{nummer}>). You get no answer here in the "
        "chat. If you need help, talk to a person in the municipality. The report and the answer are deleted after "
        "{dager} days."
    ),
    "meld_alt_meldt": (
        "You have already reported this answer. The number is **{nummer}**: [See the report](</melding/{nummer}>)."
    ),
    "meld_skriv_mer": "Write a little more about it",
    "meld_skriv": "Write it in the field at the bottom. Do not write names, identity numbers or other personal details.",
    "meld_tekst_lagret": "Thank you. What you wrote is saved with the report {nummer}.",
    "lagring_feilet": (
        "We could not save that now. You did nothing wrong. Try again soon, or call the municipality. If life is in "
        "danger, call 113."
    ),
    "skjema_avbryt": "Cancel",
    "skjema_avbrutt": "Cancelled. Nothing more is saved. You are welcome to ask about something else.",
    "skjema_utgatt": "That button belongs to something that is finished or cancelled.",
    "skjema_hopp": "Skip",
    "skjema_send": "Send to the municipality",
    "skjema_sporsmal": "That looked like a question. Press «Cancel» to ask it, or answer this: {ledd}",
    "kontaktsak": "Ask the municipality to contact you",
    "kontaktsak_navn": (
        "You can leave a request with the municipality of {kommune}, and they can contact you. I will ask a few things. "
        "Nothing is saved before you press «Send to the municipality». This is not an application, and it is not for "
        "when it is urgent. If life is in danger, call 113. If it is urgent, call the out-of-hours doctor on 116 "
        "117.\n\n**What is your name?**"
    ),
    "kontaktsak_kontaktvei": "**Which telephone number or e-mail address can we reach you on?**",
    "kontaktsak_kontaktvei_feil": "I found neither a telephone number nor an e-mail address in what you wrote. Try once more.",
    "kontaktsak_tid": "**When would you like the municipality to contact you?** For example «morning» or «after four o'clock».",
    "kontaktsak_notat": (
        "**What is it about?** Write it briefly. Do not write identity numbers or health details that are not needed."
    ),
    "kontaktsak_bruk_notat": "Use the question I asked",
    "kontaktsak_se_over": "Look it over before you send it to the municipality of {kommune}:",
    "kontaktsak_felt_navn": "Name",
    "kontaktsak_felt_telefon": "Telephone",
    "kontaktsak_felt_epost": "E-mail",
    "kontaktsak_felt_tid": "Best time",
    "kontaktsak_felt_notat": "About",
    "kontaktsak_kvittering": (
        "Your request to the municipality of {kommune} is saved. The number is **{nummer}**, which you can give if "
        "you call.\n\n{frist} What you left is deleted {dager} days after the municipality is done with it, and "
        "after {hoyst} days at the latest. If you want it deleted sooner, tell the municipality and give the number."
    ),
    "kontaktsak_frist": "The aim is that somebody contacts you by {dato}. If you hear nothing by then, call the municipality.",
    "kontaktsak_uten_frist": "We cannot promise when somebody contacts you. If you hear nothing, call the municipality.",
    "kontaktsak_mange": "You have already left several requests in this conversation. Please call the municipality instead.",
    "slett": "Delete conversation",
    "slett_sporsmal": (
        "**Do you want us to delete this conversation?** The questions, the answers and what you have reported "
        "are deleted at once. It cannot be undone.\n\nOtherwise everything is deleted after {dager} days. If you "
        "want to know what is stored, give this number to the municipality: {id}"
    ),
    "slett_ja": "Yes, delete the conversation",
    "slett_nei": "No, keep it",
    "slett_avbrutt": "The conversation is not deleted.",
    "slett_gjort": (
        "We have deleted the conversation, with the answers and what you had reported. You see it on the screen "
        "until you press «Start again» or close the page. If you write more, it is a new conversation."
    ),
    "slett_kontaktsak": (
        "The request you sent to the municipality is not part of the conversation and is not deleted. If you want it "
        "deleted, tell the municipality and give the number."
    ),
    "slett_feilet": (
        "We could not delete the conversation now. You did nothing wrong. Try again soon. The conversation "
        "will be deleted automatically when it is old enough."
    ),
    "stengt_tittel": "**The chat is closed.**",
    "stengt_standard": "It is closed for a while.",
    "stengt_hjelp": (
        "Press «Talk to a person», and we show you where to call. If life is in danger, call 113. If you need a "
        "doctor and cannot wait, call 116 117."
    ),
    "laster": "The chat is opening …",
    "laster_tregt": "Is it slow? Use the simple page",
    "uten_skript": "This page needs JavaScript. If life is in danger, call 113. Otherwise you can call the municipality.",
    "ikke_klar": (
        "The service is not ready yet. Try again in a few minutes, or call the municipality. If life is in danger, "
        "call 113."
    ),
    "sprak": "Language",
    "meny": "Menu",
    "videre": "Would you like to know more?",
    "vis_for_saksbehandler": "Show for caseworkers",
    "vis_for_innbygger": "Show for residents",
    "svar_for_saksbehandler": "**This is the answer for a caseworker:**",
    "svar_for_innbygger": "**This is the answer for a resident:**",
    "kopier": "Copy the answer",
    "kopiert": "Copied. Now you can paste it somewhere else.",
    "kopi_feilet": "We could not copy it. Select the text and copy it yourself.",
    "kopi_kilder": "Sources:",
    "kopi_laget": "From Veileder, {dato}. The answer was made by a computer (AI) and decides nothing.",
    "skriv_ut": "Print",
    "lokal_egen": "{kommune} has a text of its own about this.",
    "lokal_andre": "{kommune} has a text of its own about this. Choose a municipality at the top to see what applies there.",
    "og": "and",
    "kilde_nr": "Source {nr}: {tittel}",
    "kilde_sti": "Found in",
    "andre_tekster": "Other texts we looked at",
    "andre_forklaring": "We read these as well, but did not use them in the answer:",
    "kontakt_apen": "Open now, until {til}.",
    "kontakt_stengt": "Closed now.",
    "kontakt_stengt_na": "Closed now. Opens {dag} at {fra}.",
    "kontakt_stengt_dag": "Closed today ({grunn}). Opens {dag} at {fra}.",
    "kontakt_egen_dag": "the municipality's own closing day",
    "kontakt_tid_ukjent": "We do not know the opening hours. See the municipality's website, or try to call during the day.",
    "kontakt_svartid": (
        "You can also ask the municipality to contact you. The aim is that somebody does within {dager} working days."
    ),
    "idag": "today",
    "imorgen": "tomorrow",
    "notat_bruk": "Edit or send the note",
    "notat_tittel": "Note for the municipality",
    "notat_forklaring": "Read it through, and change what you like. Nothing has been sent yet.",
    "notat_kopier": "Copy the note",
    "notat_skriv_ut": "Print the note",
    "notat_send": "Send to the municipality",
    "notat_godkjent": "Your note will be sent with it.",
    "notat_start": "I have asked Veileder about this:",
    "notat_besvart": "was answered",
    "notat_delvis": "was answered in part",
    "notat_uten_grunnlag": "found no answer",
    "notat_overlevert": "is for the municipality to answer",
    "brudd": (
        "The connection to the service is lost, and we keep trying. What you have written stays. If life is in danger, "
        "call 113."
    ),
    "tilbake": "We are connected again.",
    "treg": "This takes longer than usual. You do not need to do anything. If it is urgent, call the municipality.",
    "lagt_tilbake": "Your question was not answered. We put it back in the field, so that you can send it again.",
    "klikk_feilet": "We could not do that now. Try again in a while.",
    "om_uten_modell": "Nothing is sent out of the municipality.",
    "om_med_modell": (
        "A language model words the answer. "
        "It gets the question after we have tried to remove personal details."
    ),
}
"""Text by name; every language holds the same names with the same fields."""

MELDEGRUNNER: dict[str, str] = {
    "feil": "The answer is wrong",
    "utdatert": "The answer is out of date",
    "mangler": "Something is missing",
    "misforstod": "It does not fit the question",
    "vanskelig": "The language is difficult",
    "ubehagelig": "The answer was unpleasant",
    "annet": "Something else",
}
"""What a user can say is wrong, by ``Rapportgrunn``; the Norwegian ones stand with the flags."""
