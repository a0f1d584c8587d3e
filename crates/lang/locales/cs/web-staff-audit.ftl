# Správa instituce: kdo co udělal.

web-staff-audit-title = Audit
web-staff-audit-lead = Kdo co udělal, s čím, kdy a v jaké roli. Záznamy nelze změnit ani smazat.
web-staff-audit-lead-own = Kdo co udělal s jednotkami učení, za které odpovídáte. Záznamy nelze změnit ani smazat.
web-staff-audit-search = Hledání v auditu
web-staff-audit-whose = Účet nebo osobní číslo toho, kdo to udělal
web-staff-audit-which = Jednotka učení nebo mikrocertifikát (identifikátor)
web-staff-audit-from = Od dne
web-staff-audit-to = Do dne
web-staff-audit-entries = Záznamy
web-staff-audit-none = Nic takového se nestalo.
web-staff-audit-when = Kdy
web-staff-audit-who = Kdo
web-staff-audit-account = Účet
web-staff-audit-role = Role
web-staff-audit-one-of = některá z rolí: { $roles }
web-staff-audit-what = Co
web-staff-audit-object = S čím
web-staff-audit-why = Proč
web-staff-audit-nobody = Neznámá osoba
web-staff-audit-link-for = { $what }, účet: { $name }
web-staff-audit-times = { $what } (počet za minutu: { $count })
web-staff-audit-sign-ins = Záznamy o přihlášení zaměstnanců se zde uchovávají { $days } dní.
web-staff-audit-credential = Mikrocertifikát: { $what }
web-staff-audit-older = Starší záznamy
web-staff-audit-csv = Stáhnout jako CSV
web-staff-audit-jsonl = Stáhnout jako JSON Lines
web-staff-audit-problem-who = Takový účet ani osobní číslo s přidělenou rolí tu není. Účet stojí u záznamů pod jménem.
web-staff-audit-problem-object = To není identifikátor jednotky učení ani mikrocertifikátu.
web-staff-audit-chain = Deník instituce
web-staff-audit-chain-holds = Navazuje
web-staff-audit-chain-broken = Nenavazuje
web-staff-audit-chain-told = Každý záznam deníku nese otisk předchozího. Záznamů je { $count }; posledních prověřených { $looked } na sebe navazuje a deník končí otiskem { $hash }.
web-staff-audit-chain-broken-told = Poslední záznamy deníku na sebe nenavazují nebo nekončí tam, kde mají. Historie mohla být změněna. Obraťte se na provozovatele.
web-staff-audit-log-about = Celý deník si můžete stáhnout a prověřit vlastním programem: na každém řádku je záznam, jeho otisk SHA-256 a to, na co navazuje.
web-staff-audit-log = Stáhnout deník
web-staff-audit-kind = { $kind ->
    [credential-proposed] mikrocertifikát: přijat k vydání
    [credential-intended] mikrocertifikát: připraven k zapečetění
    [credential-sealed] mikrocertifikát: zapečetěn
    [credential-delivered] mikrocertifikát: předán
    [credential-revoked] mikrocertifikát: zneplatněn
    [credential-superseded] mikrocertifikát: nahrazen opraveným
    [credential-erased] mikrocertifikát: údaje vymazány
    [credential-renewed] mikrocertifikát: ochrana pečeti obnovena
    [unit-drafted] jednotka učení: text založen
    [unit-copied] jednotka učení: text zkopírován
    [unit-saved] jednotka učení: text uložen
    [unit-submitted] jednotka učení: předložena
    [unit-withdrawn] jednotka učení: vzata zpět
    [unit-returned] jednotka učení: vrácena s připomínkami
    [unit-endorsed] jednotka učení: doporučena
    [unit-approved] jednotka učení: schválena
    [unit-entrusted] jednotka učení: určen garant
    [unit-published] jednotka učení: zveřejněna
    [unit-unpublished] jednotka učení: stažena z katalogu
    [unit-suspended] jednotka učení: pozastavena
    [unit-resumed] jednotka učení: obnovena
    [unit-retired] jednotka učení: ukončena
    [role-granted] role: přidělena
    [role-substituted] role: přidělena na zástup
   *[role-ended] role: ukončena
}
web-staff-audit-security-kind = { $kind ->
    [login] přihlášení: přihlášení
    [login-failed] přihlášení: odmítnuto
    [second-factor] přihlášení: potvrzeno druhým faktorem
    [login-link] přihlášení: vydán jednorázový odkaz
    [emergency-link] přihlášení: vydán nouzový odkaz
    [session-ended] přihlášení: odhlášení nebo ukončené přihlášení
    [identity-paired] přihlášení: k účtu přibyl další způsob
    [person-linked] národní identita: propojena s osobou v evidenci
    [person-declined] národní identita: žádost o propojení zamítnuta
    [person-unlinked] národní identita: propojení zrušeno
   *[other] přihlášení: jiné
}
web-staff-audit-security = { $kind ->
    [login] Přihlášení
    [login-failed] Přihlášení odmítnuto
    [second-factor] Přihlášení potvrzeno druhým faktorem
    [login-link] Vydán jednorázový přihlašovací odkaz
    [emergency-link] Vydán nouzový přihlašovací odkaz
    [session-ended] Odhlášení nebo ukončená přihlášení
    [identity-paired] K účtu přibyl další způsob přihlášení
    [person-linked] Národní identita propojena s osobou v evidenci
    [person-declined] Žádost o propojení národní identity zamítnuta
    [person-unlinked] Propojení národní identity zrušeno
   *[other] Jiná událost přihlášení
}
