# Katalog kurzů.

web-catalogue-title = Katalog kurzů
web-catalogue-lead = Kurzy, jejichž absolventi získávají mikrocertifikát. U každého předem víte, co se naučíte, jaká bude studijní zátěž a jak se výsledky ověří.
web-catalogue-search = Název, obor nebo vysoká škola
web-catalogue-found = { $count ->
    [0] Nic neodpovídá hledání
    [one] { $count } kurz
    [few] { $count } kurzy
   *[other] { $count } kurzů
}
web-catalogue-unit-about = O kurzu
web-catalogue-unit-components = Z čeho se skládá
web-catalogue-unit-activities = Náplň kurzu
web-catalogue-unit-programme = Studijní program
web-catalogue-unit-courses = Předměty
web-catalogue-unit-entitlements = K čemu opravňuje
web-catalogue-unit-documents = Dokumenty
web-catalogue-unit-runs = Termíny
web-catalogue-unit-apply = Stránka kurzu a přihláška
web-catalogue-kind-lifelong = Program celoživotního vzdělávání podle § 60 zákona o vysokých školách
web-catalogue-kind-course = Předmět akreditovaného studijního programu
web-catalogue-kind-set = Soubor předmětů akreditovaného studijního programu
web-catalogue-field = { $field ->
   *[f00] Všeobecné programy
    [f01] Vzdělávání a výchova
    [f02] Umění a humanitní vědy
    [f03] Společenské vědy, žurnalistika a informační vědy
    [f04] Obchod, administrativa a právo
    [f05] Přírodní vědy, matematika a statistika
    [f06] Informační a komunikační technologie
    [f07] Technika, výroba a stavebnictví
    [f08] Zemědělství, lesnictví a veterinářství
    [f09] Zdravotní a sociální péče
    [f10] Služby
}
web-catalogue-sort = Řazení
web-catalogue-sort-by = { $sort ->
    [relevance] Podle shody
    [start] Podle začátku
    [title] Podle názvu
   *[credits] Od nejméně kreditů
}
web-catalogue-filters = Filtry
web-catalogue-apply = Zobrazit kurzy
web-catalogue-clear = Zrušit všechny filtry
web-catalogue-chosen = Vybrané filtry
web-catalogue-chosen-value = { $facet }: { $value }
web-catalogue-remove = Zrušit filtr { $filter }
web-catalogue-dates = Termíny
web-catalogue-with-past = Také kurzy bez nadcházejícího termínu
web-catalogue-nearest = Všechna hledaná slova nemá žádný kurz. Nejblíž jsou tyto.
web-catalogue-hidden = { $count ->
    [one] Skryt je { $count } další kurz bez nadcházejícího termínu.
    [few] Skryty jsou { $count } další kurzy bez nadcházejícího termínu.
   *[other] Skryto je { $count } dalších kurzů bez nadcházejícího termínu.
}
web-catalogue-show-hidden = Zobrazit je
web-catalogue-instead = { $count ->
    [one] Zobrazit { $count } kurz bez filtru „{ $filter }“
    [few] Zobrazit { $count } kurzy bez filtru „{ $filter }“
   *[other] Zobrazit { $count } kurzů bez filtru „{ $filter }“
}
web-catalogue-pages = Stránky výsledků
web-catalogue-first = První stránka
web-catalogue-next = Další kurzy ({ $count })
web-catalogue-facet = { $facet ->
    [open] Přihlášky
    [starts] Začátek
    [institution] Vysoká škola
    [field] Obor
    [credits] Kredity
    [level] Úroveň
    [language] Jazyk výuky
    [mode] Forma výuky
    [kind] Typ
   *[stackable] Další studium
}
web-catalogue-value-open = Přihlášky jsou otevřené
web-catalogue-value-stackable = Započítá se do dalšího studia
web-catalogue-value-starts = { $window ->
    [month] Do 30 dnů
   *[quarter] Do 90 dnů
}
web-catalogue-value-credits = { $band ->
    [under-four] Méně než 4
    [under-ten] Od 4, méně než 10
    [under-thirty] Od 10, méně než 30
   *[thirty-and-more] 30 a více
}
web-catalogue-value-kind = { $kind ->
    [lifelong] Celoživotní vzdělávání
    [course] Předmět studijního programu
   *[course-set] Soubor předmětů
}
web-catalogue-begins = Začíná { $date }
web-catalogue-begins-open = Začíná { $date }, přihlášky jsou otevřené
web-catalogue-no-date = Bez nadcházejícího termínu
web-catalogue-unit-past-runs = Minulé termíny
web-catalogue-unit-no-runs = Zatím není vypsán žádný další termín.
web-catalogue-run-standing = { $standing ->
    [open] přihlášky jsou otevřené
    [upcoming] připravuje se
    [running] právě probíhá
   *[past] skončil
}
web-catalogue-run-capacity = { $count ->
    [one] { $count } místo
    [few] { $count } místa
   *[other] { $count } míst
}
web-catalogue-data = Otevřená data (CC BY 4.0):
web-catalogue-data-units = kurzy
web-catalogue-data-runs = termíny
web-catalogue-data-loq = vzdělávací příležitosti
