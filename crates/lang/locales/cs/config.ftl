# Co je špatně v nastavení.

config-faults = { $count ->
    [one] V nastavení { $file } je { $count } chyba:
    [few] V nastavení { $file } jsou { $count } chyby:
   *[other] V nastavení { $file } je { $count } chyb:
}
config-fault-at = řádek { $line }: { $what }
config-fault-of-key-at = řádek { $line }, { $key }: { $what }
config-fault-of-key = { $key }: { $what }
config-not-utf8 = Soubor není v kódování UTF-8. Uložte ho jako UTF-8.
config-unknown-key = Takové nastavení neexistuje. Možnosti: { $known }.
config-unknown-key-nearest = Takové nastavení neexistuje. Nemělo to být „{ $nearest }“?
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
    [table] tabulka
   *[nothing] prázdná hodnota
 }.
config-not-that = Správná hodnota: { $expected }.
config-found-not-that = Hodnota „{ $found }“ sem nepatří. Správná hodnota: { $expected }.
config-not-one-of = Hodnota „{ $found }“ sem nepatří. Možné hodnoty: { $allowed }.
config-accessibility-missing = V nastavení není oddíl [accessibility]: stránka o přístupnosti říká, že prohlášení podle zákona č. 99/2019 Sb. zatím nebylo vydáno.
config-accessibility-full = Stránky nejsou plně v souladu, když je mezi výjimkami obsah, který zákonu podléhá. Zapište conformance = "partial".
config-accessibility-partial = Částečný soulad vyžaduje alespoň jednu výjimku [[accessibility.exception]], která zákonu podléhá.
config-accessibility-days = Prohlášení se přezkoumává po vypracování a nejpozději dnes.
config-accessibility-body = Chybí název toho, kdo prohlášení vydává.
config-accessibility-exception = Výjimka musí být popsána česky i anglicky; stejně tak alternativa, je-li uvedena.
config-accessibility-contact = K prohlášení o přístupnosti chybí e-mailová adresa: nastavte [server] contact.
config-accessibility-address = K prohlášení o přístupnosti chybí poštovní adresa: nastavte [accessibility] address.
config-accessibility-old = Prohlášení o přístupnosti bylo naposledy přezkoumáno { $date }, před více než rokem.
