"""Plain alarms in the other languages that people here write in: not breathing, fire, he hits me, kill myself.

Stems rather than words, since these languages bend them; one row for a kind and a language. The text is
lower case, without commas and apostrophes (akutt_ord.py).
"""

from __future__ import annotations

FREMMEDE: tuple[tuple[str, str, str], ...] = (
    (
        "pl",
        "medisinsk",
        r" nie oddycha| nie może oddychać| nieprzytomn\w+| stracił\w* przytomność| (?:ma|miał właśnie|"
        r"dostał\w*|chyba) (?:\w+ )?(?:zawał|udar)\w*| krwawi| dusi się| nie reaguje| nie mog\w* oddycha\w*|"
        r" przestał\w* mówić| opadł\w* | bełkocze| drgawk\w+| nie może wstać| ból w klatce|"
        r" bardzo boli .{0,12}klat\w+|gorączk\w+ .{0,60}(?:nie poznaje|bez sensu)",
    ),
    (
        "pl",
        "selvmord",
        r" zabić się| zabiję się| chc[eę] umrzeć| nie chc[eę] (?:już )?żyć| samobójstw\w* (?:popełni|dziś|"
        "teraz)| już nie mam sił|list do dzieci",
    ),
    ("pl", "brann", " pali si[eę]| pożar w | dym w | dużo dymu"),
    (
        "pl",
        "vold",
        r" bije mnie| mnie bije| bije (?:mamę|matkę|żonę|dzieck\w+)| zabije mnie| grozi (?:mi|nożem)|"
        r" zamyka ją| nie daje (?:jej )?jeść|zabrał\w* mi (?:kartę|emeryturę|telefon|paszport)|"
        "boję się kiedy wraca",
    ),
    (
        "pl",
        "forgiftning",
        r" połkn[ęa]\w+| wypił\w* (?:wybielacz|płyn|środek|domestos)| za dużo tabletek| wszystkie tabletki|"
        " zatrucie",
    ),
    (
        "uk",
        "medisinsk",
        r" не відповідає| кров з голови| не дихає| непритомн| не диха\w+| не може дихати| непритомн\w+| знепритомн\w+| втрати\w+ свідомість| (?:має|стався|схоже|"
        r"здається|зараз|серцевий) (?:\w+ )?(?:інфаркт|інсульт)| серцев\w+ напад| не приходить до тями|"
        r" судоми| кровотеч\w+| сильно кровить| посинів| хрипить| не відповідає нам| задихає\w*| подавив\w*|"
        r" впа\w+ .{0,30}не (?:рухає|встає|може)",
    ),
    (
        "uk",
        "selvmord",
        " вбити себе| хочу померти| не хочу (?:більше )?жити| покінчити (?:з собою|життя)| накласти на себе|"
        " все скінчиться| немає сенсу .{0,80}(?:вимкну|кота)",
    ),
    (
        "uk",
        "brann",
        " пожежа| горить (?:будинок|квартира|кухня|хата|у)|(?:будинок|квартира|кухня|хата) горить| дим (?:з|у|під|в)",
    ),
    ("uk", "vold", " мене бє| бє (?:мене|маму|дружину)|бє мене| вбє мене| погрожує| ґвалтує| зґвалтував"),
    ("uk", "barn", " бє (?:хлопчика|дитину|дівчинку|дітей|сина)"),
    (
        "uk",
        "forgiftning",
        r" (?:випи|проковтну)\w+ .{0,40}(?:засіб|засобу|таблет\w+|відбілювач|оцет|батарейк\w+)| отруї\w+|"
        r" проковтну\w+",
    ),
    (
        "ar",
        "medisinsk",
        "لا يتنفس|لا تتنفس|ما يتنفس|ما عم يتنفس|لا أستطيع التنفس|فاقد الوعي|فاقدة الوعي|فقد الوعي|فقدت الوعي|"
        "أغمي|نوبة قلبية|ينزف|تنزف|لا يتحرك|يختنق|تختنق|ألم في (?:صدر|الصدر)",
    ),
    (
        "ar",
        "selvmord",
        "أقتل نفسي|اقتل نفسي|قتل نفسي|أريد أن أموت|اريد ان اموت|أنتحر|انتحار الليلة|لا أريد أن أعيش|لم يعد لي مكان في هذه الدنيا",
    ),
    ("ar", "brann", "حريق|البيت يحترق|المنزل يحترق|يحترق|النار في|دخان (?:في|من)"),
    ("ar", "vold", "يضربني|ضربني|يضرب|تضربني|سيقتلني|يقتلني|يهددني|اغتصب|تأخذ راتبي|أخذ جواز"),
    ("ar", "barn", "طفل .{0,40}(?:على حافة|لا أحد في البيت)|يضرب (?:ابنه|طفله|الطفل|الأطفال)"),
    ("ar", "forgiftning", "(?:شرب|شربت|ابتلع|ابتلعت|بلع|بلعت) .{0,30}(?:منظف|كلور|حبوب|دواء|بطارية|زجاجة)|ابتلع|تسمم"),
    (
        "so",
        "medisinsk",
        r" neefsanay| soo kacay| kacayso| miyir beesh| miyir beel| ma neefsan\w*| neefsan la| neefsan maayo| ma neefsanayo| suuxday| suuxdin| wadno ?xanuun\w*|"
        r" wadne istaag\w*| faalig| dhiig badan| dhiigbax\w*| ma soo toosayo",
    ),
    (
        "so",
        "selvmord",
        r" is dil\w*| isdil\w*| naftayda .{0,10}(?:dil|qaad)| nolosha waan ka quust\w*| waan dhiman rabaa|"
        " rabaa inaan dhinto",
    ),
    (
        "so",
        "brann",
        r" dab (?:baa|ayaa|qabsat\w*)| guriga .{0,12}gubanaya| dabqab\w*| qabsatay awoowe| qiiq (?:ayaa|baa)",
    ),
    (
        "so",
        "vold",
        r" i garaac\w*| wuu i (?:garaac\w*|dilaa|dili)| i dili\w*| ku dili doonaa| i dilayaa| ila garaac\w*|"
        "haya kaarka|kaarka bangiga",
    ),
    ("so", "barn", r" adeerku .{0,20}taabtaa| ilmaha .{0,15}garaac\w*"),
    ("so", "forgiftning", r" liq(?:ay|day|tay)| cabay .{0,20}(?:sun|kiimiko)| cabtay .{0,20}(?:sun|kiimiko)| sumow\w*"),
    (
        "de",
        "medisinsk",
        r" atmet (?:nicht|nå mer|kaum)| keine luft| bewusstlos\w*| herzinfarkt (?:jetzt|hilfe)| (?:hat|habe|"
        "bekomme|glaube) .{0,25}(?:herzinfarkt|schlaganfall)| reagiert nicht| blutet (?:stark|sehr)|"
        " wacht nicht auf| erstickt| zusammengebrochen| krampfanfall| starke brustschmerzen|"
        r" auf de[mn] \w*boden .{0,40}(?:kalt|antwortet|steht nicht)",
    ),
    (
        "de",
        "selvmord",
        " (?:mich|sich) umbringen| nicht mehr leben| will sterben| mir das leben nehmen|"
        " schlaftabletten vor mir| ohne mich .{0,20}leichter| nicht mehr erleben",
    ),
    ("de", "brann", " brennt es| es brennt| feuer (?:im|in der)| (?:haus|wohnung|küche) brennt| rauch (?:im|in der|kommt)"),
    (
        "de",
        "vold",
        " schlägt (?:mich|meine|sie|ihn)| bedroht mich| bringt mich um| schließt sie .{0,12}ein|"
        " vergewaltigt| hat mich geschlagen",
    ),
    (
        "de",
        "forgiftning",
        " (?:verschluckt|getrunken|geschluckt) .{0,20}(?:batterie|reiniger|tabletten)| (?:reiniger|batterie|"
        "bleiche|tabletten) (?:getrunken|verschluckt|geschluckt)| vergiftet| tabletten vertan|"
        " zu viele tabletten",
    ),
    (
        "ti",
        "medisinsk",
        "ኣይተንፍስን|ኣይትተንፍስን|ኣየተንፍስን|ክትንፍስ .{0,10}ይኽእል የለን|ምትንፋስ|ሃለዋቱ|ሃለዋታ|ልቢ ወቕዒ|ወቕዒ ልቢ|ኣይንቀሳቐስን|ኣይዛረብን|ይደሚ|ደም ይውሕዝ",
    ),
    ("ti", "selvmord", "ነፍሰይ .{0,12}(?:ከጥፍእ|ክቐትል)|ክመውት ደልየ|ክመውት እደሊ|ክነብር ኣይደልን|ምንባር ትርጉም የብሉን|ክቐትል እየ ነፍሰይ"),
    ("ti", "brann", "ሓዊ (?:ኣትይዎ|ተላዒሉ|ኣሎ)|ይነድድ|ትኪ"),
    ("ti", "vold", "ይወቕዓኒ|ይሃርመኒ|ክቐትለኒ|ወቒዑኒ|ሃሪሙኒ"),
    ("ti", "barn", "ቖልዓ በይኑ|ንቖልዓ ይወቅ"),
    ("ti", "forgiftning", "(?:ዊሒጡ|ወሒጣ|ውሒጡ|ውሒጣ)|ስቲዩ .{0,12}መርዚ|መርዚ"),
    (
        "lt",
        "medisinsk",
        r" nukrito ir | nekalba| veido nejuda| nekvėpuoja| nereaguoja| nekvėpuo\w+| be sąmonės| nealpo| neteko sąmonės| apalpo| (?:ištiko|gavo|patyrė|"
        r"turbūt) (?:\w+ )?(?:infarkt|insult)\w*| širdies smūg\w+| dūsta| springsta| kraujuo\w+| nereaguoja|"
        r" traukuli\w+| negali kvėpuoti",
    ),
    ("lt", "selvmord", r" nusižudy\w+| noriu mirti| nebenoriu gyventi| nenoriu (?:daugiau )?gyventi"),
    ("lt", "brann", " gaisras| dega (?:namas|butas|virtuvė)|(?:namas|butas|virtuvė) dega| dūmai"),
    (
        "lt",
        "vold",
        " muša (?:mane|mamą|mus)| mane muša| grasina| nužudys| prievartauja| užrakino (?:kambaryje|mane|"
        "mamą)|užrakino kambaryje| atėmė .{0,20}kortelę",
    ),
    (
        "lt",
        "barn",
        r" užrakino vaikus| muša vaik\w*| vaikai vieni| kaimyn\w+ girti .{0,40}(?:viena|vieni|dvimetė)",
    ),
    (
        "lt",
        "forgiftning",
        r" prarijo| nurijo| apsinuodij\w+| išgėrė .{0,30}(?:vaist\w+|valikl\w+|tablet\w+)| grybų .{0,40}vemia",
    ),
)
