# Studijní oddělení: nahrání výsledků.

web-staff-sheet-title = Vydat podle výsledků
web-staff-sheet-unit = Jednotka učení
web-staff-sheet-unit-choose = Vyberte…
web-staff-sheet-file = Soubor s výsledky
web-staff-sheet-file-hint = Sešit XLSX nebo ODS, CSV (v kódování UTF-8, nebo jak ho ukládá český Excel), nebo JSON; nejvýše { $limit } MB.
web-staff-sheet-windows = Soubor byl podle svých nadpisů přečten v kódování Windows-1250. Zkontrolujte prosím písmena ve jménech.
web-staff-sheet-check = Zkontrolovat
web-staff-sheet-check-note = Soubor nejprve jen zkontrolujeme, nic se nevydá.
web-staff-sheet-no-unit = Vyberte jednotku učení.
web-staff-sheet-no-file = Vyberte soubor s výsledky.
web-staff-sheet-several-files = Najednou lze načíst jen jeden soubor s výsledky. Vyberte jeden soubor.
web-staff-sheet-own-row = Tento výsledek je váš vlastní, vydat ho musí kolega.
web-staff-sheet-too-large = Soubor je větší než { $limit } MB. Rozdělte ho prosím na menší.
web-staff-sheet-unusable = Soubor nelze zpracovat. { $reason }
web-staff-sheet-workbook = Načten byl list „{ $sheet }“. Čísla řádků jsou jeho řádky.
web-staff-sheet-workbook-others = Další listy se nečetly: { $sheets }
web-staff-sheet-workbook-hidden = Skryté listy se nečetly: { $count }
web-staff-sheet-workbook-formulas = Vzorce se nepočítaly, platí jejich naposledy uložené hodnoty. Buňky se vzorcem: { $count }
