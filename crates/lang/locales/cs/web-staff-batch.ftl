# Studijní oddělení: vydávání dávky.

web-staff-batch-trouble-stopped = Správce pečeti pečetění zastavil. Záznam čeká.
web-staff-batch-title = Vydávání
web-staff-batch-progress = Postup vydávání
web-staff-batch-running = Hotovo { $done } z { $total }. Stránka se sama obnovuje; můžete ji zavřít, práce poběží dál.
web-staff-batch-finished = Hotovo. Vydáno { $done } z { $total }.
web-staff-batch-rows = Řádků
web-staff-batch-left-out = Vynechané řádky
web-staff-batch-note = Poznámka
web-staff-batch-when = Zadáno
web-staff-batch-unit = Jednotka učení
web-staff-batch-state-checked = Zkontrolováno
web-staff-batch-state-issuing = Zapisuje se
web-staff-batch-state-issued = Zapsáno v registru
web-staff-batch-state-abandoned = Zrušeno
web-staff-batch-sealed = Vydáno
web-staff-batch-waiting = Čeká
web-staff-batch-trouble-seal = Pečeť není k dispozici. Záznam čeká a zkusí se znovu.
web-staff-batch-trouble-stamp = Časové razítko není k dispozici. Záznam čeká a zkusí se znovu.
web-staff-batch-trouble-unprintable = Některý znak nelze vytisknout na osvědčení. Opravte prosím údaje.
web-staff-batch-trouble-not-ready = Záznam neprošel závěrečnou kontrolou. Obraťte se prosím na správce.
web-staff-batch-trouble-disk-full = Na disku registru není místo. Záznam čeká; obraťte se prosím na správce.
web-staff-batch-trouble-other = Záznam čeká a zkusí se znovu.
web-staff-batch-latest = Poslední dávky
web-staff-batch-trouble-evidence = čeká na údaje autorit o zneplatnění
