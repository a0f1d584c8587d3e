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
verify-seal-structure = { $outcome ->
    [holds] Pečeť je zapsána podle normy.
    [fails] Pečeť není zapsána podle normy.
   *[open] Zápis pečeti nelze posoudit.
}
verify-seal-byte-range = { $outcome ->
    [holds] Pečeť kryje celý dokument.
    [fails] Pečeť nekryje celý dokument.
   *[open] Nelze určit, co pečeť kryje.
}
verify-seal-integrity = { $outcome ->
    [holds] { $part ->
        [document] PDF nebylo od zapečetění změněno.
        [embedded] Datový soubor v PDF nebyl od zapečetění změněn.
       *[credential] Datový soubor nebyl od zapečetění změněn.
    }
    [fails] { $part ->
        [document] Obsah PDF neodpovídá pečeti: mohl být změněn.
        [embedded] Obsah datového souboru v PDF neodpovídá pečeti: mohl být změněn.
       *[credential] Obsah datového souboru neodpovídá pečeti: mohl být změněn.
    }
   *[open] Neporušenost nelze ověřit.
}
verify-seal-changes-after = { $outcome ->
    [holds] Po zapečetění nepřibylo nic kromě časových razítek.
    [fails] Po zapečetění byl dokument doplněn o jiný obsah.
   *[open] Nelze určit, co přibylo po zapečetění.
}
verify-seal-signer = { $outcome ->
    [holds] Pečeť jednoznačně určuje certifikát pečetící organizace.
    [fails] Pečeť odkazuje na jiný certifikát, než kterým byla vytvořena.
   *[open] Certifikát pečetící organizace nelze určit.
}
verify-seal-chain = { $outcome ->
    [holds] Certifikát vydala autorita, které tento ověřovatel důvěřuje.
    [fails] Certifikát nesplňuje podmínky pro pečeť.
   *[open] Certifikát nevede k žádné autoritě, které tento ověřovatel důvěřuje.
}
verify-seal-certificate-validity = { $outcome ->
    [holds] Certifikát byl v rozhodné době platný.
    [fails] Certifikát v rozhodné době ještě neplatil.
   *[open] Nelze prokázat, že pečeť vznikla v době platnosti certifikátu.
}
verify-seal-revocation = { $outcome ->
    [holds] Certifikát nebyl odvolán.
    [fails] Certifikát byl odvolán.
   *[open] Zda byl certifikát odvolán, zatím nebylo ověřováno.
}
verify-seal-algorithms = { $outcome ->
    [holds] Použité algoritmy byly v rozhodné době bezpečné.
    [fails] Použité algoritmy nejsou bezpečné.
   *[open] Použité algoritmy nelze uznat za bezpečné.
}
verify-seal-signature-stamp = { $outcome ->
    [holds] Časové razítko dokazuje, kdy pečeť nejpozději vznikla.
    [fails] Časové razítko pečeti neplatí.
   *[open] Časové razítko pečeti nelze ověřit.
}
verify-seal-content-stamp = { $outcome ->
    [holds] Časové razítko obsahu platí.
    [fails] Časové razítko obsahu neplatí.
   *[open] Časové razítko obsahu nelze ověřit.
}
verify-seal-archive-stamp = { $outcome ->
    [holds] Archivní časové razítko platí.
    [fails] Archivní časové razítko neplatí.
   *[open] Archivní časové razítko nelze ověřit.
}
verify-seal-baseline = { $outcome ->
    [holds] Pečeť splňuje základní profil evropské normy.
    [fails] Pečeť nesplňuje základní profil evropské normy.
   *[open] Pečeť se odchyluje od základního profilu evropské normy.
}
verify-seal-qualification = { $outcome ->
    [holds] Pečeť je kvalifikovaná.
    [fails] Pečeť není kvalifikovaná.
   *[open] Zda je pečeť kvalifikovaná, zatím nebylo ověřováno.
}
verify-seal-issuer-certificate = { $outcome ->
    [holds] Vydavatel uvedený v údajích je organizace z certifikátu: { $certificate }.
    [fails] Vydavatel uvedený v údajích ({ $issuer }) není organizace z certifikátu ({ $certificate }).
   *[open] Vydavatele uvedeného v údajích nelze porovnat s certifikátem.
}
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
    [stale] Seznam, kde vydavatel oznamuje zneplatnění, je zastaralý. Zkuste to prosím později.
   *[other] Seznamu, kde má vydavatel oznámit zneplatnění, nelze důvěřovat.
}

verify-who = { $part ->
    [document] PDF zapečetila organizace { $sealer }.
    [embedded] Datový soubor v PDF zapečetila organizace { $sealer }.
   *[credential] Datový soubor zapečetila organizace { $sealer }.
}
verify-who-for = { $part ->
    [document] PDF zapečetila organizace { $sealer } z pověření; mikrocertifikát udělil jiný subjekt: { $bodies }.
    [embedded] Datový soubor v PDF zapečetila organizace { $sealer } z pověření; mikrocertifikát udělil jiný subjekt: { $bodies }.
   *[credential] Datový soubor zapečetila organizace { $sealer } z pověření; mikrocertifikát udělil jiný subjekt: { $bodies }.
}
verify-who-unknown = { $part ->
    [document] Kdo zapečetil PDF, nelze určit.
    [embedded] Kdo zapečetil datový soubor v PDF, nelze určit.
   *[credential] Kdo zapečetil datový soubor, nelze určit.
}
verify-when-proven = Časové razítko dokazuje, že pečeť existovala { $when }.
verify-when-claimed = Podle pečetící organizace vznikla pečeť { $when }; časové razítko to nedokládá.

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
verify-unreadable-pdf-encrypted = Soubor PDF je zašifrován. Uložte jej bez hesla a zkuste to znovu.
verify-unreadable-pdf-limit = Soubor PDF je složitější, než kolik ověřujeme.
