# Co je podle formátu v pořádku, ale nedává smysl, odporuje si, nebo v certifikátu nemá být.
format-sense-ends-before-start = Platnost končí („{ $found }“) dříve, než začíná („{ $expected }“).
format-sense-dates-differ = Údaje „{ $expected }“ a „{ $found }“ znamenají totéž, ale liší se.
format-sense-award-after-issue = Certifikát byl vydán dříve, než byl výsledek udělen.
format-sense-period = Údaj „{ $found }“ předchází údaji „{ $expected }“, po kterém má následovat.
format-sense-result-before-activity = Výsledek hodnocení je starší než začátek vzdělávání.
format-sense-birth-date = Datum narození je pozdější než udělení nebo vydání.
format-sense-not-in-force = Akreditace v den udělení neplatila.
format-sense-credit-points = Počet kreditů „{ $found }“ není číslo od nuly výš.
format-sense-credit-hours = Počet kreditů ECTS ({ $expected }) a počet hodin ({ $found }) si neodpovídají: kredit znamená 25 až 30 hodin práce.
format-sense-credit-received = Získané kredity ({ $found }) se liší od kreditů, které má absolvovaný celek ({ $expected }).
format-sense-credit-parts = Kredity částí dávají dohromady { $found }, celek jich však má { $expected }.
format-sense-credit-range = Mikrocertifikát má obvykle 1 až 60 kreditů ECTS; zde je jich { $found }.
format-sense-empty-duration = Doba má být delší než nula.
format-sense-level-differs = Úroveň EQF { $expected } neodpovídá údaji „{ $found }“.
format-sense-grading-scheme = U dosaženého hodnocení není uvedena stupnice, a proto nelze poznat, co znamená.
format-sense-shortened-grading = Podíly horších, stejných a lepších výsledků mají být od 0 do 100 a dohromady dát 100; zde dávají { $found }.
format-sense-primary-language = Text chybí v hlavním jazyce certifikátu ({ $expected }).
format-sense-legal-name-language = Úřední název není uveden v hlavním jazyce certifikátu ({ $expected }).
format-sense-implausible-name = Zde stojí něco, co není názvem ani jménem.
format-sense-display-language = Jazyky, ve kterých se certifikát zobrazuje, si neodpovídají ({ $found }): hlavní jazyk má být mezi nimi a mít svou podobu a žádný jazyk nemá mít podoby dvě.
format-sense-file-content = Obsah vloženého souboru není tím, čím se nazývá ({ $expected }).
format-sense-file-size = Vložený soubor je neobvykle velký ({ $found } kB); jiné programy ho nemusí přijmout.
format-sense-birth-number = Zde zřejmě stojí rodné číslo. Do certifikátu nepatří.
format-sense-national-id = Certifikát obsahuje státem přidělené číslo osoby; kdo certifikát uvidí, uvidí i to číslo.
format-sense-more-than-needed = Údaj „{ $found }“ o držiteli prozrazuje víc, než je k posouzení certifikátu třeba.

# Kolik z přílohy I doporučení Rady 2022/C 243/02 certifikát uvádí.
format-sense-completeness = Údaje mikrocertifikátu podle přílohy I: povinné { $mandatory } z { $mandatorytotal }, nepovinné { $optional } z { $optionaltotal }.
format-sense-lacking = Chybí: { $items }.
