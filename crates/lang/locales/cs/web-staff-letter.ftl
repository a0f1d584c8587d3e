# Studijní oddělení: e-maily držiteli.

web-staff-letter-title = E-maily držiteli
web-staff-letter-none = O tomto mikrocertifikátu se držiteli zatím žádný e-mail neposílal.
web-staff-letter-when = Kdy
web-staff-letter-what = E-mail
web-staff-letter-became = Výsledek
web-staff-letter-address = Adresa
web-staff-letter-kind = { $kind ->
    [issued] Oznámení o vydání
    [corrected] Oznámení o opravě
    [address-changed] Oznámení o nové adrese, na novou adresu
    [address-before] Oznámení o nové adrese, na původní adresu
   *[revoked] Oznámení o zneplatnění
}
web-staff-letter-waiting = Čeká na odeslání.
web-staff-letter-retry = Poštovní server ho zatím nepřevzal. Počet pokusů: { $tries }, další pokus: { $when }.
web-staff-letter-handed-over = Převzal ho poštovní server. Jestli ho držitel četl, nelze zjistit.
web-staff-letter-refused-address = Poštovní server odmítl adresu držitele. Zeptejte se ho na správnou.
web-staff-letter-refused = Poštovní server ho odmítl (kód { $code }).
web-staff-letter-bounced = Vrátil se jako nedoručitelný (kód { $code }). Zeptejte se držitele na správnou adresu.
web-staff-letter-given-up = Poštovní server ho nepřevzal ani za tři dny, proto už se znovu neodešle.
web-staff-letter-no-address = Držitel nemá v záznamech žádnou e-mailovou adresu.
web-staff-letter-outdated = Neodeslal se, protože mezitím přestal platit.
web-staff-letter-warning = Poslední e-mail držiteli nedošel. { $why }
web-staff-letter-open = Poslat e-mail znovu…
web-staff-letter-sure = Poslat držiteli e-mail?
web-staff-letter-lead = { $holder }: { $title }
web-staff-letter-next = E-mail odejde během několika minut. Pokud je v něm jednorázový odkaz, dostane držitel nový; dříve zaslaný a dosud nepoužitý platí dál.
web-staff-letter-do = Poslat e-mail
web-staff-letter-back = Zpět k mikrocertifikátu
web-staff-letter-done = E-mail čeká na odeslání. Co se s ním stane, uvidíte na této stránce.
web-staff-letter-problem = { $why ->
    [no-relay] E-maily se neodesílají: provozovatel nenastavil poštovní server.
    [nothing-to-tell] O mikrocertifikátu v tomto stavu se žádný e-mail neposílá.
    [waiting] Jeden e-mail o tomto mikrocertifikátu už na odeslání čeká.
   *[no-address] Držitel nemá v záznamech žádnou e-mailovou adresu.
}
