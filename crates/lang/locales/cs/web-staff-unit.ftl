# Stránka jedné jednotky učení: v jakém je stavu, co bude dál a co se s ní dělo.

web-staff-unit-untitled = Jednotka bez názvu ({ $unit })
web-staff-unit-state = Stav
web-staff-unit-approved = Schválená verze
web-staff-unit-draft-version = Návrh verze { $version }
web-staff-unit-approved-version = Verze { $version }
web-staff-unit-tag-draft = { $stage ->
    [empty] Založeno
    [draft] Rozepsáno
    [returned] Vráceno s připomínkami
    [submitted] Předloženo
   *[endorsed] Doporučeno
}
web-staff-unit-tag-standing = { $standing ->
    [unapproved] Neschváleno
    [approved] Schváleno
    [published] V katalogu
    [suspended] Pozastaveno
   *[retired] Ukončeno
}
web-staff-unit-draft-next = { $stage ->
    [empty] Návrh zatím nemá text. Autoři ho napíší v editoru a předloží garantovi.
    [draft] Autoři text píší. Až bude úplný, předloží ho garantovi.
    [returned] Oddělení kvality text vrátilo s připomínkami. Autoři ho upraví a předloží znovu.
    [submitted] Text čeká na garanta. Ten ho doporučí; oddělení kvality ho může vrátit s připomínkami.
   *[endorsed] Garant text doporučil. Teď čeká na oddělení kvality, které ho schválí, nebo vrátí s připomínkami.
}
web-staff-unit-standing-next = { $standing ->
    [unapproved] Žádná verze zatím není schválena, nelze proto nic vydat.
    [approved] Podle schválené verze se smí vydávat. V katalogu jednotka není; zveřejnit ji může garant nebo studijní oddělení.
    [published] Podle schválené verze se smí vydávat a jednotka je v katalogu.
    [suspended] Podle jednotky teď nelze nic vydat. Oddělení kvality ji obnoví, nebo trvale ukončí.
   *[retired] Jednotka se už nenabízí. Vydat lze jen výsledky z doby před ukončením.
}
web-staff-unit-suspended-since = Pozastaveno { $when }. Důvod: { $reason }
web-staff-unit-file = Tato jednotka byla do Signetu nahrána jako soubor a její historie zde není. Novou verzi lze založit v editoru.
web-staff-unit-guarantor = Garant
web-staff-unit-guarantor-none = není určen
web-staff-unit-guarantor-missing = Jednotka nemá garanta. Dokud nebude určen, nemůže text nikdo doporučit.
web-staff-unit-id = Identifikátor
web-staff-unit-authors = Autoři návrhu
web-staff-unit-acts = Co můžete udělat
web-staff-unit-acts-none = Teď na vás nic nečeká.
web-staff-unit-edit = Upravit text
web-staff-unit-read = Přečíst text
web-staff-unit-toml = Stáhnout text (TOML)
web-staff-unit-versions = Schválené verze
web-staff-unit-version = Verze
web-staff-unit-version-from = Platí od
web-staff-unit-version-review = Posoudit do
web-staff-unit-version-text = Text
web-staff-unit-version-approved = Schváleno
web-staff-unit-remarks = Připomínky k vypořádání
web-staff-unit-history = Historie
web-staff-unit-history-when = Kdy
web-staff-unit-history-what = Co
web-staff-unit-history-who = Kdo
web-staff-unit-history-role = V roli
web-staff-unit-history-note = Poznámka
web-staff-unit-history-number = Číslo
web-staff-unit-history-hash = Otisk záznamu
web-staff-unit-history-csv = Stáhnout historii (CSV)
web-staff-unit-event-drafted = Založen návrh verze { $version }
web-staff-unit-event-copied = Založen návrh verze { $version } z textu jednotky { $unit }, verze { $from }
web-staff-unit-event-saved = { $count ->
    [one] Uložen text
    [few] Text uložen { $count }krát
   *[other] Text uložen { $count }krát
}
web-staff-unit-event-submitted = Text předložen
web-staff-unit-event-withdrawn = Text vzat zpět
web-staff-unit-event-returned = Text vrácen s připomínkami
web-staff-unit-event-endorsed = Text doporučen
web-staff-unit-event-approved = Schválena verze { $version }: platí od { $from }, posoudit znovu do { $review }
web-staff-unit-event-entrusted = Určen garant
web-staff-unit-event-guarantor = Garant: { $person }
web-staff-unit-event-published = Zveřejněno v katalogu
web-staff-unit-event-unpublished = Staženo z katalogu
web-staff-unit-event-suspended = Vydávání pozastaveno
web-staff-unit-event-resumed = Vydávání obnoveno
web-staff-unit-event-retired = Jednotka trvale ukončena
web-staff-unit-event-reason = Důvod: { $reason }
web-staff-unit-event-remark = { $field }: { $remark }
web-staff-unit-event-text = Otisk textu: { $digest }
web-staff-unit-role-author = autor
