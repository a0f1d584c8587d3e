# Odkazy držitele.

web-share-action = Sdílet
web-share-list-title = Sdílení
web-share-new = Nový odkaz
web-share-list-none = Tento mikrocertifikát jste zatím s nikým nesdíleli.
web-share-label = Název odkazu
web-share-state = Stav
web-share-until = Platnost do
web-share-opened = Zobrazeno
web-share-downloaded = Staženo
web-share-opened-times = { $count ->
    [one] { $count }×
    [few] { $count }×
   *[other] { $count }×
}
web-share-no-limit = bez omezení
web-share-state-open = Platí
web-share-state-ended = Vypršel
web-share-state-withdrawn = Zrušen
web-share-new-lead = Vznikne odkaz, který budete znát jen vy a ten, komu ho dáte. Kdykoli ho můžete zrušit.
web-share-purpose = K čemu odkaz použijete
web-share-purpose-proof = Prokázání absolvování
web-share-purpose-proof-about = Jeden příjemce, 30 dní
web-share-purpose-admission = Přihláška ke studiu
web-share-purpose-admission-about = Na dobu přijímacího řízení (180 dní)
web-share-purpose-cv = Životopis a LinkedIn
web-share-purpose-cv-about = Bez omezení platnosti, bez data narození
web-share-purpose-other = Jiný účel
web-share-purpose-other-about = 30 dní, vše nastavíte sami
web-share-label-hint = Uvidíte ho jen vy, například „Personální oddělení“. Nejvýše 80 znaků.
web-share-until-date = Do určitého dne
web-share-last-day = Poslední den platnosti odkazu
web-share-ends-hint = Platí do konce tohoto dne.
web-share-no-end = Bez omezení
web-share-no-end-hint = Odkaz platí, dokud ho sami nezrušíte.
web-share-language = Jazyk stránky pro příjemce
web-share-shows = Co příjemce uvidí
web-share-birth = Zobrazit datum narození, náhled osvědčení a soubory
web-share-birth-hint = Datum narození je i na osvědčení a v souborech. Bez něj příjemce uvidí všechny ostatní údaje a výsledek ověření, ale ne náhled a soubory.
web-share-create = Vytvořit odkaz
web-share-created = Odkaz je připravený.
web-share-withdrawn-note = Odkaz je zrušen. Přestal platit hned, i jako QR kód.
web-share-extended-note = Nová platnost odkazu je nastavena.
web-share-problem-label = Zadejte název odkazu, nejvýše 80 znaků.
web-share-problem-ends = Zadejte poslední den platnosti: dnešek nebo pozdější datum.
web-share-problem-many = U jednoho mikrocertifikátu může být nejvýše { $count } odkazů. Zrušte ty, které už nepotřebujete; zrušené se nepočítají.
web-share-problem-ever = U tohoto mikrocertifikátu už bylo vytvořeno { $count } odkazů a další přidat nelze. Použijte některý ze stávajících, nebo požádejte o pomoc vysokou školu.
web-share-link = Odkaz
web-share-link-note = Kdo odkaz má, vidí obsah. Posílejte ho jen tomu, komu je určen.
web-share-look = Zobrazit jako příjemce
web-share-closed = Odkaz už neplatí. Kdo ho otevře, nic neuvidí.
web-share-created-at = Vytvořeno
web-share-change = Změnit
web-share-extend = Nový poslední den platnosti
web-share-extend-button = Změnit platnost
web-share-withdraw = Zrušit odkaz
web-share-withdraw-text = Přestane platit hned a natrvalo, i jako QR kód. Ostatních odkazů se to netýká.
web-share-withdraw-button = Zrušit odkaz
web-share-shows-birth = datum narození, náhled a soubory
web-share-hides-birth = bez data narození, náhledu a souborů
web-share-qr-alt = QR kód s tímto odkazem
web-share-qr-svg = Stáhnout QR kód pro tisk (SVG)
web-share-qr-png = Stáhnout QR kód (PNG)
