# Studijní oddělení: vydané mikrocertifikáty.

web-staff-find-title = Vydané mikrocertifikáty
web-staff-find-label = Jméno nebo identifikátor
web-staff-find-hint = Stačí část jména, i bez háčků a čárek.
web-staff-find-found = { $count ->
    [0] Nic nenalezeno
    [one] { $count } záznam
    [few] { $count } záznamy
   *[other] { $count } záznamů
}
web-staff-find-holder = Držitel
web-staff-find-issued = Vydáno
web-staff-find-many = Více než { $count } záznamů
web-staff-find-pages = Stránky výsledků
web-staff-find-previous = Předchozí záznamy
web-staff-find-next = Další záznamy
