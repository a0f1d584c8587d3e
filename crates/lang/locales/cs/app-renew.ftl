# Příkaz renew.

app-renew-level-without-stamps = Nastavení level = "{ $level }" vyžaduje autoritu časových razítek: doplňte stamps, nebo zvolte level = "B-B".
app-renew-due = { $credential }: ochrana končí { $until }
app-renew-due-unprotected = { $credential }: po skončení platnosti certifikátu ho už nic nechrání
app-renew-done = { $credential }: chráněn do { $until }
app-renew-failed = { $credential } se nepodařilo obnovit: { $why }
app-renew-problem = { $code ->
    [unknown] takový mikrocertifikát v registru není
    [no-files] nemá zapečetěné soubory
    [no-seal] pro pečetící organizaci { $detail } zde není nastavena žádná [[seal]]
    [level] pečeť má v nastavení úroveň { $detail }, ale obnovovat lze jen úroveň B-LTA
    [unreadable] soubor nelze přečíst (technický detail: { $detail })
    [changed] mikrocertifikát se mezitím změnil; spusťte příkaz znovu
   *[other] nastala neočekávaná chyba (technický detail: { $detail })
}
app-renew-summary = Zkontrolované mikrocertifikáty: { $looked }; na řadě: { $due }; obnoveno: { $renewed }; neobnoveno: { $failed }.
