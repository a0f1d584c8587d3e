# Co je špatně se souborem.

file-problem = { $kind ->
    [missing] soubor neexistuje. Opravte cestu, nebo soubor vytvořte
    [denied] účet, pod kterým Signet běží, k němu nemá právo. Změňte vlastníka nebo práva
    [folder] je to složka, ne soubor. Opravte cestu
    [no-folder] část cesty není složka. Opravte cestu
    [exists] soubor už existuje. Zvolte jiný název, nebo soubor odstraňte
    [full] na disku není místo. Uvolněte ho a spusťte příkaz znovu
    [read-only] disk je připojen jen ke čtení. Zvolte jiné místo
    [taken] používá ji už jiný program
    [not-here] tento počítač ji nemá
    [content] jeho obsah je poškozený nebo jiného druhu
    [silent] druhá strana neodpovídá
   *[other] systém hlásí chybu číslo { $code }
}
file-syntax-fault = { $fault ->
    [duplicate] Tento klíč nebo tabulka je zde podruhé. Jeden z výskytů smažte.
    [unquoted] Za rovnítkem má být hodnota. Text musí být v uvozovkách.
    [unclosed] Uvozovka nebo závorka není uzavřena. Uzavřete ji.
    [no-value] Zde má být klíč, rovnítko a hodnota: klíč = hodnota.
    [comma] Mezi položkami seznamu má být právě jedna čárka.
    [key] Klíč smí obsahovat jen písmena bez diakritiky, číslice, spojovníky a podtržítka; jiný klíč musí být v uvozovkách.
    [number] Takto se číslo nezapisuje. Napište jen číslice, bez nul na začátku.
    [too-deep] Tabulky nebo seznamy jsou do sebe vnořeny příliš hluboko.
    [shape] Soubor má obsahovat seznam objektů, pro každou osobu jeden: [ { "{" } … { "}" }, { "{" } … { "}" } ].
    [json] Zápis zde neodpovídá formátu JSON. Zkontrolujte uvozovky, čárky a závorky.
    [csv] Zápis zde neodpovídá formátu CSV. Zkontrolujte uvozovky a oddělovače.
   *[other] Zápis zde neodpovídá formátu TOML. Každý řádek má tvar klíč = hodnota nebo [tabulka]; texty jsou v uvozovkách.
}
