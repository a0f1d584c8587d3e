# signet init: začátek s vlastní institucí.

init-help = Začne s vlastní institucí: založí nastavení, instituci, jednotku učení, výsledky a zkušební klíč, které k sobě patří
init-help-folder = Složka, do které se zapíše; nic v ní se nepřepíše
init-help-name = Český název instituce
init-help-name-en = Anglický název instituce
init-help-company-number = IČO instituce
init-help-id = Identifikátor instituce v adresách; jinak se odvodí z názvu
init-occupied = Nic nebylo zapsáno, protože tyto soubory už existují: { $files }. Zvolte jinou složku: signet init SLOŽKA
init-name-en = K českému názvu patří i anglický: --name-en
init-done = Ve složce { $folder } je vše, co je třeba k prvnímu mikrocertifikátu:
init-settings = nastavení
init-institution = vaše instituce: doplňte sídlo, kontakt a právní základ
init-unit = jednotka učení na ukázku
init-results = výsledky dvou smyšlených lidí
init-seal = zkušební pečeť vaší instituce a kořen, ke kterému vede
init-link-key = tajný klíč odkazů
init-next = Pokračujte:
init-trial = Vše, co tato pečeť zapečetí, je zkušební: NEPLATNÉ – ZKUŠEBNÍ.
