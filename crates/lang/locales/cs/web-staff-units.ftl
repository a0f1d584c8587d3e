# Jednotky učení instituce: seznam, nová jednotka, kopie.

web-staff-units-title = Jednotky učení
web-staff-units-lead = Jednotka popisuje, co se absolvent naučí, jak náročné to je a jak se to hodnotí. Ze schválené jednotky se vydávají mikrocertifikáty.
web-staff-units-new = Nová jednotka
web-staff-units-search = Slova z názvu
web-staff-units-state-label = Stav
web-staff-units-state-any = Jakýkoli
web-staff-units-state = { $state ->
    [draft] rozepsaná
    [submitted] předložená
    [endorsed] doporučená garantem
    [approved] schválená
    [published] v katalogu
    [suspended] pozastavená
    [retired] ukončená
   *[filed] ze souboru
}
web-staff-units-found = Nalezené jednotky: { $count }
web-staff-units-empty = Žádná jednotka neodpovídá. Zkuste jiná slova nebo jiný stav.
web-staff-units-unit = Jednotka
web-staff-units-version = Verze
web-staff-units-faculty = Fakulta
web-staff-units-guarantor = Garant
web-staff-units-review = Posoudit do
web-staff-units-acts = Co lze udělat
web-staff-units-none = –
web-staff-units-edit = Upravit
web-staff-units-copy = Kopírovat
web-staff-units-pages = Stránky seznamu jednotek
web-staff-units-previous = Předchozí
web-staff-units-next = Další

## Nová jednotka a kopie

web-staff-units-new-lead = Identifikátor se už nezmění: stojí v každém mikrocertifikátu. Název i všechno ostatní můžete doplnit a měnit později.
web-staff-units-new-id = Identifikátor
web-staff-units-new-id-hint = Malá písmena bez diakritiky, číslice a spojovníky, například ekonometrie-r.
web-staff-units-new-title = Název
web-staff-units-new-guarantor-hint = Osobní číslo toho, kdo za jednotku odpovídá a doporučí ji ke schválení. Zatím ho můžete vynechat; bez garanta ale jednotku nelze schválit.
web-staff-units-new-begin = Založit jednotku
web-staff-units-new-exists = Jednotka s identifikátorem { $id } už existuje. Zvolte jiný.
web-staff-units-copy-title = Kopie jednotky
web-staff-units-copy-lead = Vznikne nová jednotka s textem jednotky { $unit }. Původní jednotka se nezmění.
web-staff-units-copy-source = Který text zkopírovat
web-staff-units-copy-version = Schválená verze { $version }
web-staff-units-copy-draft = Rozepsaný návrh
web-staff-units-copy-make = Vytvořit kopii
