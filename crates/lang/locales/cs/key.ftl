# Co je špatně s klíčem pečeti a jeho certifikátem.

key-problem = { $kind ->
    [pem] není to platný PEM. Uložte klíč jako PEM nebo PKCS#12
    [pkcs12] soubor PKCS#12 nelze otevřít: je poškozený, nebo má jiné heslo. Heslo určuje nastavení password
    [no-key] neobsahuje soukromý klíč. Nastavení key má uvádět soubor s klíčem
    [encrypted] soukromý klíč je zašifrovaný. Uložte ho jako PKCS#12, nebo bez hesla
    [malformed] soukromý klíč je poškozený nebo neznámého druhu
    [no-certificate] k soukromému klíči nepatří žádný z certifikátů. Nastavení chain má uvádět soubor s certifikátem právě tohoto klíče
    [unsuitable] klíčem druhu { $detail } nelze pečetit. Použijte P-256, P-384 nebo RSA s aspoň 2048 bity
    [mismatch] klíč a algoritmus k sobě nepatří ({ $detail }). Opravte nastavení algorithm, nebo ho vynechte
   *[signing] klíčem se nepodařilo podepsat
}
key-certificate-problem = { $kind ->
    [none] neobsahuje certifikát
    [pem] není to platný PEM
    [too-large] je příliš velký
   *[broken] certifikát je poškozený
}
key-not-stated = { $what ->
    [organization] V certifikátu pečeti chybí název organizace (O). Bez něj nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti právnické osoby.
    [identifier] V certifikátu pečeti chybí organizationIdentifier (2.5.4.97), například NTRCZ-12345679. Bez něj nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti podle ETSI EN 319 412-3.
   *[country] V certifikátu pečeti chybí země (C). Bez ní nelze importovat ani vydávat: vyžádejte si certifikát elektronické pečeti právnické osoby.
}
key-exposed = Soubor { $file } mohou číst i jiné účty (práva { $mode }). Spusťte: chmod 600 { $file }
