# Psaní, výklad a porovnání mikrocertifikátů v příkazové řádce.

credential-help = Napíše, vyloží a porovná evropské digitální certifikáty; registr k tomu není třeba
credential-help-compose = Vypíše nezapečetěný mikrocertifikát podle záznamu o udělení a řekne, co v něm najde kontrola; na obrázku stojí, že jde o zkoušku
credential-help-award = Záznam o udělení (JSON, jak jej uchovává registr); - čte standardní vstup
credential-help-at = Uvede tento okamžik vydání (2026-01-31T12:00:00Z); jinak nynější
credential-help-compose-json = Vypíše mikrocertifikát i nálezy jako jeden objekt JSON
credential-help-explain = Řekne, co mikrocertifikát říká, údaj po údaji: místo, pravidlo profilu, položka přílohy I, hodnota
credential-help-file = Mikrocertifikát (.jsonld, zapečetěný i ne) nebo osvědčení (.pdf); - čte standardní vstup
credential-help-diff = Porovná dva mikrocertifikáty podle toho, co říkají; na pořadí částí a jejich vnitřních identifikátorech nezáleží. Liší-li se, návratový kód je 1
credential-help-before = První, zapečetěný i ne
credential-help-after = Druhý, zapečetěný i ne

credential-not-an-award = { $file } není záznam o udělení, jak jej uchovává registr (JSON): { $detail }
credential-too-large = { $file } je větší, než mikrocertifikát smí být (16 MiB).
credential-clean = Kontrola nenašla nic závadného.
credential-differences = { $count ->
    [0] Říkají totéž.
    [one] { $count } rozdíl.
    [few] { $count } rozdíly.
    [many] { $count } rozdílu.
   *[other] { $count } rozdílů.
}
credential-too-many = Vyloženo je jen prvních { $count } údajů.
credential-no-rule = profil jej nezná
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
credential-range-concept = pojem kteréhokoli číselníku
credential-range-listed = pojem číselníku { $list }
credential-range-text = text
credential-range-lost = formát to, co zde stojí, ztratí nebo odmítne
credential-again = → { $class }, totéž co { $path }
credential-file = vložený soubor, znaků: { $length }

# Přílohy a povolání v záznamu.
record-not-an-esco-occupation = „{ $found }“ není adresa povolání ESCO. Má tvar http://data.europa.eu/esco/occupation/ a UUID malými písmeny.
record-not-a-file = { $reason ->
    [format] Soubor není PDF, PNG ani JPEG.
    [size] Soubor je větší než 512 KiB. Zmenšete jej; ponese ho každý mikrocertifikát.
   *[absent] Vedle souboru instituce takový soubor není. Uveďte jen jeho název, bez složek.
}
