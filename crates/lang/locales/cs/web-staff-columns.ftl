# Studijní oddělení: co znamenají sloupce souboru.

web-staff-columns-title = Sloupce souboru
web-staff-columns-lead = U každého sloupce vyberte, co v něm je. Sloupce, které vynecháte, se nenačtou.
web-staff-columns-needed = Ještě chybí:
web-staff-columns-example = Například: { $value }
web-staff-columns-no-example = V prvních řádcích je prázdný
web-staff-columns-none = Nenačítat
web-staff-columns-remembered = Výběr si zapamatujeme pro další soubory této jednotky učení.
web-staff-columns-read = Načíst a zkontrolovat
web-staff-columns-rows = Začátek souboru
web-staff-columns-open = Změnit, co znamenají sloupce
web-staff-columns-missing = Některé povinné údaje nemají sloupec. Vyberte ho u každého z nich.
web-staff-columns-missing-one = Údaj „{ $field }“ nemá sloupec. Vyberte, ve kterém je.
web-staff-columns-doubled = Údaj „{ $field }“ je vybrán u dvou sloupců. Ponechte ho jen u jednoho.
