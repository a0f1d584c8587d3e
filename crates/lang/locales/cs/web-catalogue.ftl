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
