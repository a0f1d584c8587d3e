# Ověření: zprávy o formátu, pečeti a platnosti.

verify-name-format = Formát
verify-name-seal = Pečeť
verify-name-validity = Platnost

verify-group-format = { $outcome ->
    [holds] Soubor je úplný a odpovídá evropskému standardu.
    [fails] Soubor neodpovídá evropskému standardu.
   *[open] Formát nelze úplně posoudit.
}
verify-group-seal = { $outcome ->
    [holds] Zapečetila organizace { $sealer }. Od zapečetění nebylo nic změněno.
    [changed] Obsah neodpovídá pečeti.
    [issuer] Pečeť nepatří vydavateli, který je v souboru uveden.
    [person] Soubor nemá pečeť organizace.
    [fails] Pečeť neplatí.
    [test] Pečeť je neporušená, ale jen zkušební: nic nedokazuje.
    [absent] Soubor nemá elektronickou pečeť. Jeho původ ani pravost nelze potvrdit.
   *[open] Pečeť nelze úplně ověřit.
}
verify-group-validity = { $outcome ->
    [holds] Mikrocertifikát platí.
    [revoked] Mikrocertifikát byl zneplatněn.
    [superseded] Mikrocertifikát byl nahrazen opraveným.
    [fails] Mikrocertifikát neplatí.
    [suspended] Platnost mikrocertifikátu je pozastavena, teď neplatí.
    [seal] Bez platné pečeti nelze platnost posoudit.
   *[open] Nelze zjistit, zda mikrocertifikát stále platí.
}
# Co dál, když soubor nelze ověřit nebo neplatí
verify-remedy-wait = Zkuste to znovu za hodinu. Soubor tím o svou platnost nepřichází.
verify-remedy-go-online = Ověřte soubor znovu s připojením k internetu.
verify-remedy-ask-holder = Požádejte držitele o původní soubor nebo o odkaz na mikrocertifikát.
verify-remedy-ask-issuer = Zeptejte se vysoké školy, která mikrocertifikát vydala. Čekání nepomůže.
verify-remedy-ask-who-vouches = Pečeť může být v pořádku, jen ji nemá kdo potvrdit: zeptejte se vysoké školy, čím pečetí. Čekání nepomůže.

verify-source = { $kind ->
    [sealed] Zapečetila organizace { $sealer }.
    [unconfirmed] Soubor má pečeť organizace { $sealer }, kterou se nepodařilo úplně ověřit.
    [changed] Soubor má pečeť organizace { $sealer }, ale jeho obsah pečeti neodpovídá.
    [person] Soubor podepsala osoba, nezapečetila ho organizace: { $sealer }.
    [test] Zkušební pečeť na jméno { $sealer }.
    [unknown] Nelze určit, kdo soubor zapečetil.
   *[somebody] Soubor zapečetil někdo, kdo uvádí název { $sealer }. Ten nepotvrzuje žádná autorita, které tento ověřovatel důvěřuje.
}
verify-source-award = { $kind ->
    [same-body] Mikrocertifikát udělila stejná organizace.
    [statement] Pečetí z pověření udělujícího subjektu { $body }, který to potvrdil vlastní pečetí.
    [configured] Pečetí z pověření udělujícího subjektu, který soubor uvádí jako { $body }; pověření potvrzuje nastavení tohoto ověřovatele.
    [unclear] Nelze zjistit, zda je to stejná organizace jako udělující subjekt uvedený v souboru: { $body }.
    [none-named] Soubor neuvádí, kdo mikrocertifikát udělil.
   *[claimed] Uvádí, že pečetí za udělující subjekt { $body }; to nelze potvrdit.
}
verify-source-mandate = Pověření podle pečetící organizace: { $mandate }.

verify-format-profile-rules = { $violations ->
    [0] Údaje odpovídají evropskému formátu pro digitální osvědčení (EDC).
    [one] Údaje porušují { $violations } pravidlo evropského formátu (EDC).
    [few] Údaje porušují { $violations } pravidla evropského formátu (EDC).
   *[other] Údaje porušují { $violations } pravidel evropského formátu (EDC).
}
verify-format-attachment = { $outcome ->
    [holds] PDF obsahuje datový soubor mikrocertifikátu.
    [fails] PDF obsahuje datový soubor, který nelze přečíst.
   *[open] PDF neobsahuje datový soubor mikrocertifikátu.
}
verify-format-picture = { $kind ->
    [holds] Obrázek v datovém souboru je strana 1 tohoto PDF.
    [fails] Obrázek v datovém souboru ukazuje něco jiného než strana 1 tohoto PDF.
    [seal] Nezjišťovalo se, zda je obrázek v datovém souboru strana 1 tohoto PDF: samo PDF nemá platnou pečeť, kterou by potvrzovala důvěryhodná autorita.
    [picture] Nelze zjistit, zda je obrázek v datovém souboru strana 1 tohoto PDF: obrázek je příliš malý, příliš velký, nebo poškozený.
    [pages] Nezjišťovalo se, zda jsou obrázky v datovém souboru strany tohoto PDF: je jich příliš mnoho, nebo jsou i z jiných stran než 1.
    [page] Nelze zjistit, zda je obrázek v datovém souboru strana 1 tohoto PDF: na straně je něco, co zde nevykreslujeme.
    [annotations] Obrázek v datovém souboru je strana 1 tohoto PDF bez toho, co je přes ni položeno, například pole pečeti.
   *[another-drawing] Obrázek v datovém souboru je jiná kresba než strana 1 tohoto PDF. Za to, co ukazuje, odpovídá jen vydavatel.
}

verify-format-record-root = { $state ->
    [broken] Obsah mikrocertifikátu neodpovídá otisku obsahu, který je v něm uveden. Na ověření to nemá vliv.
    [unreadable] Mikrocertifikát má otisk obsahu, který nelze přečíst. Na ověření to nemá vliv.
   *[absent] Mikrocertifikát byl zapečetěn dříve, než se otisky obsahu začaly uvádět: vlastní otisk obsahu nemá. Na ověření to nemá vliv.
}

verify-format-same-credential = { $outcome ->
    [holds] PDF popisuje stejný mikrocertifikát jako datový soubor v něm vložený.
    [fails] PDF popisuje jiný mikrocertifikát než datový soubor v něm vložený.
   *[open] PDF neuvádí, který mikrocertifikát popisuje.
}

verify-seal-present = { $outcome ->
    [holds] { $part ->
        [document] PDF má elektronickou pečeť.
        [embedded] Datový soubor v PDF má elektronickou pečeť.
       *[credential] Datový soubor má elektronickou pečeť.
    }
   *[open] { $part ->
        [document] PDF nemá elektronickou pečeť.
       *[credential] Datový soubor nemá elektronickou pečeť.
    }
}
verify-seal-unread = Nelze určit, zda má PDF elektronickou pečeť a co uvádí: část souboru s pečetěmi nelze přečíst. { $why }
verify-seal-same-sealer = { $outcome ->
    [holds] PDF i datový soubor v něm zapečetila stejná organizace.
    [fails] PDF a datový soubor v něm zapečetily různé organizace.
   *[open] Nelze zjistit, zda PDF a datový soubor v něm zapečetila stejná organizace.
}
verify-seal-test = Pečeť je zkušební: vede ke zkušebnímu kořeni a nic nedokazuje.
verify-seal-legal-person = { $holder ->
    [legal_person] Certifikát je určen pro pečeti organizace.
    [natural_person] Certifikát patří osobě: vzniká jím její elektronický podpis, ne pečeť organizace.
    [website] Certifikát je určen pro webové stránky, ne pro pečeti.
   *[unclear] Certifikát jasně neuvádí, že je určen pro pečeti organizace.
}
verify-seal-awarding-body = { $kind ->
    [same-body] Mikrocertifikát udělila organizace, která ho zapečetila: { $sealer }.
    [same-body-unvouched] Soubor uvádí organizaci z certifikátu i jako udělující subjekt.
    [statement] { $sealer } pečetí z pověření udělujícího subjektu { $body }, který to potvrdil vlastní pečetí.
    [configured] { $sealer } pečetí z pověření udělujícího subjektu, který soubor uvádí jako { $body }; pověření potvrzuje nastavení tohoto ověřovatele.
    [unclear] Nelze zjistit, zda udělující subjekt uvedený v souboru ({ $body }) je { $sealer }.
    [unknown] Jako udělující subjekt soubor uvádí { $body }; kdo ho zapečetil, nelze určit.
    [none-named] Soubor neuvádí, kdo mikrocertifikát udělil.
    [too-many] Soubor uvádí více udělujících subjektů, než kolik posuzujeme.
   *[claimed] { $sealer } uvádí, že pečetí za udělující subjekt { $body }; to nelze potvrdit.
}
verify-mandate-problem = { $problem ->
    [not-a-statement] Pověření vložené v souboru nelze přečíst.
    [seal] Pečeť pověření vloženého v souboru se nepodařilo ověřit.
    [another-author] Pověření vložené v souboru nezapečetila organizace, jejímž jménem je vydáno.
    [another-awarding-body] Pověření vložené v souboru se týká jiného udělujícího subjektu.
    [another-sealer] Pověření vložené v souboru opravňuje k pečetění někoho jiného.
   *[not-then] Není prokázáno, že pověření vložené v souboru v době zapečetění platilo.
}

verify-validity-seal = { $kind ->
    [absent] Bez pečeti nejsou údaje o platnosti v souboru ničím potvrzeny.
    [fails] Pečeť neplatí, a proto nejsou údaje o platnosti v souboru ničím potvrzeny.
    [test] Pečeť je zkušební, a proto údaje o platnosti v souboru nic nedokazují.
   *[open] Dokud není potvrzena pečeť, nejsou potvrzeny ani údaje o platnosti v souboru.
}
verify-validity-from = { $outcome ->
    [holds] Platí od { $from }.
    [fails] Začne platit až { $from }.
   *[open] Začátek platnosti není uveden.
}
verify-validity-expiry = { $outcome ->
    [never] Platnost není časově omezena.
    [holds] Platí do { $until }.
    [fails] Platnost skončila { $until }.
   *[open] Konec platnosti nelze zjistit.
}
verify-validity-status = { $kind ->
    [holds] Podle seznamu vydavatele ze dne { $as_of } nebyl zneplatněn ani nahrazen.
    [revoked] Podle seznamu vydavatele ze dne { $as_of } byl zneplatněn.
    [superseded] Podle seznamu vydavatele ze dne { $as_of } byl nahrazen opraveným.
    [none-named] Soubor neuvádí, kde vydavatel oznamuje zneplatnění.
    [unreachable] Seznam, ve kterém vydavatel oznamuje zneplatnění, se nepodařilo stáhnout.
    [offline] Seznam, ve kterém vydavatel oznamuje zneplatnění, nebyl stažen.
    [stale] Seznam, ve kterém vydavatel oznamuje zneplatnění, už vypršel, nebo je novější než okamžik, ke kterému se posuzuje.
    [kind] Soubor uvádí, kde zjistit jeho stav, ale způsobem, který zde nelze přečíst: „{ $named }“.
    [purpose] Seznam, na který soubor odkazuje, má jiný účel, než soubor uvádí, nebo účel, který zde není znám.
    [other-signature] Seznam, ve kterém vydavatel oznamuje zneplatnění, má podpis druhu, který zde neposuzujeme ({ $named }), a proto se na jeho obsah nelze spolehnout.
    [unsealed] Seznam, ve kterém vydavatel oznamuje zneplatnění, není podepsán, a proto k němu nepřihlížíme.
    [address] Adresa seznamu, ve kterém vydavatel oznamuje zneplatnění, není dovolena.
   *[other] Seznamu, ve kterém má vydavatel oznamovat zneplatnění, nelze důvěřovat.
}

verify-validity-unsealed = { $says ->
    [suspended] Podle nepodepsaného seznamu je jeho platnost pozastavena. Nelze zjistit, zda je to pravda.
   *[revoked] Podle nepodepsaného seznamu byl zneplatněn. Nelze zjistit, zda je to pravda.
}
verify-validity-other-signature = { $says ->
    [suspended] Podle seznamu s podpisem druhu, který zde neposuzujeme ({ $named }), je jeho platnost pozastavena. Nelze zjistit, zda je to pravda.
   *[revoked] Podle seznamu s podpisem druhu, který zde neposuzujeme ({ $named }), byl zneplatněn. Nelze zjistit, zda je to pravda.
}
verify-validity-bits = { $says ->
    [revoked] Podle seznamu vydavatele byl zneplatněn.
    [suspended] Podle seznamu vydavatele je jeho platnost pozastavena. Vydavatel ji může obnovit, nebo mikrocertifikát zneplatnit.
    [refresh] Podle seznamu vydavatele existuje jeho novější vydání. Platí i toto.
    [message] Seznam vydavatele o něm uvádí: „{ $message }“.
    [clear-suspension] Podle seznamu vydavatele jeho platnost pozastavena není.
    [clear-refresh] Podle seznamu vydavatele novější vydání neexistuje.
   *[clear-revocation] Podle seznamu vydavatele nebyl zneplatněn.
}
verify-validity-as-of = Stav k { $when }.

verify-unreadable-empty = Soubor je prázdný. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-too-large = Soubor je větší než { $megabytes } MB; větší soubory neověřujeme.
verify-unreadable-encoding = Soubor není text v kódování UTF-8: chyba je na bajtu { $byte }. Vyžádejte si od držitele soubor znovu.
verify-unreadable-archive = Soubor je archiv nebo kancelářský dokument. Rozbalte ho a vyberte soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-picture = Soubor je obrázek. Obrázek nemá pečeť; vyžádejte si od držitele soubor .jsonld, PDF nebo odkaz.
verify-unreadable-markup = Soubor je webová stránka nebo XML. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-text = Soubor je text, ale není to mikrocertifikát. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-unknown = Soubor není ani mikrocertifikát (.jsonld), ani PDF. Vyberte prosím jiný.
verify-unreadable-json = Datový soubor je poškozený: chyba v zápisu JSON je u bajtu { $byte }. Vyžádejte si od držitele soubor znovu.
verify-unreadable-member = Pečeť v souboru není správně zapsána: chybí nebo je chybný údaj „{ $member }“.
verify-unreadable-signatures = { $count ->
    [0] Soubor má tvar zapečetěného souboru, ale žádná pečeť v něm není.
    [one] Soubor má { $count } pečeť; mikrocertifikát má právě jednu.
    [few] Soubor má { $count } pečeti; mikrocertifikát má právě jednu.
   *[other] Soubor má { $count } pečetí; mikrocertifikát má právě jednu.
}
verify-unreadable-detached = Soubor obsahuje jen pečeť bez zapečetěného obsahu. Vyžádejte si od držitele celý mikrocertifikát.
verify-unreadable-pdf = Soubor PDF je poškozený nebo neúplný. Vyžádejte si od držitele soubor znovu.
verify-unreadable-pdf-byte = Soubor PDF je poškozený u bajtu { $byte }. Vyžádejte si od držitele soubor znovu.
verify-unreadable-pdf-encrypted = Soubor PDF je zašifrovaný a takový soubor zde nelze ověřit. Kopie uložená bez hesla by pečeť ztratila: požádejte držitele o datový soubor (.jsonld), o nezašifrované PDF nebo o odkaz.
verify-unreadable-pdf-limit = Soubor PDF je na ověření příliš složitý. Požádejte držitele o datový soubor (.jsonld) nebo o odkaz.
