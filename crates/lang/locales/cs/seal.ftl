# Pečeti: příkazy správce pečeti.

seal-which-key = Pečeť vyžaduje právě jedno z nastavení key, [seal.pkcs11] a [seal.remote]; zde jich je { $found }.
seal-needs-chain = Pečeť, jejíž klíč není v souboru, vyžaduje nastavení chain: soubor PEM, ve kterém je certifikát pečeti na prvním místě.
seal-secret-missing = Tajemství { $name } chybí. Nastavte proměnnou prostředí, nebo ho předejte správcem služeb.
seal-key-id = Nastavení key_id musí být v šestnáctkové soustavě; uvedeno je { $id }.

seal-unknown = Žádná nastavená pečeť nezačíná na { $beginning }. Použijte aspoň prvních šest znaků hodnoty SHA-256, kterou vypíše „signet seal status“.
seal-reason = Uveďte důvod volbou --reason, nejvýše { $max } znaků na jednom řádku.
seal-stopped-one = Pečetění touto pečetí je zastaveno ve všech procesech registru; rozpracovaný mikrocertifikát se ještě dokončí. Znovu ho spustí „signet seal start“.
seal-stopped-all = Veškeré pečetění je zastaveno ve všech procesech registru; rozpracovaný mikrocertifikát se ještě dokončí. Znovu ho spustí „signet seal start“.
seal-not-stopped = Nic takového zastaveno není. Co je zastaveno, ukáže „signet seal status“; co bylo zastaveno s --seal, spustíte s --seal.
seal-mandate-written = { $file }: zapečetěné pověření. Pověřuje { $awarding }, pečetit bude { $sealing }. Soubor předejte pečetící organizaci: bude v každém mikrocertifikátu, který za pověřující instituci zapečetí („sealed_mandate“ v souboru instituce).
seal-mandate-wrong = Takové pověření nelze vydat: pověřený musí být někdo jiný než { $awarding }, musí mít název a identifikátor (například NTRCZ-12345678) a pověření nesmí skončit dřív, než začne.
seal-mandate-import = Soubor { $file } nelze použít jako pověření, podle něhož { $sealing } pečetí za instituci { $awarding }: { $reason ->
    [not-a-statement] není to zapečetěné pověření.
    [other-bodies] uvádí jiné organizace.
    [no-authority] jeho pečeť nepotvrzuje žádná autorita, které tento registr důvěřuje. Důvěryhodné seznamy stáhne „signet trust update“.
    [another-author] nezapečetila ho sama pověřující instituce.
    [test] jedna z obou pečetí je zkušební a druhá ne.
    [ended] jeho platnost skončila.
   *[seal] jeho pečeť neplatí.
} Pověření vytvoří pověřující instituce příkazem „signet seal mandate“; v souboru instituce ho uvádí „[sealed_by] sealed_mandate“.
seal-started = Pečetění pokračuje. Záznamy, které čekaly, se hned zkusí znovu.
seal-kind-file = klíč v souboru
seal-kind-pkcs11 = klíč v hardwarovém modulu (PKCS#11)
seal-kind-remote = klíč u vzdálené pečetní služby (CSC)
seal-validity = { $days ->
    [one] Certifikát platí od { $from } do { $until }; zbývá { $days } den.
    [few] Certifikát platí od { $from } do { $until }; zbývají { $days } dny.
   *[other] Certifikát platí od { $from } do { $until }; zbývá { $days } dní.
}
seal-its-turn = Nyní pečetí.
seal-not-its-turn = Nyní nepečetí. Na řadě je (nebo byla) od { $from }.
seal-is-stopped = Zastaveno { $at }, zastavil(a) { $by }: { $reason }
seal-key-answers = Klíč odpovídá.
seal-key-silent = Klíč neodpovídá: { $problem }
seal-no-stamps = Není nastavena autorita časových razítek: pečeti nebudou prokazovat, kdy vznikly.
seal-not-tried = zatím nevyzkoušeno
seal-why = { $code ->
    [no-seal] no-seal: pro pečetící organizaci není nastavena žádná [[seal]]
    [seal-stopped] seal-stopped: správce pečeti pečetění zastavil
    [seal-expired] seal-expired: certifikátu pečeti skončila platnost
    [seal-not-yet] seal-not-yet: certifikát pečeti ještě neplatí, nebo na něj nepřišla řada
    [seal-key] seal-key: klíč není k dispozici, nebo jím nelze podepsat
    [seal-pin] seal-pin: token odmítá PIN, nebo je zamčený; opravte to a spusťte Signet znovu
    [seal-token] seal-token: token není k dispozici, nebo hardwarový modul neodpovídá
    [seal-service] seal-service: pečetní služba neodpovídá
    [seal-refused] seal-refused: pečetní služba žádost odmítla
    [seal-awaited] seal-awaited: pečetní služba žádost přijala a ještě neodpověděla
    [seal-wrong] seal-wrong: odpověď není podpisem klíče, ke kterému patří certifikát
    [seal-form] seal-form: pečeť se nepodařilo sestavit
    [evidence-missing] evidence-missing: chybějí údaje o zneplatnění, které úroveň pečeti vyžaduje
    [stamp-address] stamp-address: adresa autority časových razítek není dovolena
    [stamp-unreachable] stamp-unreachable: autorita časových razítek neodpovídá
    [stamp-refused] stamp-refused: autorita časových razítek žádost odmítla
    [unprintable] unprintable: jméno má znaky, které písma dokumentu neobsahují
    [not-ready] not-ready: záznam neprošel závěrečnou kontrolou
    [does-not-hold] does-not-hold: zapečetěný soubor neprošel ověřením
    [batch-stopped] batch-stopped: dávka byla zastavena na stránkách studijního oddělení
    [disk-full] disk-full: na disku registru není místo
    [attestation] attestation: prohlášení o záznamu se nepodařilo podepsat
   *[register] register: selhala databáze nebo složka souborů
}
seal-why-unknown = důvod, který tato verze nezná: „{ $code }“
seal-why-stopped = seal-stopped: správce pečeti pečetění zastavil: { $reason }
seal-use-made = podepsáno
seal-use-asked = podpis vyžádán u pečetní služby
seal-work-credential = mikrocertifikát
seal-work-document = dokument
seal-work-status-list = seznam stavů
seal-work-mandate = pověření
seal-work-probe = zkouška
seal-doctor-thirty = Pečeť { $name }: platnost certifikátu skončí { $until }, do 30 dnů. Nový by už měl být připraven.
seal-doctor-seven = Pečeť { $name }: platnost certifikátu skončí { $until }, do týdne. Potom budou všechny záznamy čekat.
seal-doctor-not-yet = Pečeť { $name }: certifikát platí až od { $from }.
