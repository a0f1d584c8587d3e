# Studijní oddělení: kontrola výsledků.

web-staff-check-title = Kontrola výsledků
web-staff-check-rows = Řádků celkem
web-staff-check-good = K vydání
web-staff-check-bad = S chybou
web-staff-check-not-passed = Neprospěli
web-staff-check-known = Už vydáno
web-staff-check-all-good = Všechny řádky jsou v pořádku.
web-staff-check-wrong = { $count ->
    [one] { $count } chyba
    [few] { $count } chyby
   *[other] { $count } chyb
}
web-staff-check-line = Řádek
web-staff-check-column = Sloupec
web-staff-check-problem = Co opravit
web-staff-check-issue-text = { $count ->
    [one] Vydá se { $count } mikrocertifikát. Řádky s chybou a už vydané se přeskočí.
    [few] Vydají se { $count } mikrocertifikáty. Řádky s chybou a už vydané se přeskočí.
   *[other] Vydá se { $count } mikrocertifikátů. Řádky s chybou a už vydané se přeskočí.
}
web-staff-check-issue = { $count ->
    [one] Vydat { $count } mikrocertifikát
    [few] Vydat { $count } mikrocertifikáty
   *[other] Vydat { $count } mikrocertifikátů
}
web-staff-check-again = Opravit soubor a zkusit znovu
web-staff-check-second-title = Čeká se na potvrzení
web-staff-check-second = Vydat zadal(a) { $name }, { $when }. Vaše instituce chce, aby vydání potvrdil ještě někdo další.
web-staff-check-second-own = Zadali jste to vy, potvrdit to musí kolega.
web-staff-check-second-confirm = { $count ->
    [one] Potvrdit a vydat { $count } mikrocertifikát
    [few] Potvrdit a vydat { $count } mikrocertifikáty
   *[other] Potvrdit a vydat { $count } mikrocertifikátů
}
web-staff-check-second-decline = Nevydávat a vrátit
