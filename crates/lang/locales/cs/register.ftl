# Co říkají vlastní kontroly registru, úklid a výmazy.

register-help-against = Zapečetěný seznam zneplatněných, který byl uschován dříve; lze uvést vícekrát
register-help-head = Hlava deníku, která byla uschována dříve, jak ji vypisuje fsck: INSTITUCE=DÉLKA:OTISK; lze uvést vícekrát
register-help-erase = Vymaže, co lze o člověku vymazat: sdílení, e-mail, přihlášení, nahrané soubory
register-help-erase-institution = Instituce; není třeba, má-li registr jen jednu
register-help-erase-person = Číslo osoby v instituci
register-help-erase-scope = publication, nebo artefacts: na příkaz soudu či úřadu i zapečetěné soubory
register-help-migrate = Jako vlastník tabulek převede databázi na novou verzi a dá službě její práva
register-help-migrate-owner = Soubor, ve kterém je adresa databáze pro vlastníka a nic jiného; jinak platí adresa z nastavení
register-help-sweep = Odstraní, co se už neuchovává: nahrané soubory, skončená sdílení, stará zobrazení, prošlá přihlášení

register-erased = { $person }: vymazáno. Záznamy, které to uvádějí: { $credentials }; sdílení: { $shares }; přihlášení: { $sessions }; nahrané soubory: { $uploads }; zapečetěné soubory a podklady: { $artefacts }. Zápisy v registru, jejich záznamy a jméno osoby zůstávají, jak vyžaduje zákon.
register-erase-scope-unknown = Rozsah „{ $scope }“ neexistuje. Rozsahy jsou publication a artefacts.
register-swept = Odstraněno: nahrané soubory { $uploads }, skončená sdílení { $shares }, minuty zobrazení { $looks }, relace { $sessions }, přihlašovací odkazy { $tokens }.
register-migrated-one = Databáze je v aktuální verzi. Tabulky vlastní i používá jedna role, nebo databáze role nemá: historii chrání spouště a změny najde fsck.
register-migrated-two = Databáze je v aktuální verzi. Role služby smí historii číst a doplňovat, měnit ji nemůže.
register-owner-unreadable = V souboru { $file } musí být adresa databáze pro vlastníka a nic jiného.
register-loose = { $path } mohou číst i jiné účty tohoto počítače. Zavřete to: chmod { $mode } { $path }

register-fsck-head = Hlava deníku: { $head }
register-fsck-head-wrong = „{ $head }“ není hlava deníku. Uveďte ji tak, jak ji vypsal fsck: INSTITUCE=DÉLKA:OTISK.
register-fsck-list-foreign = { $file } je seznam zneplatněných instituce, která v tomto registru není.
register-fsck-list-unreadable = { $file } není seznam zneplatněných zapečetěný Signetem.
register-subject-service = služba
register-list-unsound = pečeť uschovaného seznamu zneplatněných { $list } neplatí, nebo je jiné osoby
register-list-foreign = uschovaný seznam zneplatněných { $list } uvádí jinou instituci
register-list-withdrawn = seznam zapečetěný { $issued } uvádí na místě { $place } (seznam { $list }), že { $status ->
    [revoked] je zneplatněno
   *[superseded] je nahrazeno
}, a registr už ne
register-institution-gone = instituce byla z registru odstraněna
register-unguarded = chybí ochrana tabulky { $table }: její řádky lze měnit
register-miscounted = seznam zneplatněných { $list } počítá míst { $counted }, a obsazeno jich je { $taken }
register-log-broken = položka deníku { $position } nenavazuje na předchozí: položky byly odstraněny, přidány nebo změněny
register-log-forked = položka deníku { $length } je jiná, než byla zapečetěna nebo uschována: historie byla přepsána
register-log-head = deník nekončí tam, kde by pokračovala jeho další položka
register-log-misfiled = sloupce položky deníku { $position } neodpovídají jejímu obsahu
register-log-shortened = deník má položek { $length }, a zapečetěno nebo uschováno jich bylo { $sealed }: nejnovější byly odstraněny
register-log-unauthentic = položku deníku { $position } nezapsal tento registr
register-log-stop = zápis o zastavení pečeti číslo { $sequence } byl { $state ->
    [removed] odstraněn
   *[altered] změněn
}
register-log-stops = uchováno je zápisů o zastavení pečetí { $kept }, a v deníku jich je { $logged }
register-log-use = použití klíče { $id } bylo { $state ->
    [removed] odstraněno ze seznamu použití
   *[altered] v seznamu použití změněno
}
register-log-uses = uchováno je použití klíčů { $kept }, a v deníku jich je { $logged }
register-row-disagrees = sloupec { $column } neodpovídá záznamu
register-ledger-empty = záznam je prázdný
register-gone = mikrocertifikát byl z registru odstraněn
register-ledger-broken = záznam nelze přečíst: { $why }
register-log-unreadable = položku deníku o něm nelze přečíst: { $why }
register-removed = položka { $sequence } byla ze záznamu odstraněna
register-rewritten = položka { $sequence } záznamu je jiná, než uvádí deník
register-unlogged = položka { $sequence } záznamu v deníku chybí
register-share-lost = sdílení bylo odstraněno nebo změněno
register-share-unknown = sdílení bylo přidáno nebo změněno
register-status-place = místo v seznamech zneplatněných není to, které uvádí záznam
