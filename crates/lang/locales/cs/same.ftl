# Srovnání souborů: zda jde o stejný mikrocertifikát, položku po položce.

same-verdict = { $verdict ->
    [one-record] STEJNÝ MIKROCERTIFIKÁT. Vydavatel to uvádí a soubory se shodují ve všech položkách.
    [content-agrees] OBSAH SE SHODUJE. Vydavatel ale neuvádí, že jde o stejný mikrocertifikát.
    [different] NENÍ TO STEJNÝ MIKROCERTIFIKÁT.
   *[cannot-tell] NELZE ROZHODNOUT, zda jde o stejný mikrocertifikát.
}
same-reason = Důvod: { $reason }
same-no-credential = Soubor { $file } neobsahuje mikrocertifikát, který by bylo možné přečíst.
same-item-differs = Liší se položka „{ $item }“. { $first }: { $one }. { $second }: { $other }.
same-root-broken = Obsah souboru { $file } neodpovídá jeho otisku obsahu.
same-roots-differ = Soubory { $first } a { $second } mají různé otisky obsahu.
same-sealers-differ = Soubory { $first } a { $second } zapečetily různé organizace: { $one } a { $other }.
same-sealer-unknown = Kdo zapečetil soubor { $file }, nelze určit.
same-rootless = { $kind ->
    [closed] Soubor { $file } má otisk obsahu, ale neobsahuje údaje, ze kterých by ho bylo možné znovu spočítat.
    [unreadable] Soubor { $file } má otisk obsahu, který nelze přečíst.
   *[absent] Soubor { $file } nemá otisk obsahu.
}
same-file = { $outcome ->
    [holds] { $file }: platný
    [fails] { $file }: neplatný
    [test] { $file }: zkušební pečeť, nic nedokazuje
   *[open] { $file }: nelze úplně ověřit
}
same-file-root = otisk obsahu { $root }
same-file-root-none = bez otisku obsahu
same-items = Shodné položky: { $same } z { $total }.
same-item-verdict = { $verdict ->
    [same] shoduje se
    [differs] liší se
   *[not-carried] nelze srovnat: některý ze souborů mikrocertifikát neobsahuje
}
same-unsaid = neuvedeno
same-too-few = Vyberte ke srovnání nejméně dva soubory.
same-too-many = Najednou lze srovnat nejvýše { $max } souborů.
same-unreadable = Soubor { $file } nelze přečíst. { $reason }

# Položky mikrocertifikátu, jak se srovnávají.
same-item = { $item ->
    [holder_name] jméno držitele
    [birth_date] datum narození
    [birth_place] místo narození
    [title] název mikrocertifikátu
    [description] popis
    [issuing_country] země vydavatele
    [awarding_body] udělující subjekt
    [awarding_body_contact] sídlo a spojení udělujícího subjektu
    [faculty] fakulta
    [issued] čas vydání
    [awarded] datum udělení
    [outcomes] výsledky učení
    [ects] kredity ECTS
    [hours] hodiny studijní zátěže
    [eqf] úroveň EQF
    [nqf] úroveň národního rámce
    [field] obor vzdělávání
    [assessment] způsob hodnocení
    [participation] způsob účasti
    [quality] zajištění kvality
    [prerequisites] vstupní požadavky
    [supervision] dohled a ověření totožnosti
    [grade] dosažené hodnocení
    [grading_scale] hodnoticí stupnice
    [assessor] hodnotitel
    [stacking] možnosti skládání
    [parts] části a jejich výsledky
    [entitlements] k čemu opravňuje
    [further_information] další informace
    [documents] související dokumenty
    [languages] jazyk výuky
    [period] termín vzdělávání
    [activities] jednotlivé činnosti
    [identifier] jedinečný identifikátor
    [unit] jednotka učení
    [programme] studijní program
    [legal_basis] právní základ
    [replaces] nahrazený mikrocertifikát
    [sealing_body] pečetící organizace
   *[mandate] pověření k pečetění
}

same-help = Zkontroluje položku po položce, zda soubory obsahují stejný mikrocertifikát
same-help-files = Soubory .jsonld a .pdf, nejméně dva
same-help-json = Vypíše srovnání jako JSON
same-help-after = Návratové kódy: 0 stejný mikrocertifikát a každý soubor platí, 1 není to stejný nebo některý soubor neplatí, 2 nelze rozhodnout nebo to vydavatel neuvádí, 64 chybné použití, 65 nečitelný soubor, 66 soubor neexistuje.

# Podepsané prohlášení o obsahu.
same-statement-name = Prohlášení o obsahu mikrocertifikátu
same-statement-about = Otisky všech položek jednoho mikrocertifikátu a otisk jeho obsahu. O nikom nic neříká; kdo má soubor mikrocertifikátu, ověří s ním položku po položce.

# Srovnání na stránce.
same-page-verdict = { $verdict ->
    [one-record] Stejný mikrocertifikát
    [content-agrees] Obsah se shoduje
    [different] Různé mikrocertifikáty
   *[cannot-tell] Nelze rozhodnout
}
same-page-verdict-text = { $verdict ->
    [one-record] Vydavatel uvádí, že jde o stejný mikrocertifikát, a soubory se shodují ve všech položkách.
    [content-agrees] Vydavatel ale neuvádí, že jde o stejný mikrocertifikát.
    [different] Nejde o stejný mikrocertifikát.
   *[cannot-tell] Nelze zjistit, zda jde o stejný mikrocertifikát.
}
same-page-title = Srovnání souborů
same-page-files = Každý soubor zvlášť
same-page-whole-report = Podrobný výsledek zobrazíte, když ověříte každý soubor samostatně.
same-page-one-record-only = Zda jsou soubory platné, uvádí výsledek u každého z nich.
same-upload-hint = Vyberete-li dva a více souborů, srovnáme, zda jde o stejný mikrocertifikát.
same-too-large = Soubory mají dohromady více než { $limit } MB. Vyberte prosím méně souborů nebo menší soubory.
same-too-much = Tyto soubory nelze srovnat: dohromady vyžadují více času nebo paměti, než kolik jedno ověření smí dostat. Ověřte prosím každý soubor samostatně.
