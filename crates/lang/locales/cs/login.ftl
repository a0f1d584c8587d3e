# Poskytovatelé přihlášení v příkazové řádce.

login-provider-name = Název poskytovatele přihlášení má 1 až 24 znaků: malá písmena bez diakritiky, číslice a spojovníky; první je písmeno.
login-provider-twice = Stejný název má i jiný poskytovatel přihlášení.
login-provider-issuer = Hodnota issuer musí být adresa https://, přesně jak stojí v popisném dokumentu poskytovatele.
login-provider-algorithm = Algoritmem „{ $algorithm }“ se přihlášení ověřit nedá. Možné algoritmy: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.
login-provider-role = Roli „{ $role }“ nelze udělit pravidlem. Možné role: { $roles }.
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
