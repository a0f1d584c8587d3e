# Studijní oddělení: vydávání dávky.

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
web-staff-batch-trouble-stopped = Správce pečeti pečetění zastavil. Záznam čeká.
web-staff-batch-trouble-seal = Pečeť není k dispozici. Záznam čeká a vydání se samo zopakuje.
web-staff-batch-trouble-awaited = Pečetní služba požadavek zpracovává. Záznam čeká na její odpověď.
web-staff-batch-trouble-stamp = Časové razítko není k dispozici. Záznam čeká a vydání se samo zopakuje.
web-staff-batch-trouble-evidence = Údaje autorit o zneplatnění nejsou k dispozici. Záznam čeká a vydání se samo zopakuje.
web-staff-batch-trouble-unprintable = Některý znak nelze vytisknout na osvědčení. Opravte prosím údaje.
web-staff-batch-trouble-not-ready = Záznam neprošel závěrečnou kontrolou. Obraťte se prosím na provozovatele.
web-staff-batch-trouble-disk-full = Na disku registru není místo. Záznam čeká; obraťte se prosím na provozovatele.
web-staff-batch-trouble-other = Záznam čeká a vydání se samo zopakuje.
web-staff-batch-latest = Poslední dávky
