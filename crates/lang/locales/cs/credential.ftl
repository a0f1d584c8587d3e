# Vypsání, vysvětlení a porovnání mikrocertifikátů v příkazovém řádku.

credential-help = Vypíše, vysvětlí a porovná evropská digitální osvědčení; registr není třeba
credential-help-compose = Vypíše nezapečetěný mikrocertifikát podle podkladu k udělení a výsledek jeho kontroly; obrázek je označen jako zkušební
credential-help-award = Podklad k udělení (JSON, jak ho uchovává registr); - čte standardní vstup
credential-help-at = Čas vydání, který se uvede (2026-01-31T12:00:00Z); jinak nynější
credential-help-compose-json = Vypíše mikrocertifikát i výsledek kontroly jako jeden objekt JSON
credential-help-explain = Vysvětlí mikrocertifikát údaj po údaji: místo, pravidlo profilu, položka přílohy I, hodnota
credential-help-file = Mikrocertifikát (.jsonld, zapečetěný i ne) nebo osvědčení (.pdf); - čte standardní vstup
credential-help-diff = Porovná obsah dvou mikrocertifikátů; na pořadí částí a vnitřních identifikátorech nezáleží. Liší-li se, návratový kód je 1
credential-help-before = První soubor, zapečetěný i nezapečetěný
credential-help-after = Druhý soubor, zapečetěný i nezapečetěný

credential-not-an-award = Soubor { $file } není podklad k udělení, jak ho uchovává registr (JSON). Technický detail: { $detail }
credential-too-large = Soubor { $file } je větší než 16 MiB; mikrocertifikát tak velký být nesmí.
credential-clean = Kontrola nenašla žádnou chybu.
credential-differences = { $count ->
    [0] Obsah je stejný.
    [one] { $count } rozdíl.
    [few] { $count } rozdíly.
    [many] { $count } rozdílu.
   *[other] { $count } rozdílů.
}
credential-too-many = Vysvětleno je jen prvních { $count } údajů.
credential-no-rule = profil tento údaj nezná
credential-annex = položka { $number } dodatku: { $item }
credential-exactly-one = právě jeden
credential-at-most-one = nejvýše jeden
credential-at-least-one = aspoň jeden
credential-any-number = libovolný počet
credential-range-words = texty podle jazyků
credential-range-moment = datum a čas
credential-range-duration = doba trvání
credential-range-number = číslo
credential-range-truth = ano, nebo ne
credential-range-uri = adresa (URI)
credential-range-object = objekt třídy { $classes }
credential-range-concept = položka kteréhokoli číselníku
credential-range-listed = položka číselníku { $list }
credential-range-text = text
credential-range-lost = formát tento údaj ztratí nebo odmítne
credential-again = → { $class }, totéž co { $path }
credential-file = vložený soubor, znaků: { $length }
