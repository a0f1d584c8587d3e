app-level-without-stamps = Nastavení level = "{ $level }" vyžaduje autoritu časových razítek: doplňte stamps, nebo zvolte level = "B-B".
app-renew-due = { $credential }: ochrana končí { $until }
app-renew-due-unprotected = { $credential }: po skončení certifikátu ho už nic nechrání
app-renew-done = { $credential }: chráněn do { $until }
app-renew-failed = { $credential } se nepodařilo obnovit: { $why }
app-renewed = Mikrocertifikáty se soubory: { $looked }; na řadě: { $due }; obnoveno: { $renewed }; neobnoveno: { $failed }.
help-renew = Znovu opatří časovým razítkem to, co by jinak ztratilo průkaznost
help-renew-credential = Jedinečný identifikátor jednoho mikrocertifikátu, ať už je na řadě, nebo ne; bez něj vše, co na řadě je
help-renew-institution = Instituce; bez ní všechny
help-renew-due-before = Vezme to, co by zesláblo před tímto dnem; jinak o tolik dní napřed, kolik říká nastavení
help-renew-dry-run = Jen vypíše, co je na řadě
web-trouble-evidence = čeká na vyjádření autorit o zneplatnění
