# Poskytovatelé přihlášení v příkazové řádce.

login-provider-name = Název poskytovatele přihlášení má 1 až 24 znaků: malá písmena bez diakritiky, číslice a spojovníky; první je písmeno.
login-provider-twice = Stejný název má i jiný poskytovatel přihlášení.
login-provider-issuer = Hodnota issuer musí být adresa https://, přesně jak stojí v popisném dokumentu poskytovatele.
login-provider-algorithm = Algoritmem „{ $algorithm }“ se přihlášení ověřit nedá. Možné algoritmy: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.
login-provider-role = Roli „{ $role }“ nelze udělit pravidlem. Možné role: { $roles }.
login-provider-role-scope = Roli „{ $role }“ nelze takto omezit. Omezit lze role assessor, auditor, guarantor, quality-office a registrar, nejvýše na { $most } jednotek.
login-provider-role-both = Pravidlo má buď faculty, nebo units, ne obojí.
login-provider-faculty = Pravidla poskytovatele { $provider } udělují roli pro fakultu „{ $faculty }“, kterou neuvádí žádná jednotka. Název musí být stejný jako český název v popisu jednotek, jinak taková role neplatí pro nic.
login-provider-level = Žádná část [[login.acr]] neříká, která hodnota dokládá úroveň „{ $level }“.
login-provider-good = Poskytovatel přihlášení { $provider } odpovídá a jeho klíče lze použít.
login-provider-keys = Poskytovatel přihlášení { $provider } nezveřejňuje žádný klíč, kterým by se přihlášení dalo ověřit.
login-provider-away = Poskytovatele přihlášení { $provider } se nepodařilo dotázat. Zkontrolujte nastavení issuer a jestli je z tohoto počítače dostupný. Technický detail: { $detail }
login-provider-other = Popisný dokument poskytovatele přihlášení { $provider } uvádí jiného vydavatele: { $found }. Pokud je to správný poskytovatel, zapište ho do nastavení issuer přesně takto.
login-provider-lacks = Popisný dokument poskytovatele přihlášení { $provider } neuvádí použitelnou hodnotu { $member }.
login-provider-algorithms = Poskytovatel přihlášení { $provider } nepodepisuje žádným z nastavených algoritmů. Nabízí: { $offered }.
login-provider-authentication = Poskytovatel přihlášení { $provider } nepřijímá nastavený způsob prokázání klienta. Nabízí: { $offered }.
login-provider-always-reason = Napište, odkud víte, že to poskytovatel přihlášení vyžaduje vždy: kdo to říká a od kdy.
login-provider-always = Podle nastavení poskytovatel přihlášení { $provider } vždy dokládá úroveň „{ $level }“, ať odpoví cokoli. Důvod: { $reason }
login-provider-one-factor = Poskytovatel přihlášení { $provider } umí doložit jen jeden faktor, takže kdo se u něj přihlásí, nemůže vydávat, opravovat, zneplatňovat ani schvalovat. Nastavte [[login.acr]] nebo [login.always].
login-provider-needs-key = K prokazování klíčem („private-key-jwt“) patří nastavení client_key, a ne client_secret.
login-provider-needs-secret = K prokazování tajemstvím („basic“, „post“) patří nastavení client_secret, a ne client_key.
login-provider-make-key = Klíč založí příkaz: signet login-key make { $file }
login-provider-keys-most = Klíčů smí být v souboru nejvýš { $most }. Klíče, které už nepodepisují, odstraní „signet login-key prune“.
login-provider-key-algorithm = Poskytovatel přihlášení { $provider } nepřijímá prokázání klíčem podepsané algoritmem ES256. Nabízí: { $offered }.
login-provider-key = Prokazuje se mu klíč { $id }. Veřejných klíčů na { $path }: { $public }.
login-key-made = Klíč { $id } je v souboru { $file }. V oddílu [[login]] nastavte client_authentication = "private-key-jwt" a client_key na tento soubor, spusťte Signet znovu a poskytovateli sdělte adresu veřejných klíčů: /.well-known/jwks.json na adrese služby.
login-key-added = Klíč { $id } je v souboru { $file } jako další. Podepisovat zatím nebude. Spusťte Signet znovu, počkejte, až si ho poskytovatelé načtou (zpravidla den), a pak zadejte „signet login-key switch“.
login-key-switched = Po novém spuštění Signetu bude podepisovat klíč { $id }. Starší klíč zůstává veřejný, dokud nezadáte „signet login-key prune“.
login-key-pruned = V souboru zůstal jen klíč { $id }. Projeví se to po novém spuštění Signetu.
login-key-single = V souboru je jediný klíč. Další založí „signet login-key make“.
login-key-help = Klíče, kterými se Signet prokazuje poskytovatelům přihlášení
login-key-help-make = Založí klíč; je-li v souboru už nějaký, přidá další, který je veřejný a zatím nepodepisuje
login-key-help-switch = Podepisovat bude nejnovější klíč
login-key-help-prune = Ponechá jen klíč, který podepisuje
login-key-help-show = Vypíše veřejné klíče pro poskytovatele, který je nenačítá sám
login-key-help-file = Soubor z nastavení client_key
