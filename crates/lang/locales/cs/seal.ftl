# Pečeti: příkazy správce pečeti.

seal-which-key = Pečeť potřebuje právě jedno z: key, [seal.pkcs11] nebo [seal.remote]. Tato má { $found }.
seal-needs-chain = Pečeť, jejíž klíč není v souboru, potřebuje nastavení chain: soubor PEM s certifikátem pečeti na prvním místě.
seal-secret-missing = Tajemství { $name } chybí. Nastavte proměnnou prostředí, nebo je nechte předat správcem služeb.
seal-key-id = Nastavení key_id není v šestnáctkové soustavě: { $id }.

web-trouble-stopped = Správce pečeti pečetění zastavil. Záznam čeká.

seal-unknown = Žádná nastavená pečeť nezačíná na { $beginning }. SHA-256 každé z nich ukáže „signet seal status“; uveďte z něj aspoň šest znaků.
seal-reason = Je třeba uvést důvod, nejvýše { $max } znaků na jednom řádku: --reason.
seal-stopped-one = Zastaveno. Žádný proces nad tímto registrem jí od dalšího mikrocertifikátu nezapečetí. Pokračovat může po „signet seal start“.
seal-stopped-all = Zastaveno. Žádný proces nad tímto registrem od dalšího mikrocertifikátu nic nezapečetí. Pokračovat může po „signet seal start“.
seal-not-stopped = Takové zastavení tu není. Co je zastaveno, ukáže „signet seal status“; co bylo zastaveno s --seal, spouští se s --seal.
seal-mandate-written = { $file }: zapečetěné pověření, které { $awarding } dává pečetícímu { $sealing }. Předejte mu je: nese je každý mikrocertifikát zapečetěný za { $awarding } („sealed_mandate“ v souboru instituce).
seal-mandate-wrong = Takové pověření vydat nelze: musí určit někoho jiného než { $awarding }, jeho identifikátor (například NTRCZ-12345678) a název, a nesmí skončit dřív, než začne.
seal-mandate-import = { $file } není pověření, podle něhož { $sealing } pečetí za { $awarding }. Vytvoří je příkaz „signet seal mandate“ u { $awarding }; v souboru instituce je určuje „[sealed_by] sealed_mandate“.
seal-started = Pečetění pokračuje. Co čekalo, zkusí se hned znovu.
seal-kind-file = klíč v souboru
seal-kind-pkcs11 = klíč v hardwarovém modulu (PKCS#11)
seal-kind-remote = klíč u vzdálené pečetní služby (CSC)
seal-validity = { $days ->
    [one] Certifikát platí od { $from } do { $until }; zbývá { $days } den.
    [few] Certifikát platí od { $from } do { $until }; zbývají { $days } dny.
   *[other] Certifikát platí od { $from } do { $until }; zbývá { $days } dní.
}
seal-its-turn = Nyní pečetí.
seal-not-its-turn = Nyní nepečetí. Je na řadě od { $from }.
seal-is-stopped = Zastaveno { $at }, zastavil(a) { $by }: { $reason }
seal-key-answers = Klíč odpovídá.
seal-key-silent = Klíč neodpovídá: { $problem }
seal-no-stamps = Není nastavena autorita časových razítek: pečeti neprokazují, kdy vznikly.
seal-not-tried = zatím bez pokusu
seal-why = { $code ->
    [no-seal] no-seal: pro toho, kdo pečetí, není nastavena žádná [[seal]]
    [seal-stopped] seal-stopped: správce pečeť zastavil
    [seal-expired] seal-expired: platnost certifikátu pečeti skončila
    [seal-not-yet] seal-not-yet: certifikát pečeti ještě neplatí, nebo na něj nepřišla řada
    [seal-key] seal-key: klíč tu není, nebo nepodepisuje
    [seal-pin] seal-pin: token odmítá PIN nebo je zamčen; napravte to a spusťte Signet znovu
    [seal-token] seal-token: token tu není, nebo hardwarový modul neodpovídá
    [seal-service] seal-service: pečetní služba neodpovídá
    [seal-refused] seal-refused: pečetní služba odmítá
    [seal-awaited] seal-awaited: pečetní služba žádost přijala a ještě neodpověděla
    [seal-wrong] seal-wrong: co se vrátilo, není podpis klíče z certifikátu
    [seal-form] seal-form: nepodařilo se vytvořit podobu pečeti
    [stamp-address] stamp-address: na adresu autority časových razítek se nesmí
    [stamp-unreachable] stamp-unreachable: autorita časových razítek neodpovídá
    [stamp-refused] stamp-refused: autorita časových razítek odmítá
    [unprintable] unprintable: jméno má znaky, které písma dokumentu nemají
    [not-ready] not-ready: zkouška nanečisto neobstála
    [does-not-hold] does-not-hold: zapečetěný soubor neobstál
    [disk-full] disk-full: na disku registru není místo
    [register] register: selhala databáze nebo složka artefaktů
   *[other] { $code }
}
seal-why-stopped = seal-stopped: správce pečeť zastavil: { $reason }
seal-work-credential = mikrocertifikát
seal-work-document = dokument
seal-work-status-list = seznam stavů
seal-work-mandate = pověření
seal-work-probe = zkouška
seal-doctor-thirty = Pečeť { $name }: certifikát končí { $until }, do 30 dnů. Následující by už měl být zde.
seal-doctor-seven = Pečeť { $name }: certifikát končí { $until }, do týdne. Potom budou všechny záznamy čekat.
seal-doctor-not-yet = Pečeť { $name }: certifikát platí teprve od { $from }.

help-seal = Co potřebuje správce pečeti
help-seal-status = Ukáže každou pečeť: klíč, certifikát, zda je na řadě a odpovídá, a co čeká
help-seal-status-json = Vypíše to jako JSON
help-seal-log = Vypíše každé použití klíče pečeti od nejstaršího
help-seal-log-since = Jen od tohoto okamžiku (2026-01-31T12:00:00Z)
help-seal-log-seal = Jen tuto pečeť: začátek SHA-256 jejího certifikátu
help-seal-log-json = Vypíše na každý řádek jeden objekt JSON
help-seal-mandate = Zapečetí pověření, že mikrocertifikáty této instituce pečetí někdo jiný
help-seal-mandate-institution = Instituce, která je dává; netřeba, je-li v registru jediná
help-seal-mandate-sealer = Identifikátor pečetícího, jak ho má jeho certifikát (NTRCZ-12345678)
help-seal-mandate-sealer-name = Jeho název podle práva
help-seal-mandate-from = První den; jinak dnešek
help-seal-mandate-until = Den, kdy už neplatí; bez něj konec stanoven není
help-seal-mandate-out = Soubor, který se zapíše
help-seal-stop = Zastaví pečetění ve všech procesech nad registrem
help-seal-stop-reason = Proč; uchová se a ukazuje ve stavu
help-seal-stop-seal = Jen tuto pečeť: začátek SHA-256 jejího certifikátu
help-seal-start = Nechá pečetění pokračovat
help-seal-start-reason = Proč; uchová se
help-seal-start-seal = Pečeť, která byla zastavena sama
