# Přístupnost a soukromí.

web-about-accessibility-lead = Chceme, aby mikrocertifikát mohl získat, sdílet i ověřit každý.
web-about-accessibility-state = Stav souladu
web-about-accessibility-means = Jak jsou stránky udělané
web-about-accessibility-means-script = Vše funguje i bez skriptů a ve starších prohlížečích, od šířky 320 pixelů, ve světlém i tmavém vzhledu.
web-about-accessibility-means-colour = Výsledek ověření je vždy vyjádřen slovem i tvarem, nikdy jen barvou.
web-about-accessibility-means-keyboard = Vše lze ovládat z klávesnice a přečíst odečítačem obrazovky, česky i anglicky.
web-about-accessibility-means-pdf = Osvědčení v PDF je značkované podle PDF/UA-1, takže ho odečítač přečte ve správném pořadí.
web-about-accessibility-limits = Známá omezení
web-about-accessibility-limits-text = Náhled osvědčení je obrázek; všechny jeho údaje jsou na stránce i jako text. Soubory jiných vydavatelů nemusí být přístupné.
web-about-accessibility-contact = Našli jste překážku?
web-about-accessibility-contact-text = Napište nám, odstraníme ji nebo vám obsah předáme v přístupné podobě.
web-about-accessibility-committed = { $body } se zavazuje zpřístupnit své internetové stránky v souladu se zákonem č. 99/2019 Sb., o přístupnosti internetových stránek a mobilních aplikací. Toto prohlášení se vztahuje na stránky na adrese { $address }.
web-about-accessibility-full = Tyto stránky jsou v souladu s normou EN 301 549 V3.2.1 (WCAG 2.1 na úrovni AA).
web-about-accessibility-partial = Tyto stránky jsou částečně v souladu s normou EN 301 549 V3.2.1 (WCAG 2.1 na úrovni AA). Výjimky jsou uvedeny níže.
web-about-accessibility-none = Tyto stránky nejsou v souladu s normou EN 301 549 V3.2.1 (WCAG 2.1 na úrovni AA).
web-about-accessibility-aim = Stránky jsou navrženy podle novějších pravidel WCAG 2.2 na úrovni AA.
web-about-accessibility-unstated = Provozovatel těchto stránek zatím nevydal prohlášení o tom, do jaké míry splňují zákon č. 99/2019 Sb., o přístupnosti internetových stránek a mobilních aplikací.
web-about-accessibility-exceptions = Nepřístupný obsah
web-about-accessibility-nonconformance = Nesoulad s požadavky na přístupnost
web-about-accessibility-burden = Nepřiměřená zátěž
web-about-accessibility-outside = Obsah, na který se zákon nevztahuje
web-about-accessibility-clause = { $what } (bod { $clause })
web-about-accessibility-instead = Přístupná alternativa: { $text }
web-about-accessibility-preparation = Vypracování prohlášení
web-about-accessibility-prepared = Prohlášení bylo vypracováno { $date }.
web-about-accessibility-own = Vychází z vlastního posouzení, které provedl provozovatel stránek.
web-about-accessibility-third = Vychází z posouzení, které provedla třetí strana.
web-about-accessibility-reviewed = Naposledy bylo přezkoumáno { $date }.
web-about-accessibility-answer = { $days ->
    [one] Odpovíme do { $days } dne.
    [few] Odpovíme do { $days } dnů.
   *[other] Odpovíme do { $days } dnů.
}
web-about-accessibility-enforcement = Když nejste spokojeni s odpovědí
web-about-accessibility-enforcement-text = Neodpovíme-li vám, nebo nebudete-li s odpovědí spokojeni, můžete se obrátit na orgán, který na dodržování zákona dohlíží.
web-about-accessibility-agency = Digitální a informační agentura
web-about-privacy-lead = Zpracováváme jen to, co je k vydání, uchování a ověření mikrocertifikátu nutné.
web-about-privacy-files = Soubory nahrané k ověření
web-about-privacy-files-text = Zpracujeme je jen v paměti a hned smažeme. Neukládáme soubor, jeho obsah, výsledek ani vaši adresu.
web-about-privacy-links = Odkazy
web-about-privacy-links-text = Odkaz je tajný: zná ho jen držitel a ten, komu ho dal. Neobjeví se ve vyhledávačích ani v našich záznamech o provozu. Držitel vidí, kdy byl odkaz otevřen; kdo ho otevřel, se nedozví a my to nezjišťujeme.
web-about-privacy-register = Registr
web-about-privacy-register-text = Záznam o mikrocertifikátu uchovává vysoká škola, která ho udělila, bez časového omezení, protože jen tak ho lze ověřit i za desítky let. Rodné číslo neobsahuje nikdy.
web-about-privacy-cookies = Cookies
web-about-privacy-cookies-text = Používáme nejvýše tři cookies: jedna udržuje přihlášení a odhlášením se smaže, druhá patří k přihlašování a odhlašování přes vysokou školu a do deseti minut zanikne, třetí patří k dotazu instituci na vlastní záznamy a zanikne do jednoho dne. Dokud se nezačnete přihlašovat, neukládáme žádnou. Stránky nenačítají nic od třetích stran.
web-about-privacy-rights = Vaše práva
web-about-privacy-rights-text = Právo na přístup k údajům, jejich opravu, omezení zpracování nebo výmaz uplatníte u vysoké školy, která mikrocertifikát udělila. Stížnost můžete podat u Úřadu pro ochranu osobních údajů.
