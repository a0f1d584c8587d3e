# Údaje jednotky učení: jak se jmenuje každý krok ke každému z nich.

web-staff-field-step = { $name ->
    [id] Identifikátor
    [version] Verze
    [framework] Společný rámec
    [kind] Druh
    [title] Název
    [description] Popis
    [faculty] Fakulta
    [legal-basis] Právní základ
    [ects] Kredity ECTS
    [hours] Hodiny studijní zátěže
    [eqf] Úroveň EQF
    [languages] Jazyky výuky
    [mode] Způsob účasti ve vzdělávání
    [supervision] Dohled a ověření totožnosti při hodnocení
    [prerequisites] Předpoklady
    [stacking] Návaznost
    [towards] Směřuje k
    [further-information] Další informace
    [homepage] Webová stránka
    [isced] Obor vzdělání (ISCED-F)
    [nqf] Národní rámec kvalifikací
    [course] Předmět
    [course-set] Sada předmětů
    [programme] Studijní program
    [sequence] Pořadí předmětů
    [parts] Předměty sady
    [outcomes] Výsledky učení
    [text] Text
    [esco] Dovednosti ESCO
    [uri] Adresa pojmu
    [assessments] Hodnocení
    [weight-percent] Váha v procentech
    [grading] Stupnice hodnocení
    [grades] Stupně
    [passing] Znamená úspěch
    [quality] Zajištění kvality
    [body] Organizace
    [body-country] Země organizace
    [decision] Rozhodnutí
    [issued] Vydáno
    [expires] Platí do
    [report] Zpráva
    [review] Příští posouzení
    [levels] Úrovně
    [credential-types] Druhy osvědčení
    [fields] Obory
    [jurisdictions] Území
    [accreditations] Akreditace
    [components] Dílčí mikrocertifikáty
    [awarded-by] Uděluje
    [name] Název
    [country] Země
    [activities] Činnosti
    [period] Období
    [start] Začátek
    [end] Konec
    [place] Místo
    [entitlements] Oprávnění
    [status] Stav
    [occupations] Povolání
    [organisations] Organizace, které oprávnění uznávají
    [documents] Dokumenty
    [url] Adresa
    [language] Jazyk
    [runs] Běhy
    [closed-to] Uzavřeno pro
    [code] Kód
    [cs] česky
   *[en] anglicky
}
web-staff-field-step-of = { $step } { $at }
web-staff-field-whole = Jednotka jako celek
