# Číselníky EU.
vocab-help = Číselníky EU: co v nich je, hledání podle názvu a kontrola identifikátorů
vocab-help-list = Vypíše číselníky, nebo položky jednoho z nich
vocab-help-scheme-listed = Číselník, například eqf nebo isced-f; bez něj se vypíšou všechny číselníky
vocab-help-find = Hledá položky podle názvu; na velikosti písmen a na diakritice nezáleží
vocab-help-words = Slova nebo jejich začátky, která musí název obsahovat, nebo kód
vocab-help-scheme = Jen v tomto číselníku, například isced-f
vocab-help-language = Jen v názvech v tomto jazyce
vocab-help-check = U každého identifikátoru uvede, do kterého číselníku patří a zda v něm je
vocab-help-uris = Identifikátory, například http://data.europa.eu/snb/eqf/6
vocab-help-json = Vypíše výsledek jako JSON
vocab-help-after-find = Návratové kódy: 0 něco se našlo, 1 nenašlo se nic, 64 chybné použití.
vocab-help-after-check = Návratové kódy: 0 všechny identifikátory v číselnících jsou, 1 některý v číselníku není, 2 u některého to nelze zjistit, 64 chybné použití.

vocab-name = { $scheme ->
    [accreditation] typy akreditace a zajištění kvality
    [learning-activity] typy vzdělávacích činností
    [atu] územní jednotky
    [assessment] typy hodnocení
    [claim-type] typy tvrzení
    [country] země a území
    [credential] druhy osvědčení
    [education-credit] kreditové systémy
    [currency] měny
    [encoding] kódování vložených souborů
    [entitlement] typy oprávnění
    [entitlement-status] stavy oprávnění
    [eqf] úrovně Evropského rámce kvalifikací
    [occupation] povolání ESCO
    [skill] dovednosti ESCO
    [evidence-type] typy dokladů
    [file-type] typy souborů
    [grade-status] stavy hodnocení
    [isced-f] obory vzdělávání ISCED-F 2013
    [language] jazyky
    [learning-schedule] rozvržení výuky
    [learning-setting] formální a neformální vzdělávání
    [learning-assessment] formy vzdělávání a hodnocení
    [learning-opportunity] typy vzdělávacích příležitostí
    [qdr] národní rámce kvalifikací a jejich úrovně
    [human-sex] pohlaví
    [skill-reuse-level] dosah dovedností
    [skill-type] znalosti a dovednosti
    [supervision-verification] dohled a ověření totožnosti při hodnocení
    [target-group] cílové skupiny
    [verification] co kontroluje ověření EU
   *[verification-status] výsledky ověření EU
}
vocab-size = { $edition ->
    [closed] úplný, položek: { $count }
    [growing] úplný k vydání této verze, položek: { $count }
    [partial] jen část, položek: { $count }
   *[not-kept] neuchovává se
}
vocab-no-such-scheme = Číselník „{ $scheme }“ zde není. Možnosti: { $known }.
vocab-nothing-found = V číselnících nebylo nic nalezeno.
vocab-known = { $uri }: { $label } ({ $name })
vocab-unknown = { $uri }: v číselníku není ({ $name })
vocab-unlisted = { $uri }: v naší verzi číselníku není ({ $name })
vocab-malformed = { $uri }: kód nemá tvar, jaký mají kódy tohoto číselníku ({ $name })
vocab-unchecked = { $uri }: patří do číselníku, který neuchováváme celý ({ $name })
vocab-scheme-itself = { $uri }: toto je sám číselník ({ $name })
vocab-foreign = { $uri }: nepatří do žádného známého číselníku
