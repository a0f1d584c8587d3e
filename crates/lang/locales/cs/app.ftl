# Příkazový řádek.

app-stopped = signet: { $why }
app-progress = zapečetěno { $done } z { $total }
app-database-address = Nastavení store.database není „sqlite:SOUBOR“ ani „postgres://UŽIVATEL:HESLO@STROJ/NÁZEV“.
app-store-closed = Registr nelze otevřít. { $problem }
app-file-unusable = Soubor { $file } nelze použít: { $problem }.
app-file-unreadable = Soubor { $file } nelze přečíst: { $problem }.
app-file-unwritable = Soubor { $file } nelze zapsat: { $problem }.
app-unknown-algorithm = Algoritmus „{ $name }“ není znám. Známé jsou ES256, ES384, PS256 a RS256.
app-institution-name = Podle certifikátu pečeti ({ $identifier }) se instituce jmenuje „{ $certified }“, podle souboru instituce „{ $own }“. Uveďte v souboru legal_name tak, jak je v certifikátu; jinak při ověření nepůjde zjistit, že instituce udělila, co zapečetila.
app-mandate-setting = Nastavení „[trust] mandates“ vyžaduje identifikátory dvou organizací ve tvaru, jaký mají certifikáty pečeti, například NTRCZ-12345678; uvedeno je „{ $awarding }“ a „{ $sealing }“.
app-link-key = Soubor { $file } není klíč odkazů: musí mít právě 32 bajtů. Obnovte ho ze zálohy; s jiným klíčem přestanou všechny odkazy platit.
app-config-missing = Nastavení { $file } nelze přečíst: { $problem }. Jiný soubor určíte volbou --config, nový založí „signet init“.
app-config-good = Nastavení { $file } je v pořádku.
app-config-no-seal = Není nastavena žádná pečeť: záznamy budou čekat na pečeť.
app-no-institution = V registru zatím není žádná instituce. Přidáte ji příkazem „signet import INSTITUCE.toml“.
app-which-institution = Určete instituci volbou --institution. Možnosti: { $names }.
app-import-checked = { $count ->
    [one] { $count } soubor je v pořádku. Nic nebylo uloženo.
    [few] { $count } soubory jsou v pořádku. Nic nebylo uloženo.
   *[other] { $count } souborů je v pořádku. Nic nebylo uloženo.
}
app-imported = Uloženo: instituce { $institutions }, jednotky učení { $units }.
app-sealer-unknown = Za instituci { $institution } pečetí organizace { $sealer }, která v registru není. Importujte i ji.
app-unit-version = Verze { $version } jednotky { $unit } je v registru s jiným textem. Zvyšte číslo verze: vydané mikrocertifikáty si ponechají původní text.
app-unit-has-ledger = Jednotka { $unit } se píše, doporučuje a schvaluje v systému Signet, novou verzi proto nelze přidat ze souboru. Založte ji u jednotky a nechte ji schválit.
app-rows = Řádky v pořádku: { $good }; s chybou: { $bad }; neprospěli: { $failed }.
app-nothing-issued = Nic nebylo vydáno. Opravte soubor, nebo vydejte jen správné řádky volbou --skip-bad.
app-unknown-step = Krok „{ $name }“ neexistuje.
app-put-off = { $credential } čeká na pečeť: { $why }
app-differs = { $credential } byl vydán s jinými údaji. Nahradíte ho příkazem „signet correct { $credential }“.
app-issued = Vydáno: { $issued }; vydáno už dříve: { $known }. Soubory jsou ve složce { $folder }.
app-verify-holds = PLATNÝ. Formát, pečeť i platnost jsou v pořádku.
app-verify-fails = NEPLATNÝ.
app-verify-test = ZKUŠEBNÍ. Pečeť je jen zkušební a nic nedokazuje.
app-verify-cannot-tell = NELZE ÚPLNĚ OVĚŘIT. Některou kontrolu nelze dokončit.
app-verify-reason = Důvod: { $reason }
app-verify-named-test = Kořen určený volbou --anchors je podle nastavení zkušební. Výsledek platí jen s ním a jen pro toto ověření: soubor je ZKUŠEBNÍ a nic nedokazuje.
app-verify-at = Posouzeno k okamžiku { $at }. SHA-256 { $sha }
app-policy-wrong = Pravidla posuzování v souboru { $file } jsou chybná. { $problem }
app-policy-unknown = { $place }: hodnota „{ $name }“ zde není možná. Možné hodnoty: { $known }.
app-evidence-unusable = jeho obsah neodpovídá příponě
app-evidence-too-much = více než { $max } souborů s doklady
app-fsck = Mikrocertifikáty: { $credentials }; přečtené a ověřené soubory: { $artefacts }; neškodné pozůstatky: { $orphans }; poškození: { $damage }.
app-fsck-damage = { $credential }: { $what }
app-unknown-role = Role „{ $role }“ pro přihlášení neexistuje. Možnosti: { $roles }.
app-unknown-person = Instituce nemá osobu s tímto osobním číslem. Zkontrolujte ho.
app-operator-nobody = Pečeti jsou zde skutečné a nastavení neurčuje, kdo smí používat příkazový řádek. Doplňte do nastavení oddíl pro uživatele „{ $user }“: [[operator]] s klíči user, roles a person (docs/operations.md).
app-operator-unknown = Podle nastavení uživatel „{ $user }“ příkazový řádek používat nesmí. Doplňte pro něj oddíl [[operator]], nebo určete účet volbou --as.
app-operator-several = V nastavení má uživatel „{ $user }“ více účtů. Určete jeden z nich volbou --as.
app-denied = Účet { $account } k tomu nemá oprávnění ({ $action }). Nic se neprovedlo. O oprávnění požádejte provozovatele.
app-denied-themselves = Účet { $account } patří stejné osobě a vlastní mikrocertifikát nikdo nevydává, neopravuje ani nezneplatňuje. Musí to udělat kolega.
app-denied-unidentified = Nastavení neuvádí, které osobě v evidenci instituce patří účet { $account }, a tak nelze vyloučit, že by rozhodoval o sobě. Doplňte v jeho oddílu [[operator]] klíč person.
app-denied-scope = Role účtu { $account } platí jen pro některé fakulty nebo jednotky a toto mezi ně nepatří ({ $action }). Nic se neprovedlo.
app-row-refused = Řádek { $line }: { $why }
app-account-id = Název účtu má 1 až 64 znaků z těchto: a-z A-Z 0-9 . _ : @ -
app-account-name = Jméno má 1 až 100 znaků.
app-account-grant-reason = Důvod má nejvýše 300 znaků na jednom řádku.
app-account-until = Zadejte poslední den, který ještě neuplynul.
app-account-person = V roli { $role } se rozhoduje o jiných lidech. Uveďte volbou --person, kdo to je v evidenci instituce.
app-account-unknown = Takový účet neexistuje, nebo nemá tuto roli. Účty a jejich role vypíše „signet account list“.
app-account-scope-both = Role se omezuje buď na fakulty, nebo na jednotky. Použijte --faculty, nebo --unit, ne obojí.
app-account-scope-role = Roli { $role } takto omezit nelze: lze to u rolí { $roles }, nejvýše na { $max } fakult nebo jednotek.
app-account-scope-faculty = Fakultu „{ $faculty }“ neuvádí žádná jednotka instituce. Možnosti: { $faculties }
app-account-scope-faculty-none = Žádná jednotka instituce neuvádí fakultu. Použijte --unit.
app-account-scope-unit = Instituce nemá jednotku učení „{ $unit }“. Zkontrolujte její identifikátor.
app-account-granted = Účet { $account } má nyní roli { $role }. Jeho dřívější přihlášení byla ukončena.
app-account-ended = Účet { $account } už roli { $role } nemá. Jeho přihlášení byla ukončena.
app-account-blocked = Účet { $account } je zablokován. Jeho přihlášení byla ukončena a nepoužité odkazy už neplatí.
app-account-state = { $state ->
    [blocked] zablokovaný
    [merged] spojený s jiným účtem
   *[active] aktivní
}
app-account-merged = Účet { $account } je spojený s jiným účtem, takže ho nelze měnit. Spojení vypíše „signet account merges“.
app-account-merge = { $id }  { $when }  { $merged } → { $account }
app-account-merge-undone = rozděleno { $when } ({ $by }): { $reason }
app-account-merges-none = Za posledních 30 dnů nebyly spojeny žádné účty.
app-account-parted = Účty { $account } a { $merged } jsou zase dva. Přihlášení obou byla ukončena.
app-account-merge-unknown = Takové spojení účtů neexistuje. Spojení vypíše „signet account merges“.
app-account-merge-already = Tyto účty už byly rozděleny.
app-account-merge-late = Od spojení uplynulo víc než 30 dnů, takže účty už rozdělit nelze.
app-account-merge-on = Účet, který zůstal, byl mezitím sám spojen s dalším. Nejprve rozdělte toto pozdější spojení.
app-account-reason = Důvod má 1 až { $max } znaků a je na jednom řádku.
app-account-unblocked = Účet { $account } lze znovu používat.
app-login-reason = Tuto osobu přihlašuje poskytovatel { $provider }. Pokud neodpovídá, uveďte, proč je odkaz potřeba: --reason "…". Lze ho použít jednou, do 15 minut; zapíše se a dozvědí se o něm ti, kdo odpovídají za pečeť.
app-login-reason-flaw = Tento důvod nelze použít: musí to být jeden řádek o nejvýše 200 znacích.
app-login-no-emergency = Důvod patří jen k nouzovému odkazu, který se vydává tam, kde tuto osobu přihlašuje poskytovatel přihlášení. Vynechte --reason.
app-login-account = Pro roli { $role } určete účet: --account ÚČET. Účty se zakládají příkazem „signet account grant“.
app-login-no-role = Účet { $account } nemá roli { $role }. Přidělte ji příkazem „signet account grant { $account } --role { $role } --person ČÍSLO“.
app-login-blocked = Účet { $account } je zablokován. Nejprve ho odblokujte příkazem „signet account unblock { $account }“.
app-login-provider = Pro roli { $role } se odkaz nevydává: instituce má poskytovatele přihlášení { $provider }. Ať se tato osoba přihlásí přes něj.
app-unknown-reason = Důvod „{ $reason }“ neexistuje. Možnosti: { $known }.
app-note-both = Poznámka musí být v obou jazycích: --note-cs a --note-en.
app-note-missing = Důvod „other“ vyžaduje poznámku: --note-cs a --note-en.
app-note-too-long = Poznámka smí mít nejvýše { $max } znaků.
app-revoked = { $credential } je zneplatněn. Ukazuje to jeho stránka i seznam stavů.
app-not-revoked = Nic nebylo zneplatněno: { $why ->
    [revoked] tento mikrocertifikát už je zneplatněn
    [erased] údaje tohoto mikrocertifikátu už jsou vymazány
    [not-sealed] tento mikrocertifikát ještě není zapečetěn
   *[other] stav mikrocertifikátu to nedovoluje; zkontrolujte registr příkazem „signet fsck“
 }.
app-unknown-credential = Mikrocertifikát „{ $credential }“ v registru není. Zkontrolujte jeho jedinečný identifikátor.
app-correct-one-row = K opravě je třeba soubor výsledků s právě jedním správným řádkem; tento jich má { $rows }.
app-correct-corrected = Tento mikrocertifikát už byl opraven. Opravte { $by }.
app-correct-not-standing = Opravit lze jen zapečetěný mikrocertifikát, který nebyl zneplatněn.
app-correct-another = Opravený řádek patří jiné osobě nebo jinému běhu. Opravit lze jen výsledek stejné osoby ve stejném běhu.
app-corrected = { $new } nahrazuje { $old }.
app-worked = Zapečetěno: { $sealed }; odloženo: { $put_off }.
app-serving = Signet běží na adrese { $address } – ukončíte ho klávesami Ctrl+C.
app-address-taken = Adresu { $address } nelze použít: { $problem }. Zvolte jinou v nastavení server.listen, nebo ukončete program, který ji používá.
app-doctor-test = Některá pečeť je nastavena jako zkušební: vše, co zapečetí, nese text NEPLATNÉ – ZKUŠEBNÍ.
app-doctor-seal = Pečeť organizace { $name }: { $algorithm }, certifikát platí do { $until }.
app-doctor-seal-ends = Pečeť organizace { $name }: platnost certifikátu skončí { $until }. Objednejte nový už teď.
app-doctor-seal-expired = Pečeť organizace { $name }: platnost certifikátu skončila { $until }. Pečetit s ním nelze.
app-config-no-attestation = V nastavení není oddíl [attestation]: k mikrocertifikátům se nevydá podepsané prohlášení o obsahu. Pečeti to neovlivní. Klíč nastavíte podle docs/record-root.md.
app-doctor-attestation = { $state ->
    [ended] Klíč pro prohlášení o obsahu ([attestation]): platnost certifikátu skončila { $until }. Nahraďte klíč novým.
    [not-yet] Klíč pro prohlášení o obsahu ([attestation]): certifikát ještě neplatí; platnost skončí { $until }.
   *[good] Klíč pro prohlášení o obsahu ([attestation]): certifikát platí do { $until }.
}
app-doctor-trust = Důvěryhodné kořeny: { $real }; zkušební kořeny: { $test }.
app-doctor-store = Registr lze otevřít a jeho tabulky jsou aktuální.
app-doctor-waiting = { $count ->
    [0] Na pečeť nic nečeká.
    [one] Na pečeť čeká { $count } mikrocertifikát. Zapečetí ho „signet work --once“.
    [few] Na pečeť čekají { $count } mikrocertifikáty. Zapečetí je „signet work --once“.
   *[other] Na pečeť čeká { $count } mikrocertifikátů. Zapečetí je „signet work --once“.
}
app-doctor-stamps = Autorita časových razítek odpovídá.
app-doctor-no-stamps = Časové razítko se nepodařilo získat: { $problem }.
app-demo-occupied = Ve složce { $folder } je něco jiného. Zvolte jinou volbou --folder.
app-demo-ready = Signet běží na adrese { $address } – ukončíte ho klávesami Ctrl+C.
app-demo-made = Zkušební registr je hotový, ale neběží. Odkazy povedou na { $address }, až ho spustíte:
app-demo-enter = Vstoupit jako kdokoli z ukázky:
app-demo-holder = Držitel (jednorázový přihlašovací odkaz):
app-demo-verifier = Stránka pro zaměstnavatele:
app-demo-registrar = Studijní oddělení (jednorázový přihlašovací odkaz):
app-demo-catalogue = Katalog:
app-demo-verify = Ověření souboru:
app-demo-example = Ověření s kladným výsledkem, dokud registr běží (zkušební kořen je určen jen pro toto ověření):
app-demo-files = Vydané soubory:
app-demo-data = Jednotky učení a výsledky k vyzkoušení:
app-demo-test = Vše je jen na zkoušku, instituce i lidé jsou smyšlení: NEPLATNÉ – ZKUŠEBNÍ.
app-store-problem = { $kind ->
    [unavailable] Databáze neodpovídá nebo je zaneprázdněna. Zkontrolujte, zda běží, a zkuste to znovu.
    [newer] Databázi používala novější verze Signetu. Spusťte Signet v té verzi, nebo obnovte starší zálohu.
    [changed] Tabulky v databázi nejsou od Signetu, nebo byly změněny. Nastavte jinou databázi v store.database.
   *[other] Databáze požadavek odmítla. Zkontrolujte nastavení store.database a store.artefacts a práva účtu, pod kterým Signet běží.
}
app-disk-full = Na disku není místo. Uvolněte ho a spusťte příkaz znovu: co bylo zapsáno, zůstalo, a pokračuje se odtud.
app-system = Čtení nebo zápis se nezdařily: { $problem }.
app-fault = Neočekávaná chyba. Nahlaste ji prosím i s technickým detailem. Technický detail: { $detail }
app-doctor-room = Na disku je dost místa ({ $folder }: { $megabytes } MB).
app-doctor-little-room = Na disku se složkou { $folder } zbývá jen { $megabytes } MB. Uvolněte místo, než se vydávání zastaví.
app-doctor-port = Adresu { $address } lze použít.
app-doctor-port-taken = Adresu { $address } už používá nějaký program. Je-li to Signet, je vše v pořádku; jinak zvolte jinou adresu v nastavení server.listen.
app-doctor-clock = Hodiny ukazují { $now }. To nemůže být správně a pečeti by uváděly nesprávný čas. Nastavte je.
app-doctor-clock-apart = Hodiny se od autority časových razítek liší o { $seconds } s. Nastavte je, jinak budou pečeti uvádět nesprávný čas.
