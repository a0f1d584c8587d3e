# Ověření: zprávy o formátu, pečeti a platnosti.

verify-name-format = Formát
verify-name-seal = Pečeť
verify-name-validity = Platnost

verify-group-format = { $outcome ->
    [holds] Soubor je po technické stránce v pořádku.
    [fails] Soubor nesplňuje pravidla formátu.
   *[open] Formát nelze úplně posoudit.
}
verify-group-seal = { $outcome ->
    [holds] Zapečetila organizace { $sealer }. Od zapečetění nebylo nic změněno.
    [changed] Pečeť neodpovídá obsahu.
    [issuer] Pečeť nepatří vydavateli, který je v souboru uveden.
    [person] Soubor nenese pečeť organizace.
    [fails] Pečeť neplatí.
    [trial] Pečeť je neporušená, ale jen zkušební: nic nedokazuje.
    [absent] Soubor nemá elektronickou pečeť. Jeho původ ani pravost nelze zaručit.
   *[open] Pečeť nelze úplně ověřit.
}
verify-group-validity = { $outcome ->
    [holds] Mikrocertifikát platí.
    [revoked] Mikrocertifikát byl zneplatněn.
    [superseded] Mikrocertifikát byl nahrazen opraveným.
    [fails] Mikrocertifikát neplatí.
    [suspended] Platnost mikrocertifikátu je pozastavena: prozatím neplatí.
    [seal] Bez platné pečeti nelze platnost posoudit.
   *[open] Nelze zjistit, zda mikrocertifikát stále platí.
}
verify-source = { $kind ->
    [sealed] Zapečetila organizace { $sealer }.
    [unconfirmed] Soubor nese pečeť organizace { $sealer }, kterou se nepodařilo ve všem potvrdit.
    [changed] Soubor nese pečeť organizace { $sealer }, ale jeho obsah pečeti neodpovídá.
    [person] Podepsal člověk, nezapečetila organizace: { $sealer }.
    [trial] Zkušební pečeť na jméno { $sealer }.
    [unknown] Kdo soubor zapečetil, nelze určit.
   *[somebody] Zapečetil někdo, kdo si říká { $sealer }. Za to jméno neručí žádná autorita, které se zde důvěřuje.
}
verify-source-award = { $kind ->
    [same-body] Táž organizace mikrocertifikát udělila.
    [statement] Pečetí za udělující subjekt { $body }, který ji k tomu pověřil pod vlastní pečetí.
    [configured] Pečetí za udělující subjekt { $body } z pověření, které potvrzuje nastavení tohoto ověřovatele.
    [unclear] Zda je to táž organizace jako { $body }, což soubor uvádí jako udělující subjekt, nelze zjistit.
    [none-named] Kdo mikrocertifikát udělil, soubor neuvádí.
   *[claimed] Uvádí, že pečetí za udělující subjekt { $body }; nikdo to nemohl potvrdit.
}
verify-source-mandate = Důvod slovy toho, kdo pečetil: { $mandate }.

verify-format-profile-rules = { $violations ->
    [0] Údaje odpovídají evropskému formátu pro digitální osvědčení (EDC).
    [one] Údaje porušují { $violations } pravidlo evropského formátu (EDC).
    [few] Údaje porušují { $violations } pravidla evropského formátu (EDC).
   *[other] Údaje porušují { $violations } pravidel evropského formátu (EDC).
}
verify-format-attachment = { $outcome ->
    [holds] PDF v sobě nese datový soubor mikrocertifikátu.
    [fails] PDF v sobě nese datový soubor, který nelze přečíst.
   *[open] PDF v sobě nenese datový soubor mikrocertifikátu.
}
verify-format-same-credential = { $outcome ->
    [holds] PDF popisuje týž mikrocertifikát jako datový soubor v něm vložený.
    [fails] PDF popisuje jiný mikrocertifikát než datový soubor v něm vložený.
   *[open] PDF o sobě neuvádí, který mikrocertifikát popisuje.
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
verify-seal-unread = Zda má PDF elektronickou pečeť a co říká, nelze určit: tu část souboru, která je o pečetích, nelze přečíst. { $why }
verify-seal-same-sealer = { $outcome ->
    [holds] PDF i datový soubor v něm zapečetila táž organizace.
    [fails] PDF a datový soubor v něm zapečetily různé organizace.
   *[open] Nelze porovnat, kdo zapečetil PDF a kdo datový soubor v něm.
}
verify-seal-trial = Pečeť je zkušební: vede ke zkušebnímu kořeni a nic nedokazuje.
verify-seal-legal-person = { $holder ->
    [legal_person] Certifikát je určen pro pečeti organizace.
    [natural_person] Certifikát patří člověku: vzniká jím jeho elektronický podpis, nikoli pečeť organizace.
    [website] Certifikát je určen pro webové stránky, ne pro pečeti.
   *[unclear] Certifikát jasně neuvádí, že je určen pro pečeti organizace.
}
verify-seal-awarding-body = { $kind ->
    [same-body] Mikrocertifikát udělila organizace, která ho zapečetila: { $sealer }.
    [same-body-unvouched] Soubor uvádí organizaci z certifikátu i jako udělující subjekt.
    [statement] { $sealer } pečetí z pověření za udělující subjekt { $body }: ten to potvrdil vlastní pečetí.
    [configured] { $sealer } pečetí z pověření za udělující subjekt { $body }: potvrzuje to nastavení tohoto ověřovatele.
    [unclear] Nelze zjistit, zda { $body }, což soubor uvádí jako udělující subjekt, je { $sealer }.
    [unknown] Jako udělující subjekt soubor uvádí { $body }; kdo ho zapečetil, nelze určit.
    [none-named] Soubor neuvádí, kdo mikrocertifikát udělil.
    [too-many] Soubor uvádí víc udělujících subjektů, než kolik jich posuzujeme.
   *[claimed] { $sealer } uvádí, že pečetí za udělující subjekt { $body }; nikdo to nemohl potvrdit.
}
verify-mandate-problem = { $problem ->
    [not-a-statement] Pověření, které soubor nese, nelze přečíst.
    [seal] Pečeť pověření, které soubor nese, se nepodařilo potvrdit.
    [another-author] Pověření, které soubor nese, nezapečetila organizace, jejímž jménem mluví.
    [another-awarding-body] Pověření, které soubor nese, se týká jiného udělujícího subjektu.
    [another-sealer] Pověření, které soubor nese, určuje k pečetění někoho jiného.
   *[not-then] Není doloženo, že pověření, které soubor nese, v době zapečetění platilo.
}

verify-validity-seal = { $kind ->
    [absent] Bez pečeti za údaje o platnosti v souboru nikdo neručí.
    [fails] Pečeť neplatí, a tak za údaje o platnosti v souboru nikdo neručí.
    [trial] Pečeť je zkušební, a tak údaje o platnosti v souboru nic nedokazují.
   *[open] Dokud není potvrzena pečeť, nejsou potvrzeny ani údaje o platnosti v souboru.
}
verify-validity-from = { $outcome ->
    [holds] Platí od { $from }.
    [fails] Začne platit až { $from }.
   *[open] Počátek platnosti není uveden.
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
    [none-named] Soubor neuvádí, kde by vydavatel oznámil zneplatnění.
    [unreachable] Seznam, kde vydavatel oznamuje zneplatnění, nebyl dostupný. Zkuste to prosím později.
    [offline] Seznam, kde vydavatel oznamuje zneplatnění, nebyl dotázán.
    [stale] Seznam, kde vydavatel oznamuje zneplatnění, už vypršel, nebo je z pozdější doby, než ke které se posuzuje. Zkuste to prosím později.
    [kind] Soubor uvádí, kde zjistit jeho stav, ale způsobem, kterému se tu nerozumí: „{ $named }“. Zda ještě platí, zjistěte prosím u vydavatele.
    [purpose] Seznam, který soubor uvádí, je o něčem jiném, než soubor říká, nebo o něčem, co tu není známo.
    [unsealed] Seznam, ve kterém vydavatel oznamuje zneplatnění, nemá pečeť, jakou lze tady ověřit, a tak se nepočítá, co říká. Zeptejte se prosím vydavatele.
    [address] Na adresu seznamu, ve kterém vydavatel oznamuje zneplatnění, se nelze ptát.
   *[other] Seznamu, kde má vydavatel oznámit zneplatnění, nelze důvěřovat.
}

verify-validity-unsealed = { $says ->
    [suspended] Seznam bez pečeti, jakou lze tady ověřit, říká, že je pozastaven. Zda je to pravda, nelze určit; zeptejte se prosím vydavatele.
   *[revoked] Seznam bez pečeti, jakou lze tady ověřit, říká, že byl zneplatněn. Zda je to pravda, nelze určit; zeptejte se prosím vydavatele.
}
verify-validity-bits = { $says ->
    [revoked] Podle seznamu vydavatele byl zneplatněn.
    [suspended] Podle seznamu vydavatele je jeho platnost pozastavena. Vydavatel ji může obnovit, nebo jej zneplatnit.
    [refresh] Podle seznamu vydavatele existuje jeho novější vydání. Platí i toto.
    [message] Seznam vydavatele o něm říká: „{ $message }“.
    [clear-suspension] Podle seznamu vydavatele jeho platnost pozastavena není.
    [clear-refresh] Podle seznamu vydavatele novější vydání neexistuje.
   *[clear-revocation] Podle seznamu vydavatele nebyl zneplatněn.
}
verify-validity-as-of = Stav k { $when }.

verify-unreadable-empty = Soubor je prázdný. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-too-large = Soubor je větší než { $megabytes } MB, což je nejvíc, kolik ověřujeme.
verify-unreadable-encoding = Soubor není text v kódování UTF-8: chyba je na bajtu { $byte }.
verify-unreadable-archive = Soubor je archiv nebo dokument kancelářského programu. Rozbalte jej a vyberte soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-picture = Soubor je obrázek. Obrázek nemá pečeť; vyžádejte si od držitele soubor .jsonld, PDF nebo odkaz.
verify-unreadable-markup = Soubor je webová stránka nebo XML. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-text = Soubor je text, ale není to mikrocertifikát. Vyberte prosím soubor .jsonld nebo PDF mikrocertifikátu.
verify-unreadable-unknown = Soubor není ani mikrocertifikát (.jsonld), ani PDF.
verify-unreadable-json = Datový soubor je poškozen: chyba v zápisu JSON je u bajtu { $byte }.
verify-unreadable-member = Pečeť v souboru není správně zapsána: chybí nebo je chybný údaj „{ $member }“.
verify-unreadable-signatures = { $count ->
    [0] Soubor má podobu zapečetěného souboru, ale žádná pečeť v něm není.
   *[other] Soubor má { $count } pečetí; mikrocertifikát má právě jednu.
}
verify-unreadable-detached = Soubor obsahuje jen pečeť bez zapečetěného obsahu.
verify-unreadable-pdf = Soubor PDF je poškozen nebo neúplný.
verify-unreadable-pdf-byte = Soubor PDF je poškozen u bajtu { $byte }.
verify-unreadable-pdf-encrypted = Soubor PDF je zašifrován a zašifrovaný soubor tu nelze ověřit. Kopie uložená bez hesla by svou pečeť ztratila: požádejte držitele o datový soubor (.jsonld), o nezašifrované PDF nebo o odkaz.
verify-unreadable-pdf-limit = Soubor PDF je složitější, než kolik ověřujeme.
