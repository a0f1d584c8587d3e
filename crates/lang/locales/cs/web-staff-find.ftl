# Studijní oddělení: vydané mikrocertifikáty.

web-staff-find-title = Vydané mikrocertifikáty
web-staff-find-label = Jméno, osobní číslo, e-mail nebo identifikátor
web-staff-find-hint = Stačí část jména, i bez háčků a čárek. Osobní číslo a e-mail napište celé.
web-staff-find-narrow = Zúžit výběr
web-staff-find-any = Cokoli
web-staff-find-run = Kód běhu
web-staff-find-batch = Nahraná dávka
web-staff-find-batch-of = { $when } – { $unit }
web-staff-find-from = Předáno k vydání od
web-staff-find-to = Předáno k vydání do
web-staff-find-clear = Zrušit výběr
web-staff-find-problem-choice = Tato možnost v seznamu není. Vyberte jinou.
web-staff-find-problem-run = Takový kód běh mít nemůže. Napište ho malými písmeny, číslicemi a spojovníky, například podzim-2025.
web-staff-find-problem-day = Toto není datum. Napište ho jako 2025-09-01.
web-staff-find-problem-period = Konec období je před jeho začátkem. Zvolte pozdější den.
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
