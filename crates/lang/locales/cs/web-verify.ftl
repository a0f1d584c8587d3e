# Ověření souboru: nahrání a tři otázky.

web-verify-title = Ověření mikrocertifikátu
web-verify-lead = Nahrajte soubor, který jste dostali od držitele. Ověříme mikrocertifikát kterékoli vysoké školy, nejen té, která používá tuto službu.
web-verify-choose = Vyberte soubor .jsonld nebo .pdf, nebo ho sem přetáhněte
web-verify-hint = Nejvýše { $limit } MB. Na názvu souboru nezáleží.
web-verify-button = Ověřit soubor
web-verify-nothing-kept = Soubor ani výsledek neukládáme.
web-verify-three = Tři otázky, tři odpovědi
web-verify-elsewhere = Ověření jinde
web-verify-elsewhere-text = Datový soubor .jsonld lze ověřit také na portálu Europass nebo jiným nástrojem pro European Digital Credentials for Learning. Pečeť mají posoudit stejně; o zneplatnění se však Europass nemusí dozvědět.
web-verify-another = Ověřit jiný soubor
web-verify-no-file = Nevybrali jste žádný soubor. Vyberte ho a zkuste to znovu.
web-verify-empty = Soubor je prázdný. Vyberte prosím jiný.
web-verify-too-large = Soubor je větší než { $limit } MB. Mikrocertifikáty bývají menší než 1 MB, vyberte prosím správný soubor.
web-verify-unreadable = V souboru jsme nenašli mikrocertifikát. { $reason }
web-verify-broken-upload = Soubor se nenahrál celý. Zkuste to prosím znovu.
web-verify-several-files = Formulář obsahuje víc souborů, ale ověřit lze právě jeden. Pošlete ho jako část „file“.
web-verify-busy = Právě ověřujeme příliš mnoho souborů. Nahrajte prosím svůj soubor za chvíli znovu; nic z něj jsme si neponechali.
web-verify-hasty = Z vaší adresy přišlo v krátké době příliš mnoho souborů náročných na ověření. Zkuste to prosím za minutu znovu.
web-verify-too-much = Tento soubor nelze ověřit: vyžaduje více času nebo paměti, než kolik jeden soubor smí dostat. Takový soubor bývá poškozený nebo vytvořený tak, aby uškodil. Požádejte toho, kdo vám ho dal, o původní soubor od vydavatele.
web-verify-format = Formát
web-verify-format-about = Je soubor úplný a odpovídá evropskému standardu?
web-verify-seal = Pečeť
web-verify-seal-about = Kdo soubor zapečetil? Nebyl od té doby změněn?
web-verify-validity = Platnost
web-verify-validity-about = Platí mikrocertifikát stále, nebo byl zneplatněn, nahrazen či mu skončila platnost?
