# Co je špatně v nastavení nebo se soubory a co s tím.

file-problem = { $kind ->
    [missing] soubor neexistuje. Opravte cestu, nebo soubor vytvořte
    [denied] účet, pod kterým Signet běží, k němu nemá právo. Změňte vlastníka nebo práva
    [folder] je to složka, ne soubor. Opravte cestu
    [no-folder] část cesty není složka. Opravte cestu
    [exists] soubor už existuje
    [full] na disku není místo. Uvolněte ho a spusťte příkaz znovu
    [read-only] disk je připojen jen ke čtení
    [taken] používá ji už jiný program
    [not-here] tento počítač ji nemá
    [content] jeho obsah je poškozený nebo jiného druhu
    [silent] druhá strana neodpovídá
   *[other] systém hlásí chybu číslo { $code }
}

config-faults = { $count ->
    [one] V nastavení { $file } je { $count } chyba:
    [few] V nastavení { $file } jsou { $count } chyby:
   *[other] V nastavení { $file } je { $count } chyb:
}
config-fault-at = řádek { $line }: { $what }
config-fault-of-key-at = řádek { $line }, { $key }: { $what }
config-fault-of-key = { $key }: { $what }
config-not-utf8 = Soubor není v kódování UTF-8. Uložte ho jako UTF-8.
config-unknown-key = Takové nastavení není. Zde může být: { $known }.
config-unknown-key-nearest = Takové nastavení není. Nemělo to být „{ $nearest }“?
config-missing-key = Nastavení chybí a nemá výchozí hodnotu. Doplňte ho.
config-expected = { $expected ->
    [text] text v uvozovkách
    [count] celé číslo od nuly
    [boolean] true, nebo false
    [date] datum bez uvozovek, například 2027-01-15, nebo okamžik, například 2027-01-15T08:00:00+01:00
    [day] datum v uvozovkách, například "2029-01-01"
    [list] seznam v hranatých závorkách
    [table] tabulka
    [socket-address] IP adresa a port, například 127.0.0.1:8080
    [network] IP adresa nebo síť, například 127.0.0.1 nebo 10.0.0.0/8
    [web-address] webová adresa, například https://mikrocertifikat.example/
    [secret] název souboru s tajemstvím, { "{" } env = "JMENO" { "}" } nebo { "{" } credential = "jmeno" { "}" }
   *[other] jiná hodnota (podívejte se do vzorového nastavení)
}
config-wrong-type = Má zde být { $expected }, ale je zde { $found ->
    [text] text
    [integer] celé číslo
    [decimal] desetinné číslo
    [boolean] logická hodnota
    [date] datum
    [list] seznam
   *[table] tabulka
 }.
config-not-that = Správná hodnota: { $expected }.
config-found-not-that = Hodnota „{ $found }“ sem nepatří. Správná hodnota: { $expected }.
config-not-one-of = Hodnota „{ $found }“ sem nepatří. Možné hodnoty: { $allowed }.

syntax-fault = { $fault ->
    [duplicate] Tento klíč nebo tato tabulka je zde podruhé. Jedno z nich smažte.
    [unquoted] Za rovnítkem má být hodnota. Text musí být v uvozovkách.
    [unclosed] Uvozovka nebo závorka není uzavřena. Uzavřete ji.
    [no-value] Zde má být klíč, rovnítko a hodnota: klíč = hodnota.
    [comma] Mezi položkami seznamu má být právě jedna čárka.
    [key] Klíč smí obsahovat jen písmena bez diakritiky, číslice, spojovníky a podtržítka; jiný klíč musí být v uvozovkách.
    [number] Takto se číslo nezapisuje. Napište jen číslice, bez nul na začátku.
    [too-deep] Tabulky nebo seznamy jsou do sebe vnořeny příliš hluboko.
    [shape] Soubor má obsahovat seznam objektů, pro každou osobu jeden: [ { "{" } … { "}" }, { "{" } … { "}" } ].
    [json] Zápis zde neodpovídá formátu JSON. Zkontrolujte uvozovky, čárky a závorky.
    [csv] Zápis zde neodpovídá formátu CSV. Zkontrolujte uvozovky a oddělovače.
   *[other] Zápis zde neodpovídá formátu TOML. Každý řádek má tvar klíč = hodnota nebo [tabulka]; texty jsou v uvozovkách.
}

app-store-problem = { $kind ->
    [unavailable] Databáze neodpovídá nebo je zaneprázdněna. Zkontrolujte, zda běží, a zkuste to znovu.
    [newer] Databázi používala novější verze Signetu. Spusťte Signet v té verzi, nebo obnovte starší zálohu.
    [changed] Tabulky v databázi nejsou od Signetu, nebo byly změněny. Nastavte jinou databázi v store.database.
   *[other] Databáze požadavek odmítla. Zkontrolujte nastavení store.database a store.artefacts a práva účtu, pod kterým Signet běží.
}
app-disk-full = Na disku není místo. Uvolněte ho a spusťte příkaz znovu: co bylo zapsáno, zůstalo, a pokračuje se odtud.
app-system = Čtení nebo zápis se nezdařily: { $problem }.
app-fault = Neočekávaná chyba. Nahlaste ji prosím i s technickým detailem. Technický detail: { $detail }

key-problem = { $kind ->
    [pem] není to platný PEM. Uložte klíč jako PEM nebo PKCS#12
    [pkcs12] soubor PKCS#12 nelze otevřít: je poškozený, nebo má jiné heslo. Heslo určuje nastavení password
    [no-key] neobsahuje soukromý klíč. Nastavení key má uvádět soubor s klíčem
    [encrypted] soukromý klíč je zašifrovaný. Uložte ho jako PKCS#12, nebo bez hesla
    [malformed] soukromý klíč je poškozený nebo neznámého druhu
    [no-certificate] k soukromému klíči nepatří žádný z certifikátů. Nastavení chain má uvádět soubor s certifikátem právě tohoto klíče
    [unsuitable] klíčem druhu { $detail } nelze pečetit. Použijte P-256, P-384 nebo RSA s aspoň 2048 bity
    [mismatch] klíč a algoritmus k sobě nepatří ({ $detail }). Opravte nastavení algorithm, nebo ho vynechte
   *[signing] klíčem se nepodařilo podepsat
}
key-certificate-problem = { $kind ->
    [none] neobsahuje certifikát
    [pem] není to platný PEM
    [too-large] je příliš velký
   *[broken] certifikát je poškozený
}
key-not-stated = { $what ->
    [organization] V certifikátu pečeti chybí název organizace (O). Bez něj nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti právnické osoby.
    [identifier] V certifikátu pečeti chybí organizationIdentifier (2.5.4.97), například NTRCZ-12345679. Bez něj nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti podle ETSI EN 319 412-3.
   *[country] V certifikátu pečeti chybí země (C). Bez ní nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti právnické osoby.
}
key-exposed = Soubor { $file } mohou číst i jiné účty (práva { $mode }). Spusťte: chmod 600 { $file }

doctor-room = Na disku je dost místa ({ $folder }: { $megabytes } MB).
doctor-little-room = Na disku se složkou { $folder } zbývá jen { $megabytes } MB. Uvolněte místo, než se vydávání zastaví.
doctor-port = Adresu { $address } lze použít.
doctor-port-taken = Adresu { $address } už používá nějaký program. Je-li to Signet, je vše v pořádku; jinak zvolte jinou adresu v nastavení server.listen.
doctor-clock = Hodiny ukazují { $now }. To nemůže být správně a pečeti by uváděly nesprávný čas. Nastavte je.
doctor-clock-apart = Hodiny se od autority časových razítek liší o { $seconds } s. Nastavte je, jinak budou pečeti uvádět nesprávný čas.
