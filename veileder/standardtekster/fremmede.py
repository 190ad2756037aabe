"""The few texts in other languages than Norwegian and English."""

from __future__ import annotations

FREMMEDE: dict[str, dict[str, str]] = {
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
