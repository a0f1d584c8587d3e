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
    [fails] Pečeť neplatí. Obsah mohl být po zapečetění změněn, nebo pečeť nepatří k němu.
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
   *[open] Nelze zjistit, zda mikrocertifikát stále platí.
}

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

verify-who = { $part ->
    [document] PDF zapečetila organizace { $sealer }.
    [embedded] Datový soubor v PDF zapečetila organizace { $sealer }.
   *[credential] Datový soubor zapečetila organizace { $sealer }.
}
verify-who-for = { $part ->
    [document] PDF zapečetila organizace { $sealer } z pověření za toho, kdo mikrocertifikát udělil: { $bodies }.
    [embedded] Datový soubor v PDF zapečetila organizace { $sealer } z pověření za toho, kdo mikrocertifikát udělil: { $bodies }.
   *[credential] Datový soubor zapečetila organizace { $sealer } z pověření za toho, kdo mikrocertifikát udělil: { $bodies }.
}
verify-who-unknown = { $part ->
    [document] Kdo zapečetil PDF, nelze určit.
    [embedded] Kdo zapečetil datový soubor v PDF, nelze určit.
   *[credential] Kdo zapečetil datový soubor, nelze určit.
}
verify-who-mandate = Pověření: { $mandate }.

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
