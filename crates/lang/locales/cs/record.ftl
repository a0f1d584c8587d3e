# Co je špatně ve vstupu a jak to má být správně.

## Místo

record-flaw = { $field }: { $problem }
record-flaw-of-item = { $field } (bod { $number } dodatku, { $item }): { $problem }
record-complaint-of-file = Řádek { $line }: { $problem }
record-complaint-of-place = Řádek { $line }, sloupec { $column }: { $problem }
record-complaint-of-field = Řádek { $line }, { $field }: { $problem }
record-complaint-of-cell = Řádek { $line }, sloupec { $column }, { $field }: { $problem }

## Body dodatku

record-item-holder = Držitel
record-item-title = Název mikrocertifikátu
record-item-country = Země vydavatele
record-item-awarding-body = Udělující subjekt
record-item-issue-date = Datum vydání
record-item-learning-outcomes = Výsledky učení
record-item-workload = Studijní zátěž
record-item-level = Úroveň
record-item-assessment-type = Typ hodnocení
record-item-participation = Způsob účasti ve vzdělávání
record-item-quality-assurance = Zajištění kvality
record-item-prerequisites = Vstupní požadavky
record-item-supervision = Dohled a ověření totožnosti při hodnocení
record-item-grade = Dosažené hodnocení
record-item-stacking = Možnosti skládání
record-item-further-information = Další informace
record-item-languages = Jazyk výuky
record-item-period = Termín vzdělávání
record-item-identifier = Jedinečný identifikátor
record-item-seal = Pečeť a časové razítko

## Chybí nebo přebývá

record-missing = Povinný údaj chybí. Doplňte ho.
record-empty = Údaj je prázdný. Vyplňte ho, nebo celý řádek vynechte, není-li povinný.
record-missing-czech = Chybí české znění. Text musí být v češtině i v angličtině.
record-missing-english = Chybí anglické znění. Text musí být v češtině i v angličtině.
record-too-long = Text má { $found ->
    [one] { $found } znak
    [few] { $found } znaky
   *[other] { $found } znaků
 }, nejvýše smí mít { $max }. Zkraťte ho.
record-too-many = Počet položek: { $found }. Smí jich být nejvýše { $max }.
record-too-few = Počet položek: { $found }. Musí jich být nejméně { $min }.
record-duplicate = Hodnota „{ $found }“ se zde opakuje. Každá smí být uvedena jen jednou.
record-unknown-field = Údaj „{ $found }“ tento formát nezná. Smažte ho, nebo opravte jeho název.
record-unknown-field-nearest = Údaj „{ $found }“ tento formát nezná. Nemělo to být „{ $nearest }“?

## Text

record-forbidden-character = Na { $position }. místě je znak U+{ $code }, který text nesmí obsahovat (řídicí nebo neviditelný znak). Smažte ho.
record-space-inside = Identifikátor nesmí obsahovat mezeru.
record-not-a-slug = „{ $found }“ není identifikátor. Použijte jen malá písmena bez diakritiky, číslice a spojovníky; na začátku musí být písmeno nebo číslice, například „ekonometrie-r“.
record-not-an-identifier = Toto není identifikátor mikrocertifikátu (UUID).
record-wrong-type = Zde má být { $expected ->
    [text] text v uvozovkách
    [integer] celé číslo
    [decimal] číslo
    [boolean] true nebo false
    [date] datum, například 2025-09-01
    [list] seznam v hranatých závorkách
    [table] tabulka
   *[nothing] prázdná hodnota
 }, ale je zde { $found ->
    [text] text
    [integer] celé číslo
    [decimal] desetinné číslo
    [boolean] logická hodnota
    [date] datum
    [list] seznam
    [table] tabulka
   *[nothing] prázdná hodnota
 }.
record-unknown-code = Hodnota „{ $found }“ zde není možná. Možné hodnoty: { $expected }.

## Čísla

record-not-a-number = „{ $found }“ není číslo. Napište ho číslicemi, například 3,5.
record-out-of-range = Hodnota { $found } není v povoleném rozsahu. Musí být od { $min } do { $max }.
record-too-precise = Číslo { $found } má příliš mnoho desetinných míst. Smí jich být nejvýše { $decimals }.
record-hours-per-credit = Počet hodin { $found } neodpovídá kreditům. Jeden kredit ECTS znamená 25 až 30 hodin, zde tedy { $min } až { $max } hodin.
record-parts-do-not-add-up = Součet kreditů předmětů je { $parts }, celek má { $whole }. Obě čísla se musí rovnat.
record-weights = Součet vah částí hodnocení je { $found } %. Váhu musí mít každá část a součet musí být 100 %.

## Data

record-not-a-date = „{ $found }“ není datum. Napište ho jako 1. 9. 2025 nebo 2025-09-01.
record-future-date = Datum { $found } je v budoucnosti (dnes je { $today }). Opravte ho.
record-date-before = Datum { $found } nesmí předcházet datu { $limit } ({ $event ->
    [runs-start] začátek běhu
    [start] začátek
    [born] datum narození
    [issued] datum vydání
    [result_date] datum výsledku
   *[field] { $field }
 }).
record-too-old = Datum narození { $found } je více než { $years } let před výsledkem. Zkontrolujte rok.

## Identifikátory

record-national-id = Hodnota vypadá jako rodné číslo, které sem nepatří. Použijte osobní číslo, které osobě přidělila vaše instituce.
record-not-a-company-number = „{ $found }“ není IČO. IČO má právě osm číslic.
record-company-number-check = IČO { $found } není správné: nesouhlasí kontrolní číslice. Opište ho znovu.
record-not-a-legal-identifier = „{ $found }“ není identifikátor podle ETSI EN 319 412-1. Správný tvar je například NTRCZ-12345679.
record-disagrees = Údaj neodpovídá údaji „{ $other }“. Opravte jeden z nich.
record-not-an-esco-skill = „{ $found }“ není adresa dovednosti ESCO. Správný tvar je http://data.europa.eu/esco/skill/ a UUID malými písmeny.
record-not-an-esco-occupation = „{ $found }“ není adresa povolání ESCO. Správný tvar je http://data.europa.eu/esco/occupation/ a UUID malými písmeny.
record-not-an-address = „{ $found }“ není webová adresa. Musí začínat https:// nebo http:// a nesmí obsahovat mezery ani diakritiku.
record-not-an-email = Toto není e-mailová adresa. Správný tvar je jmeno@domena.cz.
record-not-a-colour = „{ $found }“ není barva. Napište ji jako #0b3d91.
record-not-a-file = { $reason ->
    [format] Soubor není PDF, PNG ani JPEG.
    [size] Soubor je větší než 512 KiB. Zmenšete ho; bude v každém mikrocertifikátu.
   *[absent] Vedle souboru instituce takový soubor není. Uveďte jen jeho název, bez složek.
}
record-not-a-picture = { $reason ->
    [format] Obrázek není SVG ani PNG.
    [size] Obrázek je větší než 256 KiB. Zmenšete ho.
    [active] Soubor SVG obsahuje skript, entitu nebo odkaz mimo soubor. Uložte ho jako prosté SVG.
   *[absent] Vedle souboru instituce takový obrázek není. Uveďte jen jeho název, bez složek.
 }

## Pravidla

record-no-name = Osoba nemá jméno ani příjmení. Vyplňte aspoň jedno z nich.
record-attendance-only = Účast sama nestačí. Uveďte aspoň jeden další typ hodnocení.
record-no-passing-grade = Žádný stupeň stupnice není úspěšný. Aspoň jeden musí mít passing = true.
record-not-of-this-kind = Tyto údaje nepatří k jednotce druhu „{ $kind }“. Smažte je, nebo změňte druh jednotky.
record-not-passed = Hodnocení „{ $found }“ je neúspěšné, mikrocertifikát se nevydá.

## Soubor

record-not-utf8 = { $guess ->
    [windows] Soubor není v kódování UTF-8 (první chybný znak je na řádku { $line }, { $position }. znak) a podle nadpisů nelze bezpečně poznat, že je v kódování Windows-1250. V Excelu zvolte Uložit jako a typ „CSV UTF-8 (oddělený středníkem)“, nebo použijte české nadpisy sloupců.
    [utf] Soubor je v kódování UTF-16. V Excelu zvolte Uložit jako a typ „CSV UTF-8 (oddělený středníkem)“, ne „Text v kódu Unicode“.
    [workbook] Soubor je sešit staršího druhu (XLS), nebo je chráněn heslem. Uložte ho jako „Sešit Excelu (.xlsx)“ bez hesla.
    [pdf] Soubor je PDF. Použijte textový soubor: pro výsledky CSV nebo JSON, pro instituci a jednotku TOML.
   *[unknown] Soubor není v kódování UTF-8 (první chybný znak je na řádku { $line }, { $position }. znak). Uložte ho jako UTF-8.
}
record-too-large = Soubor je příliš velký: má { $found } bajtů, nejvýše smí mít { $max }. Rozdělte ho.
record-workbook = { $fault ->
    [broken] Soubor nelze načíst jako sešit (XLSX nebo ODS), nebo je jeho část poškozená. Otevřete ho v tabulkovém procesoru a znovu uložte, nebo list uložte jako CSV.
    [unpacks] Po rozbalení má sešit více než 96 MB, 100 sloupců, 50 000 řádků nebo 1 000 částí. Zkopírujte do nového sešitu jen řádky s výsledky.
    [no-sheet] Na žádném viditelném listu nejsou data. Zobrazte list s výsledky a přesuňte ho na první místo.
    [error-value] V buňce je místo hodnoty chyba vzorce. Nahraďte ji hodnotou.
    [long-number] V buňce je číslo s více než 15 číslicemi, které tabulkové procesory neuchovají. Zapište ho jako text.
   *[merged] Buňka je sloučená přes více sloupců, takže není jasné, do kterého hodnota patří. Sloučení zrušte.
}
record-missing-column = Chybí sloupec. Přidejte sloupec s jedním z těchto nadpisů: { $expected }.
record-duplicate-column = Sloupec „{ $found }“ se opakuje. Jeden z nich smažte.
record-ragged = Řádek má { $found ->
    [one] { $found } buňku
    [few] { $found } buňky
   *[other] { $found } buněk
 }, ale nadpisů je { $expected }. Zkontrolujte oddělovače a uvozovky.
record-repeated-row = Stejná osoba je ve stejném běhu už na řádku { $first }. Nechte jen jeden z řádků.
record-no-rows = Soubor neobsahuje žádný výsledek. Doplňte aspoň jednu osobu.
