# signet-verify: soubory, složky a soubory ZIP najednou

verifier-help = Ověří zapečetěné mikrocertifikáty bez cizího serveru.
verifier-help-anchors = Kořeny (PEM), kterým se důvěřuje
verifier-help-lists = Složka s důvěryhodnými seznamy EU, jak ji ukládá „signet trust update“
verifier-help-reach = Kam se smí pro seznamy zneplatněných a certifikáty: na veřejné adresy, jen na tento počítač, kamkoli
verifier-nobody-trusted = Nedůvěřuje se žádné autoritě, takže pečeť nelze ověřit. Uveďte složku důvěryhodných seznamů (--lists) nebo kořeny (--anchors).
verifier-lists = Důvěryhodné seznamy EU stažené { $at } ({ $many ->
    [one] { $many } seznam
    [few] { $many } seznamy
   *[other] { $many } seznamů
 }).
verifier-no-lists = Ve složce { $folder } nejsou žádné důvěryhodné seznamy. Stáhněte je příkazem „signet trust update“.
verifier-zip-broken = Soubor ZIP { $file } je poškozený nebo neúplný.
verifier-member-broken = Tuto část souboru ZIP nelze rozbalit.
verifier-unpacks-too-much = Soubory ZIP se rozbalují na příliš mnoho dat. Ověřte je po částech.
verifier-too-many = Souborů je příliš mnoho. Najednou jich lze ověřit nejvýše { $max }.
verifier-nothing = Není co ověřit: složky ani soubory ZIP neobsahují žádný soubor .jsonld, .json ani .pdf.
verifier-unreadable = Nelze přečíst
verifier-together = { $many ->
    [one] { $many } soubor:
    [few] { $many } soubory:
   *[other] { $many } souborů:
 }
verifier-count = { $verdict }: { $many }
verifier-skipped = { $many ->
    [one] { $many } další soubor se neověřoval, protože to podle názvu není .jsonld, .json ani .pdf.
    [few] { $many } další soubory se neověřovaly, protože to podle názvu nejsou .jsonld, .json ani .pdf.
   *[other] { $many } dalších souborů se neověřovalo, protože to podle názvu nejsou .jsonld, .json ani .pdf.
 }
verifier-column-file = Soubor
verifier-column-verdict = Výsledek
verifier-column-reason = Důvod
verifier-column-holder = Držitel
verifier-column-title = Název
verifier-column-sealed-by = Zapečetil
verifier-column-sealed-at = Zapečetěno
verifier-column-credential = Identifikátor
verifier-column-sha256 = SHA-256
