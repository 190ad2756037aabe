"""Words that are no names, and names that are words too."""

from __future__ import annotations

TVETYDIGE = frozenset(
    "anna are arve ask august balder bent birk bjørn bo brage brede can dag daisy dan dung ebbe edel elle else endre even"
    " finn florin frank fred fride gard gloria grace gro gry hans hauk hazel helga helge inga iris ivy jarl jasmin jo kai"
    " kaia kim knut kristen lasse lin line liv live luna lykke mai mark max may maya mille mons my noa nur odd olive pearl"
    " penny per ravn roman rosa rose ruby rune said signe siren siv sol stein stella stig storm sture svale søren tale tim"
    " tom tone tora tore trang ulv unn vegar vilja vilje vesla violet vår ørn любов любовь надежда надія".split()
)
"""First names that are words or something else too, by the word lists of Debian's norwegian package: at the head of a
sentence, or without a capital, they need a surname or words around that speak of a person."""
ORD_UTEN_STOR = frozenset(
    "adel aino aksel almar alv amber amer amra ana andy ante aurora ava barry bella beret bob bobby bonnie borgar brynja"
    " coral dana darren dave dikka donna edgars elke ella ellen emilio enes erla ester faith gemma genet georgina gitte"
    " gjurd inge isla turi gjøa gordon graham grunde guri hafsa hana hao heine helen helgi hella helle helmi hemming"
    " hermann hilda hinda hoda hope horst ines inna issa ivar iver jake jari jean jerry jess jing joe julien julio kamille"
    " karen karol karolin kinga klara klaus kobra kyle lauren lene lenka leon liam lilja lilje lise liva liz loke lotta"
    " luka lynn lynne maha malene marco maren mari marina maris marte martins max may medina melker meta mette mila mina"
    " ming minna mirel mitra moa muna myra nadir naser nea neo nida norma nour nova oili olle omar omer onni pascal patty"
    " paulo pedro pelle petar petro phil pilar ping precious raul regina reimar reiner renata renate rikke rina roar rumen"
    " runa runar rut safa safet sally sam samar samer sana sander sanne sardar satu segen sibylle silla sindre sire skage"
    " sondre stella ståle sunna syver tara terry tilde tine toini toivo tone trude tuva tønnes uffe ulla una vagn valter"
    " veli vera verna verner vesa vesla vida vidar vilde ville vira virginia wei wen will xin ying yuan yue yves zhen"
    " østen роман".split()
)
"""First names that, without a capital, are words in the same lists («klara», «mette»), in English or in dialect."""
MANEDER = frozenset("mars mai august april juni juli may june august".split())
EPONYMER = frozenset(
    "addison addisons alzheimer alzheimers angelman angelmans apgar asperger aspergers babinski barré barthel barthels"
    " basedow bechterev bechterew behcet behçet bekhterev bekhterevs bekhterew bergs beuren biedl bobath braden calvé"
    " charcot chiari coombs creutzfeldt crohn crohns cushing cushings dandy danlos down downs dravet duchenne duchennes"
    " dupuytren dupuytrens ehlers epley epstein-barr fabry fabrys friedreich friedreichs gastaut gaucher gauchers glasgow"
    " graves guillain hashimoto hashimotos heimlich hippel hirschsprung hodgkin hodgkins huntington huntingtons"
    " jakob-creutzfeldt kawasaki kleffner klinefelter klinefelters klippel kors korsakoff korsakoffs kugelberg lasègue"
    " lawton lewy likert marfan marfans maslow maslows meniere menieres menière menières meo moca montessori ménière"
    " ménières niemann noonan noonans nyhan osgood parkinson parkinsons perthes peyronie piaget pompe pompes prader"
    " quincke raynaud raynauds rett retts romberg røde sachs scheuermann scheuermanns schlatter schlatters sjögren"
    " sjögrens sjøgren sjøgrens snoezelen sturge taybi tinetti tourette tourettes trenaunay usher ushers wegener wegeners"
    " welander wernicke willebrand".split()
)
"""Illnesses, tests and methods that carry a name; nobody is called so in a message, also not in a part of «Prader-Willi»."""
PRODUKTER = frozenset(
    "abilia aftenposten apple basic blå bunnpris canaria care careium citroën clas compact coop dagbladet depot dignio"
    " doro etac europris evondos felles forte fresubin frivillig galaxy group grønn handicare hvite hyundai ikea invacare"
    " ipad iphone jodacare junior jysk kirkens kiwi medido meny mercedes microsoft mini molift nasjonal netflix nordic"
    " nordmøre nordmøres norway nrk nutridrink office ohlson ottobock panthera paralgin permobil peugeot pilly rema retard"
    " romsdals samsung scandinavia selo-zok solutions stannah sunnmørs teams tena topro toyota trionic tunstall vg"
    " volkswagen volvo windows".split()
)
"""Makes, medicines, shops, papers and words of organisations' names: with one of these no run of words is a person's."""
FREMMEDE = frozenset(
    "är hur vad jag hej och tack när vem var vill behöver har finns er det den ist wie was kann ich guten hallo danke wir"
    " sie gibt haben hat wer wo wann bitte czy jak ile gdzie dzień dobry proszę jestem mam chcę hola cómo como dónde donde"
    " qué que cuál tengo soy buenos días buenas tardes gracias bonjour salut comment où qui quel quelle est je nous merci"
    " buongiorno ciao sono dove come quanto grazie hei moi minä olen miten missä onko äitini isäni kiitos hvad hvornår tak"
    " goddag olá oi onde obrigado bună ziua cum unde mulțumesc merhaba nasıl annem babam teşekkürler salaan aabbahay sidee"
    " waan hooyaday aabahay mahadsanid laba diena kaip kur ačiū xin chào tôi magandang kumusta habari asante zdravo dobar"
    " kako gdje hvala моя мій мое моє мой моего як чи де коли скільки хто що добрий день дякую здравствуйте привіт привет"
    " как где когда сколько кто что спасибо я ми мы він вона он она dzien prosze witam szanowni państwo".split()
)
"""Words that begin a sentence in the other languages that people write."""
IKKE_NAVN = (
    frozenset(
        "elva elven stormen ekstremværet uværet orkanen ferja ferga fergen skipet roboten hurtigruten hurtigruta båten"
        " bandet danmark sverige spania kreta polen tyskland england amerika finland island frankrike italia hellas tyrkia"
        " thailand syria somalia eritrea ukraina litauen russland kypros mallorca st sámi sankt kong dronning norge noreg"
        " norges noregs norsk norske europa vipps digipost altinn husbanken helsenorge bankid minid nav pdf word apple"
        " elkjøp facebook google i'm i am is he she it we they the a an and or but for of to in on at by my your his her"
        " our their this that what when where who why how which can could will would shall should may might must do does"
        " did have has had be been are was were not no yes please thanks thank hello hi dear if so as from with about"
        " there here any some me you him us them hei hallo heisann hallais takk kjære kjære god morn morgen kveld natt mvh"
        " vh hilsen helsing ps obs nb mor mora moren far faren mamma mammaen pappa pappaen bror broren søster søstera"
        " søsteren sønn sønnen son sonen datter dattera datteren dotter dottera mann mannen kone kona ektefelle ektefellen"
        " ektemann samboer samboeren sambuar sambuaren besteforeldre bestemor bestefar mormor morfar farmor farfar oldemor"
        " oldefar bestemora tante tanta tanten onkel onkelen svigermor svigerfar svigerinne svoger niese nevø fetter"
        " kusine nabo naboen granne grannen venn venninne barn barnet barnebarn barnebarnet gutten jenta fru frøken frk"
        " herr hr dr doktor lege legen fastlegen fastlege sykepleier sjukepleiar saksbehandler saksbehandlar"
        " saksbehandleren enke enkja enkje enkemann pensjonist ufør blind døv syk sjuk frisk gammel gammal gift skilt"
        " ensom einsam sentrum vest øst aust nord sør midt indre ytre øvre nedre han ho hun hu hass e ej æ i eg jeg dem"
        " dåkk dåkker itj ikkje me mæ mi te å ka kem kor korles korleis kordan kven kva kvar mandag tirsdag onsdag torsdag"
        " fredag lørdag søndag måndag tysdag laurdag sundag januar februar september oktober november desember jul påske"
        " pinse sommer sommar vinter høst haust".split()
    )
    | EPONYMER
    | PRODUKTER
    | FREMMEDE
)
"""Offices, greetings, relatives, roles and small words, beside those that the list of common words has."""
