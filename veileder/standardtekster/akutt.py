"""What is said first when somebody may be in danger: short, the number before everything else."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

AKUTT: dict[str, dict[Malform, str]] = {
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
        _EN: "Thank you for telling me. **Call 113 now** if you or anyone else is in danger. Call **116 117** if you need help tonight.\n\nTo talk to someone, call Mental Helse on **116 123**, open day and night. You do not have to be alone with this.",
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
}  # fmt: skip
