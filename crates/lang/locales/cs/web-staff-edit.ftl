# Psaní textu jednotky učení: seznam oddílů a formulář každého z nich.

## Seznam oddílů

web-staff-edit-title = Text jednotky
web-staff-edit-version = Návrh verze { $version }
web-staff-edit-sections = Oddíly
web-staff-edit-done = hotovo
web-staff-edit-lacks = chybí { $count }
web-staff-edit-does-not-apply = neuplatní se
web-staff-edit-annex = Co musí mikrocertifikát uvádět
web-staff-edit-annex-lead = Příloha I doporučení Rady EU požaduje jedenáct údajů. Ostatní jsou nepovinné. Některé údaje uvádí vaše instituce, běh nebo samotný mikrocertifikát, ne jednotka.
web-staff-edit-annex-count = Povinné údaje: { $there } z { $total }
web-staff-edit-annex-optional = Nepovinné údaje
web-staff-edit-item-there = uvedeno
web-staff-edit-item-absent = chybí
web-staff-edit-item-wrong = opravte
web-staff-edit-item-elsewhere = uvede se samo
web-staff-edit-no-draft = Tato jednotka nemá rozepsaný návrh. Chcete-li ji změnit, založte návrh nové verze; začne textem té poslední.
web-staff-edit-next-version = Založit návrh nové verze
web-staff-edit-handed-in = Text je předložen, proto ho teď nelze měnit. Chcete-li ho upravit, vezměte ho na stránce jednotky zpět.
web-staff-edit-only-read = Text jednotky můžete číst. Měnit ho mohou její garant a studijní oddělení.

## Oddíly

web-staff-edit-section = { $section ->
    [title] Název, druh a fakulta
    [outcomes] Výsledky učení
    [workload] Kredity, hodiny, úroveň a obor
    [assessment] Hodnocení a dohled
    [quality] Zajištění kvality
    [teaching] Způsob účasti, jazyky a předpoklady
    [stacking] Skládání a další informace
   *[catalogue] Katalog a běhy
}
web-staff-edit-section-lead = { $section ->
    [title] Jak se mikrocertifikát jmenuje, co je jednotka zač a kdo ji učí.
    [outcomes] Co absolvent zná a umí. Každý výsledek zvlášť, slovesem ve 3. osobě: Vysvětlí…, Navrhne…
    [workload] Kolik práce jednotka vyžaduje, jak je náročná a do kterého oboru patří.
    [assessment] Čím absolvent prokáže, co se naučil, jak se to hodnotí a jak se ověří, že to byl on.
    [quality] Kdo a podle čeho za kvalitu ručí.
    [teaching] Jak se učí, v jakém jazyce a co je třeba znát předem.
    [stacking] Do čeho se jednotka započítává, z čeho se skládá a co ještě má být v dodatku. Nic z toho není povinné.
   *[catalogue] Kdy se učí a kde se lidé přihlásí. Zájemci to uvidí v katalogu.
}
web-staff-edit-place = Oddíl { $number } z 8
web-staff-edit-save = Uložit a pokračovat
web-staff-edit-save-list = Uložit a zpět na oddíly
web-staff-edit-saved = Text je uložen. Ještě ale není úplný: co chybí, je vypsáno níže. Doplnit to můžete i později.
web-staff-edit-kept = Zatím není nic uloženo. Vaše přihlášení mezitím skončilo, vše, co jste napsali, ale zůstalo ve formuláři. Zkontrolujte to a uložte.
web-staff-edit-choose = Vyberte
web-staff-edit-add = Přidat
web-staff-edit-remove = Odebrat
web-staff-edit-up = Nahoru
web-staff-edit-down = Dolů
web-staff-edit-czech = Česky
web-staff-edit-english = Anglicky
web-staff-edit-fill-czech = Převzít anglické znění jako začátek českého
web-staff-edit-fill-english = Převzít české znění jako začátek anglického
web-staff-edit-advice-noun = Rada: začněte slovesem, které říká, co absolvent udělá: Vysvětlí…, Navrhne…
web-staff-edit-advice-unseen = Rada: zvolte sloveso, jehož výsledek je vidět: místo Rozumí… třeba Vysvětlí…, Porovná…
web-staff-edit-choice = { $value ->
    [parallel] souběžně
    [consecutive] postupně, v uvedeném pořadí
    [yes] ano
   *[no] ne
}

## Dva píší zároveň

web-staff-edit-clash = Čím se oba texty liší
web-staff-edit-clash-lead = Ve formuláři níže je váš text. Převezměte z uloženého, co chcete, a uložte: uloží se to, co bude ve formuláři.
web-staff-edit-clash-theirs = Uloženo mezitím
web-staff-edit-clash-yours = Váš text
web-staff-edit-clash-drop = Zahodit můj text a ukázat uložený

## Přihlášení skončilo


## Samo se ukládá

web-staff-edit-auto-saved = Uloženo
web-staff-edit-auto-signed-out = Vaše přihlášení skončilo, text se proto neuložil. Zůstává zde; stiskněte Uložit a pokračovat.

## Jak se údaje vyplňují

web-staff-edit-hint = { $field ->
    [description] Několik vět pro katalog a mikrocertifikát.
    [faculty] Jen když jednotku učí fakulta nebo ústav.
    [legal-basis] Jen když se liší od toho, co vaše instituce uvádí obvykle.
    [course] Předmět akreditovaného studijního programu, kterým jednotka je.
    [course-set] Dva až čtyřicet předmětů; součet jejich kreditů jsou kredity jednotky.
    [outcomes] Jeden až šedesát. Pořadí je pořadím v mikrocertifikátu.
    [esco] Nepovinné: dovednosti z evropské klasifikace ESCO, adresou a názvem.
    [ects] Číslo, nejvýše se dvěma desetinnými místy, například 3,5.
    [hours] Hodiny práce studenta: 25 až 30 na jeden kredit.
    [nqf] Nepovinné: úroveň národního rámce kvalifikací, kódem z číselníku EU.
    [isced] Obor podle klasifikace ISCED-F 2013: čtyři číslice, například 0542, a jeho název.
    [assessments] Čím absolvent prokáže, co se naučil. Samotná účast nestačí.
    [assessment-code] Nepovinné: krátký název pro sloupec s výsledky, například TEST. Jakmile má jednotka výsledky, neměňte ho.
    [weight] Nepovinné. Má-li váhu jedna část, musí ji mít všechny a součet musí být 100.
    [grades] Stupně od nejlepšího. Aspoň jeden musí znamenat úspěch.
    [supervision] Jak se při hodnocení ověřilo, kdo je skládá.
    [quality] Čím je kvalita jednotky zajištěna nejspíš: vnitřní systém, nebo akreditace.
    [accreditations] Nepovinné: další akreditace a oprávnění.
    [framework] Verze společného rámce českých veřejných vysokých škol, podle níž je jednotka posouzena, například 1.0.
    [languages] Jazyky, ve kterých se učí.
    [prerequisites] Nepovinné: co má uchazeč znát nebo mít předem.
    [activities] Nepovinné: přednášky, cvičení, stáže.
    [stacking] Nepovinné: do jakého většího celku se jednotka započítává.
    [components] Nepovinné: menší mikrocertifikáty, ze kterých se tento skládá. Součet jejich kreditů jsou kredity jednotky.
    [entitlements] Nepovinné: k čemu mikrocertifikát opravňuje.
    [further-information] Nepovinné: cokoli dalšího, co má být v dodatku.
    [documents] Nepovinné: sylabus a jiné veřejné dokumenty.
    [runs] Kdy se jednotka koná. Mikrocertifikát se vydává z běhu.
    [run-id] Malá písmena bez diakritiky, číslice a spojovníky, například 2026-jaro.
    [closed-to] Jen u běhu pro zaměstnance jedné organizace: která to je. V katalogu běh nebude.
    [homepage] Nepovinné: stránka, na které se lidé přihlásí nebo zeptají.
   *[day] Například 1. 9. 2026.
}

## Soubor a rozdíly

web-staff-edit-file = Text jako soubor a co se změnilo
web-staff-edit-file-get = Stáhnout text jako soubor TOML
web-staff-edit-file-take = Nahradit text souborem TOML
web-staff-edit-file-hint = Nejvýše 512 KiB. Nahradí se celý text návrhu; identifikátor a číslo verze zůstanou.
web-staff-edit-file-replace = Nahradit text
web-staff-edit-file-none = Nevybrali jste žádný soubor, nebo je prázdný. Vyberte jeden soubor TOML.
web-staff-edit-file-too-large = Soubor je větší než { $kib } KiB. Text jednotky tak dlouhý být nesmí.
web-staff-edit-difference = Rozdíly proti schválené verzi
web-staff-edit-difference-lead = Návrh je porovnán s verzí { $version }.
web-staff-edit-difference-none = Návrh se od schválené verze v ničem neliší.
web-staff-edit-difference-before = Schválená verze
web-staff-edit-difference-after = Návrh
