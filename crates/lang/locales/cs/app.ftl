# Příkazová řádka.

app-stopped = signet: { $why }
app-progress = zapečetěno { $done } z { $total }
app-database-address = Nastavení store.database není „sqlite:SOUBOR“ ani „postgres://UŽIVATEL:HESLO@STROJ/NÁZEV“.
app-store-closed = Registr nelze otevřít. { $problem }
app-file-unusable = Soubor { $file } nelze použít: { $problem }.
app-file-unreadable = Soubor { $file } nelze přečíst: { $problem }.
app-file-unwritable = Soubor { $file } nelze zapsat: { $problem }.
app-unknown-algorithm = Algoritmus „{ $name }“ není znám. Známé jsou ES256, ES384, PS256 a RS256.
app-institution-name = Certifikát pečeti { $identifier } nazývá instituci „{ $certified }“, její soubor „{ $own }“. Uveďte legal_name v souboru tak, jak ho má certifikát: jinak nikdo při ověření nezjistí, že instituce udělila, co zapečetila.
app-mandate-setting = Nastavení „[trust] mandates“ potřebuje identifikátory dvou organizací tak, jak je píší certifikáty pečetí, například NTRCZ-12345678; uvádí „{ $awarding }“ a „{ $sealing }“.
app-link-key = { $file } není klíč odkazů: musí mít právě 32 bajtů. Obnovte jej ze zálohy; s jiným klíčem všechny odkazy skončí.
app-config-missing = Nastavení { $file } nelze přečíst: { $problem }. Jiný soubor určíte volbou --config, nový založí „signet init“.
app-config-good = Nastavení { $file } je v pořádku.
app-config-no-seal = Není nastavena žádná pečeť: záznamy budou čekat na pečeť.
app-no-institution = V registru zatím není žádná instituce. Přidáte ji příkazem „signet import INSTITUCE.toml“.
app-which-institution = Určete instituci volbou --institution. Známé jsou: { $names }.
app-import-checked = { $count ->
    [one] { $count } soubor je v pořádku. Nic nebylo uloženo.
    [few] { $count } soubory jsou v pořádku. Nic nebylo uloženo.
   *[other] { $count } souborů je v pořádku. Nic nebylo uloženo.
}
app-imported = Uloženo: instituce { $institutions }, jednotky učení { $units }.
app-sealer-unknown = Pro instituci { $institution } pečetí { $sealer }, která v registru není. Importujte i ji.
app-unit-version = Verze { $version } jednotky { $unit } je v registru s jiným textem. Zvyšte číslo verze: vydané mikrocertifikáty si ponechají původní text.
app-rows = Řádky v pořádku: { $good }; připomínky: { $bad }; nesplnili, není co vydat: { $failed }.
app-nothing-issued = Nic nebylo vydáno. Opravte soubor, nebo vydejte jen správné řádky volbou --skip-bad.
app-unknown-step = Krok „{ $name }“ neexistuje.
app-put-off = { $credential } čeká na pečeť: { $why }
app-differs = { $credential } byl vydán s jinými údaji. Nahradíte jej příkazem „signet correct { $credential }“.
app-issued = Vydáno: { $issued }; už měli: { $known }. Soubory jsou ve složce { $folder }.
app-verify-holds = PLATNÝ. Formát, pečeť i platnost jsou v pořádku.
app-verify-fails = NEPLATNÝ.
app-verify-trial = ZKUŠEBNÍ. Pečeť je jen na zkoušku a nic nedokazuje.
app-verify-cannot-tell = NELZE ROZHODNOUT. Vše se ověřit nepodařilo.
app-verify-reason = Důvod: { $reason }
app-verify-named-trial = Kořen určený volbou --anchors je v nastavení zkušební. Výsledek platí jen pod ním a jen pro tento pohled: soubor je ZKUŠEBNÍ a nic nedokazuje.
app-verify-at = Posouzeno k okamžiku { $at }. SHA-256 { $sha }
app-policy-wrong = Pravidla posuzování v { $file } jsou chybná. { $problem }
app-policy-unknown = { $place }: „{ $name }“ neznáme. Známe { $known }.
app-evidence-unusable = obsah neodpovídá příponě
app-evidence-too-much = více než { $max } souborů s doklady
app-fsck = Mikrocertifikáty: { $credentials }; přečtené a ověřené soubory: { $artefacts }; neškodné pozůstatky: { $orphans }; poškození: { $damage }.
app-fsck-damage = { $credential }: { $what }
app-unknown-role = Role „{ $role }“, se kterou by se lidé přihlašovali, neexistuje. Role jsou holder, registrar, guarantor, quality-office, seal-custodian, company, operator.
app-unknown-person = Instituce nezná osobu s tímto číslem.
app-operator-nobody = Pečeti jsou zde skutečné a nastavení neříká, kdo smí používat příkazovou řádku. Doplňte do nastavení oddíl pro uživatele „{ $user }“: [[operator]] s klíči user, roles a person (docs/operations.md).
app-operator-unknown = Nastavení nedovoluje uživateli „{ $user }“ používat příkazovou řádku. Doplňte pro něj oddíl [[operator]], nebo jmenujte účet volbou --as.
app-operator-several = Nastavení zná více účtů uživatele „{ $user }“. Jeden z nich jmenujte volbou --as.
app-denied = Účet { $account } toto nesmí ({ $action }). Nic se nestalo.
app-denied-themselves = Účet { $account } patří právě této osobě a nikdo nevydává, neopravuje ani nezneplatňuje vlastní mikrocertifikát. Musí to udělat kolega.
app-denied-unidentified = Nastavení neříká, která osoba v evidenci instituce je účet { $account }, takže nelze poznat, zda by nerozhodoval o sobě. Doplňte v jeho oddílu [[operator]] klíč person.
app-row-refused = Řádek { $line }: { $why }
app-account-id = Účet má 1 až 64 znaků z a-z A-Z 0-9 . _ : @ -
app-account-name = Jméno má 1 až 100 znaků.
app-account-until = Tento poslední den nelze použít.
app-account-person = V roli { $role } se rozhoduje o jiných lidech, proto volbou --person uveďte, kdo to je v evidenci instituce.
app-account-unknown = Takový účet neexistuje, nebo tuto roli nemá.
app-account-granted = Účet { $account } má nyní roli { $role }. Jeho dřívější přihlášení byla ukončena.
app-account-ended = Účet { $account } už roli { $role } nemá. Jeho přihlášení byla ukončena.
app-account-blocked = Účet { $account } je zablokován. Jeho přihlášení byla ukončena a nepoužité odkazy už neplatí.
app-account-unblocked = Účet { $account } lze znovu používat.
app-login-account = Pro roli { $role } jmenujte účet: --account ÚČET. Účty se zakládají příkazem signet account grant.
app-login-no-role = Účet { $account } nemá roli { $role }. Přidělte ji příkazem: signet account grant { $account } --role { $role } --person ČÍSLO
app-login-blocked = Účet { $account } je zablokován. Nejprve jej odblokujte: signet account unblock { $account }
app-unknown-reason = Důvod „{ $reason }“ neexistuje. Důvody jsou: { $known }.
app-note-both = Poznámka musí být v obou jazycích: --note-cs a --note-en.
app-note-missing = Důvod „other“ vyžaduje poznámku: --note-cs a --note-en.
app-note-too-long = Poznámka smí mít nejvýše { $max } znaků.
app-revoked = { $credential } je zneplatněn. Ukazuje to jeho stránka i seznam zneplatněných.
app-not-revoked = Nic nebylo zneplatněno: { $why ->
    [revoked] tento mikrocertifikát už je zneplatněn
    [erased] údaje tohoto mikrocertifikátu už jsou vymazány
    [not-sealed] tento mikrocertifikát ještě není zapečetěn
   *[other] stav mikrocertifikátu to nedovoluje; zkontrolujte registr příkazem „signet fsck“
 }.
app-unknown-credential = Mikrocertifikát „{ $credential }“ v registru není.
app-correct-one-row = K opravě je třeba soubor výsledků s právě jedním správným řádkem; tento jich má { $rows }.
app-correct-corrected = Už byl opraven. Opravte { $by }.
app-correct-not-standing = Opravit lze jen zapečetěný mikrocertifikát, který nebyl zneplatněn.
app-correct-another = Opravený řádek patří jiné osobě nebo jinému běhu.
app-corrected = { $new } nahrazuje { $old }.
app-worked = Zapečetěno: { $sealed }; odloženo: { $put_off }.
app-serving = Běží na { $address } – ukončíte Ctrl+C.
app-address-taken = Na { $address } nelze naslouchat: { $problem }. Zvolte jinou adresu v nastavení server.listen, nebo ukončete, co na ní běží.
app-doctor-trial = Některá pečeť je nastavena jako zkušební: vše, co zapečetí, nese NEPLATNÉ – ZKUŠEBNÍ.
app-doctor-seal = Pečeť organizace { $name }: { $algorithm }, certifikát platí do { $until }.
app-doctor-seal-ends = Pečeť organizace { $name }: certifikát končí { $until }. Objednejte nový už teď.
app-doctor-seal-expired = Pečeť organizace { $name }: certifikát skončil { $until }. Nelze jí pečetit.
app-doctor-trust = Důvěryhodné kořeny: { $real }; zkušební kořeny: { $trial }.
app-doctor-store = Registr lze otevřít a jeho tabulky jsou aktuální.
app-doctor-waiting = { $count ->
    [0] Na pečeť nic nečeká.
    [one] Na pečeť čeká { $count } mikrocertifikát. Zapečetí jej „signet work --once“.
    [few] Na pečeť čekají { $count } mikrocertifikáty. Zapečetí je „signet work --once“.
   *[other] Na pečeť čeká { $count } mikrocertifikátů. Zapečetí je „signet work --once“.
}
app-doctor-stamps = Autorita časových razítek odpovídá.
app-doctor-no-stamps = Časové razítko se nepodařilo získat: { $problem }.
app-demo-occupied = Složka { $folder } obsahuje něco jiného. Zvolte jinou volbou --folder.
app-demo-ready = Signet běží na { $address } – ukončíte Ctrl+C.
app-demo-made = Zkušební registr je hotový, ale neběží. Odkazy povedou na { $address }, až jej spustíte:
app-demo-holder = Držitel (odkaz přihlásí jednou):
app-demo-verifier = Ověřovatel:
app-demo-registrar = Referent (odkaz přihlásí jednou):
app-demo-catalogue = Katalog:
app-demo-verify = Ověření souboru:
app-demo-example = Ověření, které vyjde, dokud registr běží: zkušební kořen je určen jen pro tento pohled
app-demo-files = Vydané soubory:
app-demo-data = Jednotky a výsledky na zkoušku:
app-demo-trial = Vše je jen na zkoušku, instituce i lidé jsou vymyšlení: NEPLATNÉ – ZKUŠEBNÍ.
