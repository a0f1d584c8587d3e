# Co je podle formátu v pořádku, ale nedává smysl, odporuje si, nebo v osvědčení nemá být.
format-sense-ends-before-start = Platnost končí („{ $found }“) dříve, než začíná („{ $expected }“).
format-sense-dates-differ = Údaje „{ $expected }“ a „{ $found }“ znamenají totéž, ale liší se.
format-sense-award-after-issue = Mikrocertifikát byl vydán dříve, než byl udělen.
format-sense-period = Údaj „{ $found }“ předchází údaji „{ $expected }“, po kterém má následovat.
format-sense-result-before-activity = Výsledek hodnocení je starší než začátek vzdělávání.
format-sense-birth-date = Datum narození je pozdější než udělení nebo vydání.
format-sense-not-in-force = Akreditace v den udělení neplatila.
format-sense-credit-points = Počet kreditů „{ $found }“ není nezáporné číslo.
format-sense-credit-hours = Počet kreditů ECTS ({ $expected }) a počet hodin ({ $found }) si neodpovídají: kredit znamená 25 až 30 hodin studijní zátěže.
format-sense-credit-received = Získané kredity ({ $found }) se liší od kreditů, které má absolvovaný celek ({ $expected }).
format-sense-credit-parts = Součet kreditů částí je { $found }, celek jich však má { $expected }.
format-sense-credit-range = Mikrocertifikát má obvykle 1 až 60 kreditů ECTS; zde je uvedeno { $found }.
format-sense-empty-duration = Doba musí být delší než nula.
format-sense-level-differs = Úroveň EQF { $expected } neodpovídá údaji „{ $found }“.
format-sense-grading-scheme = U dosaženého hodnocení není uvedena stupnice, a proto nelze zjistit, co znamená.
format-sense-shortened-grading = Podíly horších, stejných a lepších výsledků mají být od 0 do 100 a jejich součet má být 100; zde je { $found }.
format-sense-primary-language = Text chybí v hlavním jazyce osvědčení ({ $expected }).
format-sense-legal-name-language = Úřední název není uveden v hlavním jazyce osvědčení ({ $expected }).
format-sense-implausible-name = Uvedený text není jméno ani název.
format-sense-display-language = Jazyky, ve kterých se osvědčení zobrazuje, si neodpovídají ({ $found }): hlavní jazyk má být jedním z nich a mít své zobrazení a žádný jazyk nemá mít dvě zobrazení.
format-sense-file-content = Obsah vloženého souboru neodpovídá uvedenému druhu ({ $expected }).
format-sense-file-size = Vložený soubor je neobvykle velký ({ $found } kB); jiné programy ho nemusí přijmout.
format-sense-birth-number = Toto je zřejmě rodné číslo. Do mikrocertifikátu nepatří.
format-sense-national-id = Osvědčení obsahuje státem přidělené číslo osoby; kdo osvědčení uvidí, uvidí i toto číslo.
format-sense-more-than-needed = Údaj „{ $found }“ prozrazuje o držiteli víc, než je k posouzení osvědčení třeba.

# Kolik z přílohy I doporučení Rady 2022/C 243/02 osvědčení uvádí.
format-sense-completeness = Údaje mikrocertifikátu podle přílohy I: povinné { $mandatory } z { $mandatorytotal }, nepovinné { $optional } z { $optionaltotal }.
format-sense-lacking = Chybí: { $items }.
