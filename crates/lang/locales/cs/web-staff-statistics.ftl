# Správa instituce: statistiky.

web-staff-statistics-title = Statistiky
web-staff-statistics-lead = Skupiny menší než 10 se neukazují, aby v nich nikdo nebyl poznat.
web-staff-statistics-table = Tabulka
web-staff-statistics-group = Skupina
web-staff-statistics-value = Hodnota
web-staff-statistics-none = Zatím není co ukázat.
web-staff-statistics-few = méně než { $min }
web-staff-statistics-states = Jednotky učení podle stavu
web-staff-statistics-state = Stav
web-staff-statistics-months = Vydané mikrocertifikáty podle měsíců
web-staff-statistics-month = Měsíc
web-staff-statistics-faculties = Vydané mikrocertifikáty podle fakult, za posledních 12 měsíců
web-staff-statistics-faculty = Fakulta
web-staff-statistics-no-faculty = bez fakulty
web-staff-statistics-units = Vydané mikrocertifikáty podle jednotek učení, za posledních 12 měsíců
web-staff-statistics-other = ostatní
web-staff-statistics-passed = Účastníci, kteří absolvovali běh, v bězích zahájených za posledních 12 měsíců
web-staff-statistics-all = všechny jednotky učení dohromady
web-staff-statistics-share = { $percent } % z { $whole }
web-staff-statistics-hidden = neukazuje se: jedna ze skupin je menší než { $min }
web-staff-statistics-assessed = Doba ode dne hodnocení k vydání
web-staff-statistics-same-day = týž den
web-staff-statistics-opened = Mikrocertifikáty, které jejich držitelé otevřeli
web-staff-statistics-opened-part = otevřené
web-staff-statistics-waits = Doba od přijetí výsledku k vydání
web-staff-statistics-part = Část mikrocertifikátů
web-staff-statistics-half = polovina nejpozději za
web-staff-statistics-nine-tenths = devět desetin nejpozději za
web-staff-statistics-within-hour = méně než hodinu
web-staff-statistics-hours = { $hours ->
    [one] { $hours } hodinu
    [few] { $hours } hodiny
   *[other] { $hours } hodin
}
web-staff-statistics-days = { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
}
web-staff-statistics-corrected = Opravené mikrocertifikáty podle důvodů
web-staff-statistics-revoked = Zneplatněné mikrocertifikáty podle důvodů
web-staff-statistics-reason = Důvod
