# signet init: začátek s vlastní institucí.

init-help = Připraví vlastní instituci: vytvoří nastavení, instituci, jednotku učení, výsledky a zkušební klíč, které k sobě patří
init-help-folder = Složka, do které se zapíše; nic v ní se nepřepíše
init-help-name = Český název instituce
init-help-name-en = Anglický název instituce
init-help-company-number = IČO instituce
init-help-id = Identifikátor instituce v adresách; jinak se odvodí z názvu
init-occupied = Nic nebylo zapsáno, protože tyto soubory už existují: { $files }. Zvolte jinou složku: signet init SLOŽKA
init-name-en = Uveďte i anglický název: --name-en
init-done = Ve složce { $folder } je vše potřebné k vydání prvního mikrocertifikátu:
init-settings = nastavení
init-institution = vaše instituce: doplňte sídlo, kontakt a právní základ
init-unit = ukázková jednotka učení
init-results = výsledky dvou smyšlených osob
init-seal = zkušební pečeť vaší instituce a kořen, ke kterému vede
init-attestation = zkušební klíč, který podepisuje prohlášení o obsahu
init-link-key = tajný klíč odkazů
init-next = Další kroky:
init-test = Vše, co tato pečeť zapečetí, je zkušební: NEPLATNÉ – ZKUŠEBNÍ.
