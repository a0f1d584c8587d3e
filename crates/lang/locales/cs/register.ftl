# Co říkají vlastní kontroly registru, úklid a výmazy.

register-help-against = Zapečetěný seznam stavů uschovaný dříve; lze uvést vícekrát
register-help-head = Otisk konce deníku uschovaný dříve, jak ho vypisuje fsck: INSTITUCE=DÉLKA:OTISK; lze uvést vícekrát
register-help-erase = Vymaže údaje osoby, které vymazat lze: odkazy, e-mail, přihlášení, nahrané soubory
register-help-erase-institution = Instituce; není třeba, je-li v registru jediná
register-help-erase-person = Osobní číslo v instituci
register-help-erase-scope = publication, nebo artefacts: na příkaz soudu či úřadu i zapečetěné soubory
register-help-migrate = Jako vlastník tabulek převede databázi na novou verzi a přidělí službě její práva
register-help-migrate-owner = Soubor s adresou databáze pro vlastníka; jinak adresa z nastavení
register-help-sweep = Odstraní, co se už neuchovává: nahrané soubory, vypršelé odkazy, stará zobrazení, prošlá přihlášení

register-erased = { $person }: vymazáno. Historie, ve kterých je to uvedeno: { $credentials }; odkazy: { $shares }; přihlášení: { $sessions }; nahrané soubory: { $uploads }; zapečetěné soubory a podklady: { $artefacts }. Zápisy v registru, jejich historie a jméno osoby zůstávají, jak vyžaduje zákon.
register-erase-scope-unknown = Rozsah „{ $scope }“ neexistuje. Možnosti: publication, artefacts.
register-swept = Odstraněno: nahrané soubory { $uploads }, pozůstatky přerušeného vydávání { $orphans }, vypršelé odkazy { $shares }, minuty zobrazení { $looks }, přihlášení { $sessions }, přihlašovací odkazy { $tokens }.
register-migrated-one = Databáze je v aktuální verzi. Tabulky vlastní a používá stejná role, nebo databáze role nemá: historii chrání triggery a změny najde fsck.
register-migrated-two = Databáze je v aktuální verzi. Role služby smí historii číst a doplňovat, nemůže ji měnit.
register-owner-unreadable = Soubor { $file } musí obsahovat adresu databáze pro vlastníka a nic jiného.
register-loose = { $path } mohou číst i jiné účty tohoto počítače. Opravte práva: chmod { $mode } { $path }

register-fsck-head = Otisk konce deníku: { $head }
register-fsck-head-wrong = „{ $head }“ není otisk konce deníku. Uveďte ho tak, jak ho vypsal fsck: INSTITUCE=DÉLKA:OTISK.
register-fsck-list-foreign = Soubor { $file } je seznam stavů instituce, která v tomto registru není.
register-fsck-list-unreadable = Soubor { $file } není seznam stavů, který zapečetil Signet.
register-subject-service = služba
register-list-unsound = pečeť uschovaného seznamu stavů { $list } neplatí, nebo patří jiné organizaci
register-list-foreign = uschovaný seznam stavů { $list } uvádí jinou instituci
register-list-withdrawn = seznam stavů zapečetěný { $issued } uvádí na místě { $place } (seznam { $list }), že mikrocertifikát je { $status ->
    [revoked] zneplatněn
   *[superseded] nahrazen
}, registr to však už neuvádí
register-institution-gone = instituce byla z registru odstraněna
register-unguarded = chybí ochrana tabulky { $table }: její řádky lze měnit
register-miscounted = počet míst podle seznamu stavů { $list }: { $counted }, obsazená místa: { $taken }
register-log-broken = položka deníku { $position } nenavazuje na předchozí: položky byly odstraněny, přidány nebo změněny
register-log-forked = položka deníku { $length } není ta, která byla zapečetěna nebo uschována: historie byla přepsána
register-log-grant = zápis o roli číslo { $sequence } byl { $state ->
    [removed] odstraněn
   *[altered] změněn
}
register-log-grants = uchované zápisy o rolích: { $kept }, zápisy v deníku: { $logged }
register-log-head = deník nekončí tam, kde má pokračovat jeho další položka
register-log-misfiled = sloupce položky deníku { $position } neodpovídají jejímu obsahu
register-log-shortened = v deníku zbývá položek: { $length }, zapečetěno nebo uschováno jich bylo: { $sealed }; nejnovější byly odstraněny
register-log-unauthentic = položku deníku { $position } nezapsal tento registr
register-log-stop = zápis o zastavení pečeti číslo { $sequence } byl { $state ->
    [removed] odstraněn
   *[altered] změněn
}
register-log-stops = uchované zápisy o zastavení pečetí: { $kept }, zápisy v deníku: { $logged }
register-log-use = použití klíče { $id } bylo { $state ->
    [removed] odstraněno ze seznamu použití
   *[altered] v seznamu použití změněno
}
register-log-uses = uchovaná použití klíčů: { $kept }, použití v deníku: { $logged }
register-award-place = řádek { $line }, sloupec { $column }
register-award-rule = jeho části k sobě nepasují
register-award-unreadable = Uchovaný podklad k udělení nelze přečíst ({ $detail }). Spusťte „signet fsck“, který soubor pojmenuje.
register-file-problem = { $problem ->
    [altered] uchovaný soubor { $digest } byl změněn
    [lost] uchovaný soubor { $digest } chybí
    [erased] uchovaný soubor { $digest } byl vymazán
    [unknown] soubor { $digest } v registru není
    [award] uchovaný podklad k udělení { $digest } nelze přečíst (technický detail: { $detail })
    [unlike] uchovaný soubor { $digest } nelze přečíst: { $detail }
    [unsound] uchovaný soubor { $digest } neprošel těmito kontrolami: { $detail }
    [database] databáze nevydala uchovaný soubor (technický detail: { $detail })
   *[unreadable] uchovaný soubor { $digest } nelze přečíst (technický detail: { $detail })
}
register-row-disagrees = sloupec { $column } neodpovídá historii
register-protection-differs = sloupec protected_until neodpovídá časovým razítkům v zapečetěných souborech
register-ledger-empty = historie je prázdná
register-gone = mikrocertifikát byl z registru odstraněn
register-ledger-broken = historii nelze přečíst. Technický detail: { $why }
register-log-unreadable = položku deníku o tomto mikrocertifikátu nelze přečíst. Technický detail: { $why }
register-record = otisk obsahu nebo prohlášení o něm není to, které uvádí historie
register-removed = položka { $sequence } byla z historie odstraněna
register-rewritten = položka { $sequence } historie je jiná, než uvádí deník
register-unit-gone = jednotka byla z registru odstraněna
register-unit-log-unreadable = položku deníku o této jednotce nelze přečíst. Technický detail: { $why }
register-unit-text = mikrocertifikáty se z verze { $version } vydávají podle jiného textu, než který byl schválen
register-unlogged = položka { $sequence } historie v deníku chybí
register-share-lost = odkaz byl odstraněn nebo změněn
register-share-unknown = odkaz byl přidán nebo změněn
register-status-place = místo v seznamech stavů není to, které uvádí historie
