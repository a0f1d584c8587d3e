# Moje práce: co čeká na toho, kdo je přihlášen.

web-staff-work-title = Moje práce
web-staff-work-none = Nic na vás nečeká.
web-staff-work-lead = { $count ->
    [one] Čeká na vás { $count } úkol.
    [few] Čekají na vás { $count } úkoly.
   *[other] Čeká na vás { $count } úkolů.
}
web-staff-work-tasks = Úkoly od nejstaršího
web-staff-work-about = Čeho se týká
web-staff-work-what = Co je třeba udělat
web-staff-work-waits = Jak dlouho
web-staff-work-more = Od každého druhu je zobrazeno { $max } nejstarších úkolů. Další se objeví, až některé vyřídíte.
web-staff-work-task = { $task ->
    [person] Posoudit, jestli je to tatáž osoba
    [remarks] Vypořádat připomínky a text předložit znovu
    [endorse] Posoudit text a doporučit ho
    [approve] Schválit text, nebo ho vrátit s připomínkami
    [guarantor] Určit garanta jednotky
    [review] Posoudit jednotku znovu a schválit novou verzi
    [enter] Zapsat výsledky běhu
    [close] Uzavřít výsledky běhu
    [ready] Vydat mikrocertifikáty těm, kdo běh absolvovali
    [failed] Zjistit, proč nelze zapečetit, a opravit to
    [second] Souhlasit jako druhá osoba, nebo odmítnout
   *[seal] Zkontrolovat pečeť a spustit ji
}
web-staff-work-second-title = Výsledky k vydání, předané { $when }
web-staff-work-revocations-title = Zneplatnění navržené { $when }
web-staff-work-age = { $days ->
    [one] čeká { $days } den
    [few] čeká { $days } dny
   *[other] čeká { $days } dní
}
web-staff-work-age-today = ode dneška
web-staff-work-review-by = Posoudit do { $on }
web-staff-work-review-passed = Mělo být posouzeno do { $on }. Do té doby nelze nic vydat.
web-staff-work-failed-title = Výsledky nahrané { $when }
web-staff-work-credentials = { $count ->
    [one] { $count } mikrocertifikát
    [few] { $count } mikrocertifikáty
   *[other] { $count } mikrocertifikátů
}
web-staff-work-seal-title = Mikrocertifikáty čekají na pečeť
