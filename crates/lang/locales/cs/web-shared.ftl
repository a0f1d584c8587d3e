# Sdílená stránka a soubory na ní.

web-shared-preview = Náhled osvědčení (1. strana PDF)
web-shared-preview-alt = Náhled první strany osvědčení. Všechny údaje z ní jsou uvedeny jako text na této stránce.
web-shared-files-lead = Jsou to přesně ty soubory, které zapečetila vysoká škola. Ověřit je můžete i kdekoli jinde.
web-shared-by-holder = Tuto stránku s vámi sdílí držitel mikrocertifikátu. Vyhledávače ji neindexují.
web-shared-ends = Odkaz platí do { $ends }.
web-shared-gone-title = Odkaz není platný nebo jeho platnost skončila
web-shared-gone-text = Pod tímto odkazem není co zobrazit. Zkontrolujte, zda jste ho zkopírovali celý, nebo požádejte odesílatele o nový.
web-shared-gone-file = Máte-li soubor .jsonld nebo .pdf, můžete ověřit přímo ten.
web-shared-files = Soubory
web-shared-file-jsonld = Datový soubor (European Digital Credential)
web-shared-file-pdf = Osvědčení a dodatek v PDF, datový soubor je uvnitř
web-shared-size-kb = { $size } kB
web-shared-hidden = Držitel v tomto odkazu neukazuje vše. Chybí: { $fields }. Ověřen je přesto celý mikrocertifikát.
web-shared-reference = Značka:
web-shared-rehearsed = Takto stránku uvidí příjemce. Vaše zobrazení se nepočítá.
web-shared-code-title = Zadejte kód
web-shared-code-lead = Kdo vám odkaz poslal, chrání ho kódem. Kód vám měl sdělit zvlášť.
web-shared-code-label = Kód
web-shared-code-hint = Šest číslic
web-shared-code-open = Otevřít
web-shared-code-note = Nemáte-li kód, požádejte o něj toho, kdo vám odkaz poslal.
web-shared-code-none = Kód má šest číslic. Zadejte ho celý.
web-shared-code-wrong = Kód není správný. Zkontrolujte ho a zadejte znovu.
web-shared-code-waits = Kód byl několikrát zadán nesprávně. Zkuste to znovu za 15 minut.
