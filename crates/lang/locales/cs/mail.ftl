# Odesílání e-mailů v nastavení a v příkazové řádce.

mail-from = Hodnota from musí být e-mailová adresa, například mikrocertifikaty@vysoka-skola.example.
mail-domain = Hodnota domain musí být název domény, například vysoka-skola.example.
mail-bounces = Hodnota bounces musí být e-mailová adresa bez znaku + a nejvýš s 21 znaky před zavináčem, například vraceni@vysoka-skola.example.
mail-host = S hodnotou host nelze navázat spojení TLS. Zadejte název poštovního serveru nebo jeho IP adresu.
mail-per-minute = Zadejte alespoň jeden e-mail za minutu.
mail-digest-hour = Zadejte hodinu od 0 do 23.
mail-user-and-secret = Nastavení user a secret patří k sobě. Zadejte obě, nebo žádné.
mail-root = Soubor neobsahuje certifikáty ve formátu PEM.
mail-plain-elsewhere = Bez TLS se e-maily smějí předávat jen poštovnímu serveru na tomto počítači. Zadejte tls = "starttls" nebo tls = "tls", nebo jako host uveďte 127.0.0.1 nebo ::1.
mail-none = E-maily se neodesílají: v nastavení chybí část [mail].
mail-relay-good = { $all ->
    [yes] Poštovní server přijímá e-maily, i na adresy s diakritikou.
   *[no] Poštovní server přijímá e-maily. Adresy s diakritikou nepodporuje.
}
mail-relay = { $problem ->
    [unreachable] K poštovnímu serveru se nelze připojit. Zkontrolujte host a port a jestli je z tohoto počítače dostupný.
    [timed-out] Poštovní server neodpověděl včas.
    [no-tls] Poštovní server nenabízí STARTTLS, proto mu žádný e-mail nepředáme. Pokud přijímá šifrovaná spojení na jiném portu, zadejte tls = "tls" a jeho port.
    [certificate] Certifikátu poštovního serveru nelze důvěřovat. Pokud ho vydala vaše vlastní autorita, zadejte její certifikát do roots.
    [login] Poštovní server odmítl uživatele nebo tajemství. Zkontrolujte user a secret.
   *[broken] Poštovní server přerušil spojení nebo odpověděl nesrozumitelně.
}
mail-relay-reply = Poštovní server odpověděl kódem { $code }. Význam najdete v jeho protokolu.
mail-delivery-records = Záznamy DKIM, SPF a DMARC domény odesílatele jsou věcí poštovního serveru; bez nich končí e-maily ve spamu.
mail-help-bounce = Převezme od poštovního serveru zprávu, že se e-mail nepodařilo doručit (ze standardního vstupu), a označí jeho adresu
mail-help-bounce-recipient = Adresa, na kterou poštovní server zprávu doručuje
mail-bounce-no-report = Na standardním vstupu není zpráva o doručení (RFC 3464), a tak se zahodila.
