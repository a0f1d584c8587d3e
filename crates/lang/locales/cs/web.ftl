## Rámec stránky
web-skip = Přejít k obsahu
web-nav = Hlavní nabídka
web-language = Jazyk stránky
web-language-cs = Čeština
web-language-en = Angličtina
web-nav-verify = Ověřit
web-nav-catalogue = Katalog
web-nav-holder = Moje mikrocertifikáty
web-nav-staff = Studijní oddělení
web-nav-account = Váš účet
web-signed-in = Jste přihlášeni jako { $name } – { $role }
web-logout = Odhlásit se
web-foot = Signet – vydávání a ověřování mikrocertifikátů
web-foot-nav = O tomto webu
web-accessibility = Prohlášení o přístupnosti
web-privacy = Ochrana osobních údajů
web-api = Pro vývojáře (API)
web-search = Hledat
web-cancel = Zrušit
web-download = Stáhnout
web-print = Vytisknout
web-detail = Podrobnosti
web-copy = Zkopírovat
web-copied = Zkopírováno
web-new-window = otevře se v novém okně
web-role-holder = držitel(ka)
web-role-registrar = studijní oddělení
web-role-company = firma
web-role-guarantor = garant
web-role-operator = provozovatel služby
web-role-quality-office = oddělení kvality
web-role-seal-custodian = správce pečeti
web-role-system-client = informační systém
web-role-verifier = návštěvník
web-credential = Mikrocertifikát

## Úvod
web-home-title = Mikrocertifikáty
web-home-heading = Doklad o tom, co umíte.
web-home-heading-two = Ověří ho každý.
web-home-lead = Mikrocertifikát je elektronický záznam vysoké školy o úspěšném absolvování krátkého kurzu s přesně popsanými výsledky učení. Má elektronickou pečeť, lze ho použít v celé Evropě a jeho držitel sám rozhoduje, komu ho ukáže.
web-home-verify = Ověřte mikrocertifikát
web-home-how = Jak to funguje
web-home-step-one = Vysoká škola vydá
web-home-step-one-text = Po úspěšném ověření výsledků učení vznikne záznam s kredity ECTS a úrovní EQF. Absolvent dostane osvědčení s dodatkem v PDF a datový soubor podle evropského standardu, obojí s elektronickou pečetí.
web-home-step-two = Držitel sdílí
web-home-step-two-text = Pro každého příjemce vytvoří vlastní odkaz nebo QR kód s omezenou platností. Odkaz lze kdykoli zrušit a držitel vidí, kdy byl otevřen.
web-home-step-three = Kdokoli ověří
web-home-step-three-text = Stačí odkaz nebo soubor a deset sekund. Formát, pečeť a platnost se ověří každé zvlášť. Bez registrace, bez instalace, zdarma.
web-home-courses = Kurzy zakončené mikrocertifikátem
web-home-all-courses = Celý katalog

## Ověření souboru
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
web-verify-no-file = Nevybrali jste žádný soubor.
web-verify-empty = Soubor je prázdný.
web-verify-too-large = Soubor je větší než { $limit } MB. Mikrocertifikáty bývají menší než 1 MB, vyberte prosím správný soubor.
web-verify-unreadable = V souboru jsme nenašli mikrocertifikát: { $reason }
web-verify-broken-upload = Soubor se nenahrál celý. Zkuste to prosím znovu.
web-verify-busy = Právě ověřujeme příliš mnoho souborů. Nahrajte prosím svůj soubor za chvíli znovu; nic z něj jsme si neponechali.
web-verify-hasty = Z vaší adresy přišlo v krátké době příliš mnoho souborů náročných na ověření. Zkuste to prosím za minutu znovu.
web-verify-too-much = Tento soubor nelze ověřit: vyžaduje více času nebo paměti, než kolik jeden soubor smí dostat. Takový soubor bývá poškozený nebo vytvořený tak, aby uškodil. Požádejte toho, kdo vám ho dal, o původní soubor od vydavatele.
web-format = Formát
web-format-about = Je soubor úplný a odpovídá evropskému standardu?
web-seal = Pečeť
web-seal-about = Kdo soubor zapečetil? Nebyl od té doby změněn?
web-validity = Platnost
web-validity-about = Platí mikrocertifikát stále, nebo byl zneplatněn, nahrazen či mu skončila platnost?

## Výsledek ověření
web-report-results = Výsledky ověření
web-report-findings = Podrobnosti ({ $count })
web-report-file = Ověřovaný soubor: { $name }
web-report-who = Kdo pečetil a za koho
web-report-checked = Ověřeno { $when }
web-report-remembered = Ověřeno { $when }. Od té doby se nezměnilo nic, na čem výsledek závisí.
web-mark-holds = V pořádku
web-mark-fails = Nevyhovuje
web-mark-cannot-tell = Nelze ověřit
web-mark-missing = Chybí
web-mark-test = Zkušební
web-mark-neutral = Pro informaci
web-verdict-valid = Platný mikrocertifikát
web-verdict-valid-text = Formát, pečeť i platnost jsou v pořádku. Obsah se od zapečetění nezměnil.
web-verdict-invalid = Neplatné – souboru nelze věřit
web-verdict-invalid-text = Důvod: { $reason }
web-verdict-revoked = Zneplatněný mikrocertifikát
web-verdict-revoked-text = Tento mikrocertifikát už neplatí. Vysoká škola ho zneplatnila.
web-verdict-revoked-since = Neplatí od { $date }. Důvod: { $reason }.
web-verdict-suspended = Pozastavený mikrocertifikát
web-verdict-suspended-text = Tento mikrocertifikát teď neplatí. Vydavatel může jeho platnost obnovit, nebo ho zneplatnit.
web-verdict-superseded = Nahrazený mikrocertifikát
web-verdict-superseded-text = Vysoká škola vydala opravený mikrocertifikát, tento už neplatí. Požádejte držitele o nový odkaz.
web-verdict-unknown = Nelze úplně ověřit
web-verdict-unknown-text = Některou kontrolu nelze dokončit: { $reason }
web-verdict-unsealed = Bez pečeti
web-verdict-unsealed-text = Soubor nemá elektronickou pečeť. Jeho původ ani pravost nelze potvrdit.
web-verdict-trial-text = Soubor má jen zkušební pečeť. Vznikl při zkoušení systému a nic nedokládá.
web-report-sealed = Zapečetěno
web-part-credential = datový soubor
web-part-document = PDF
web-part-embedded = datový soubor uvnitř PDF
web-report-sealed-by = Pečetící organizace
web-report-calls-itself = Uváděný název (neověřený)
web-report-signed-by = Podepsala osoba
web-report-awarded-by = Udělující subjekt
web-report-awarded-said = Udělující subjekt podle souboru
web-report-mandate = Pověření k pečetění (podle pečetící organizace)
web-report-sealed-at = Čas zapečetění
web-report-sealed-at-claimed = { $when } (podle pečetící organizace)
web-report-sealed-at-proven = { $when } (doloženo časovým razítkem)
web-report-level = Úroveň pečeti
web-trial-title = NEPLATNÉ – ZKUŠEBNÍ PEČEŤ
web-trial-text = Tento záznam vznikl při zkoušení systému. Není dokladem o vzdělání.
web-trial-tag = zkušební
web-limits-title = Co ověření nedokazuje
web-limits-person = Že vám mikrocertifikát předkládá skutečný držitel. Totožnost ověřte podle dokladu.
web-limits-sight = Že se po vašem ověření nic nezmění. Vysoká škola může mikrocertifikát později zneplatnit; před důležitým rozhodnutím ho ověřte znovu.
web-limits-picture = Že obrázek dokladu odpovídá údajům. Obrázek vytvořila pečetící organizace; řiďte se údaji vedle něj.
web-limits-qualified = Že jde o kvalifikovanou pečeť podle nařízení eIDAS, pokud to výsledky výslovně neuvádějí.

## Sdílená stránka
web-shared-preview = Náhled osvědčení (1. strana PDF)
web-shared-preview-alt = Náhled první strany osvědčení. Všechny údaje z ní jsou uvedeny jako text na této stránce.
web-shared-withheld = Držitel v tomto odkazu skryl datum narození. Proto zde není náhled osvědčení ani soubory, které ho obsahují.
web-shared-files-lead = Jsou to přesně ty soubory, které zapečetila vysoká škola. Ověřit je můžete i kdekoli jinde.
web-shared-by-holder = Tuto stránku s vámi sdílí držitel mikrocertifikátu. Vyhledávače ji neindexují.
web-shared-ends = Odkaz platí do { $ends }.
web-gone-title = Odkaz není platný nebo jeho platnost skončila
web-gone-text = Pod tímto odkazem není co zobrazit. Zkontrolujte, zda jste ho zkopírovali celý, nebo požádejte odesílatele o nový.
web-gone-file = Máte-li soubor .jsonld nebo .pdf, můžete ověřit přímo ten.
web-files = Soubory
web-file-jsonld = Datový soubor (European Digital Credential)
web-file-pdf = Osvědčení a dodatek v PDF, datový soubor je uvnitř
web-size-kb = { $size } kB

## Obsah mikrocertifikátu
web-holder = Držitel
web-holder-name = Jméno a příjmení
web-holder-born = Datum narození
web-holder-birth-place = Místo narození
web-awarding-body = Udělující subjekt
web-awarding-body-said = Udělující subjekt podle souboru
web-called-in-file = v souboru: { $name }
web-faculty = Fakulta
web-seal-issuer = Vydavatel (pečetící organizace)
web-country = Země vydavatele
web-awarded = Datum udělení
web-issued = Datum vydání
web-identifier = Jedinečný identifikátor
web-period = Termín vzdělávání
web-period-value = { $start } – { $end }
web-workload = Studijní zátěž
web-ects = { $count ->
    [one] { $ects } kredit ECTS
    [few] { $ects } kredity ECTS
    [many] { $ects } kreditu ECTS
   *[other] { $ects } kreditů ECTS
}
web-born = nar. { $date }
web-credits-of = { $points } ({ $framework })
web-hours = { $hours ->
    [one] { $hours } hodina studijní zátěže
    [few] { $hours } hodiny studijní zátěže
   *[other] { $hours } hodin studijní zátěže
}
web-level = Úroveň
web-eqf = EQF { $level }
web-eqf-one = základní obecné znalosti
web-eqf-two = úroveň základního vzdělání
web-eqf-three = úroveň výučního listu
web-eqf-four = úroveň maturitní zkoušky
web-eqf-five = úroveň vyššího odborného vzdělání
web-eqf-six = úroveň bakalářského studia
web-eqf-seven = úroveň magisterského studia
web-eqf-eight = úroveň doktorského studia
web-nqf = Národní rámec kvalifikací
web-subject = Obor vzdělání (ISCED-F)
web-mode = Způsob účasti ve vzdělávání
web-teaching-language = Jazyk výuky
web-about = O záznamu
web-outcomes = Výsledky učení
web-outcomes-other = Výsledky učení
web-quality = Zajištění kvality
web-quality-kind = Druh
web-quality-body = Posuzující orgán
web-quality-decision = Rozhodnutí
web-quality-valid = Platnost
web-quality-valid-from = od { $start }
web-quality-valid-span = od { $start } do { $end }
web-quality-valid-until = do { $end }
web-quality-report = Zpráva o hodnocení
web-assessment = Hodnocení
web-assessment-type = Typ hodnocení
web-grade = Dosažené hodnocení
web-grade-scale = Stupnice
web-grade-date = Datum hodnocení
web-supervision = Dohled a ověření totožnosti
web-prerequisites = Vstupní požadavky
web-parts = Dílčí výsledky
web-stacking = Možnosti skládání
web-further = Další informace
web-legal-basis = Právní základ
web-homepage = Stránka kurzu
web-description = Popis
web-five-title = Pro uznání vzdělání: pět otázek
web-five-lead = Odpovědi na otázky, podle nichž se posuzuje uznání mikrocertifikátů (Nuffic Micro-Evaluator).
web-five-quality = Kdo ručí za kvalitu?
web-five-level = Jaká je jeho úroveň?
web-five-outcomes = Co absolvent umí?
web-five-workload = Jaká byla studijní zátěž?
web-five-testing = Jak byly výsledky ověřeny?
web-five-outcomes-count = { $count ->
    [one] { $count } výsledek učení, viz výše
    [few] { $count } výsledky učení, viz výše
   *[other] { $count } výsledků učení, viz výše
}
web-not-stated = neuvedeno

## Katalog
web-catalogue-title = Katalog kurzů
web-catalogue-lead = Kurzy, jejichž absolventi získávají mikrocertifikát. U každého předem víte, co se naučíte, jaká bude studijní zátěž a jak se výsledky ověří.
web-catalogue-search = Název, obor nebo vysoká škola
web-catalogue-found = { $count ->
    [0] Nic neodpovídá hledání
    [one] { $count } kurz
    [few] { $count } kurzy
   *[other] { $count } kurzů
}
web-unit-about = O kurzu
web-unit-components = Z čeho se skládá
web-unit-activities = Náplň kurzu
web-unit-programme = Studijní program
web-unit-courses = Předměty
web-unit-entitlements = K čemu opravňuje
web-unit-documents = Dokumenty
web-unit-runs = Termíny
web-unit-apply = Stránka kurzu a přihláška
web-kind-lifelong = Program celoživotního vzdělávání podle § 60 zákona o vysokých školách
web-kind-course = Předmět akreditovaného studijního programu
web-kind-set = Soubor předmětů akreditovaného studijního programu

## Přihlášení
web-login-title = Přihlášení
web-login-lead = Otevřeli jste jednorázový přihlašovací odkaz. Pokračujte tlačítkem.
web-login-button = Přihlásit se
web-login-note = Odkaz lze použít jen jednou. Přihlášení trvá, dokud se neodhlásíte, nejdéle 12 hodin; při nečinnosti skončí dříve.
web-login-spent-title = Přihlašovací odkaz už neplatí
web-login-spent-text = Přihlašovací odkaz lze použít jen jednou a po omezenou dobu. Požádejte o nový.
web-login-needed-title = Přihlaste se, prosím
web-login-needed-text = Tato stránka je jen pro přihlášené. Otevřete přihlašovací odkaz, který jste dostali od vysoké školy.
web-logout-title = Jste odhlášeni
web-logout-text = Vaše mikrocertifikáty už na tomto zařízení nejsou přístupné; stažené soubory v něm zůstávají.
web-account-id = Účet
web-account-role = Role
web-account-institution = Instituce
web-account-person = Vaše osobní číslo v instituci
web-account-can = Co můžete dělat
web-can-company = Můžete otevřít odkazy, které s vámi držitelé sdílejí. Stránky pro objednávky a přehled zaměstnanců Signet zatím nemá.
web-can-guarantor = Stránky pro popis kurzů a zápis výsledků Signet zatím nemá. Popis nebo výsledky pošlete studijnímu oddělení, které je nahraje.
web-can-holder = Můžete si prohlížet a stahovat své mikrocertifikáty a rozhodovat, kdo je uvidí a jak dlouho.
web-can-not-oneself = Vlastní mikrocertifikát nemůžete vydat, opravit ani zneplatnit. Udělá to za vás kolega.
web-can-operator = Instituce, účty a provoz služby spravujete z příkazového řádku. Mikrocertifikáty držitelů otevřít nemůžete.
web-can-progress = Níže vidíte, kolik mikrocertifikátů platí, kolik jich čeká a kolik bylo zneplatněno.
web-can-quality-office = Stránky pro schvalování kurzů Signet zatím nemá. Schválení předejte provozovateli, který schválený popis nahraje.
web-can-registrar = Můžete nahrávat výsledky, vydávat mikrocertifikáty, vyhledávat je a zneplatňovat.
web-can-seal-custodian = Pečeť kontrolujete, zastavujete a spouštíte z příkazového řádku (signet seal). Stránku pro ni Signet zatím nemá.
web-can-system-client = Programy pracují přes API, ne přes tyto stránky.
web-can-verifier = Můžete ověřit soubor nebo otevřít odkaz, který jste dostali.
web-sessions-title = Kde jste přihlášeni
web-sessions-about = Pokud některé přihlášení nepoznáváte, ukončete ho a dejte vědět své instituci.
web-sessions-since = Přihlášení
web-sessions-seen = Naposledy použito
web-sessions-ends = Skončí nejpozději
web-sessions-this = Toto zařízení
web-sessions-end = Ukončit
web-sessions-end-others = Ukončit všechna ostatní

## Držitel
web-holder-title = Moje mikrocertifikáty
web-holder-lead = Vaše osvědčení, soubory ke stažení a odkazy, které sdílíte.
web-holder-none = Zatím zde žádný mikrocertifikát nemáte. Objeví se, jakmile ho vysoká škola vydá.
web-share-action = Sdílet
web-state-valid = Platný
web-state-revoked = Zneplatněný
web-state-superseded = Nahrazený
web-state-waiting = Čeká na pečeť
web-state-erased = Údaje vymazány
web-revoked-note = Vysoká škola tento mikrocertifikát zneplatnila { $date }. Důvod: { $reason }.
web-superseded-note = Vysoká škola vydala opravený mikrocertifikát, který tento nahrazuje.
web-erased-note = Veřejné údaje tohoto mikrocertifikátu byly na žádost držitele vymazány.
web-waiting-text = Mikrocertifikát je připraven a čeká na elektronickou pečeť. Potom zde najdete soubory a budete ho moci sdílet.
web-shares-title = Sdílení
web-share-new = Nový odkaz
web-shares-none = Tento mikrocertifikát jste zatím s nikým nesdíleli.
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
web-master-title = Odkaz v PDF
web-master-text = V dodatku vašeho PDF je odkaz a QR kód. Kdo má PDF, může přes ně otevřít stránku s ověřením. Zde je můžete vypnout a zase zapnout; na ostatní odkazy to nemá vliv.
web-master-state-on = Zapnuto
web-master-state-off = Vypnuto
web-master-off = Vypnout odkaz v PDF
web-master-on = Zapnout odkaz v PDF
web-master-note-on = Odkaz v PDF je opět zapnutý.
web-master-note-off = Odkaz v PDF je vypnutý. Kdo ho otevře, nic neuvidí.
web-files-lead = Jsou to přesně ty soubory, které vysoká škola zapečetila; ověřit to lze otiskem SHA-256.
web-profile-title = Profesní profil
web-linkedin-text = Přidá mikrocertifikát do vašeho profilu LinkedIn s odkazem bez omezení platnosti. Před uložením si vyplněné údaje můžete prohlédnout.
web-linkedin-action = Přidat na LinkedIn
web-linkedin-first = Do profilu LinkedIn patří odkaz, který nevyprší. Nejprve vytvořte odkaz bez omezení platnosti; tlačítko se pak objeví zde.
web-linkedin-make = Vytvořit odkaz do profilu
web-europass-text = Pro Europass stáhněte datový soubor .jsonld a nahrajte ho tam v části „Certifikáty pro občany“. Do knihovny Europass ho ukládáte sami; my ho nikam neposíláme.
web-history-title = Zobrazení odkazů
web-history-none = Zatím žádné.
web-history-when = Kdy
web-history-what = Co se stalo
web-history-share = Odkaz
web-history-viewed = zobrazení stránky
web-history-downloaded = stažení souboru
web-history-times = Kolikrát
web-history-document = odkaz v PDF
web-history-days = Ukládáme jen čas, ne totožnost, a nejdéle { $days } dní. Vaše vlastní návštěvy a náhledy, které si k odkazu stahují chatovací a poštovní programy, nepočítáme; rozpoznáme však jen většinu takových programů, ne všechny.
web-share-new-lead = Vznikne odkaz, který budete znát jen vy a ten, komu ho dáte. Kdykoli ho můžete zrušit.
web-share-purpose = K čemu odkaz použijete
web-purpose-proof = Prokázání absolvování
web-purpose-proof-about = Jeden příjemce, 30 dní
web-purpose-admission = Přihláška ke studiu
web-purpose-admission-about = Na dobu přijímacího řízení (180 dní)
web-purpose-cv = Životopis a LinkedIn
web-purpose-cv-about = Bez omezení platnosti, bez data narození
web-purpose-other = Jiný účel
web-purpose-other-about = 30 dní, vše nastavíte sami
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
web-qr-alt = QR kód s tímto odkazem
web-qr-svg = Stáhnout QR kód pro tisk (SVG)
web-qr-png = Stáhnout QR kód (PNG)

## Studijní oddělení
web-staff-title = Studijní oddělení
web-staff-state = Přehled
web-tile-valid = Platné
web-tile-waiting = Čekají na pečeť
web-tile-troubled = Vyžadují pozornost
web-tile-revoked = Zneplatněné
web-tile-superseded = Nahrazené
web-sheet-title = Vydat podle výsledků
web-sheet-unit = Jednotka učení
web-sheet-unit-choose = Vyberte…
web-sheet-file = Soubor s výsledky
web-sheet-file-hint = CSV (v UTF-8, nebo jak je ukládá český Excel) nebo JSON, nejvýše { $limit } MB. Sešit .xlsx nejprve uložte jako „CSV UTF-8 (oddělený středníkem)“.
web-sheet-windows = Soubor byl podle svých nadpisů přečten v kódování Windows-1250. Zkontrolujte prosím písmena ve jménech.
web-sheet-check = Zkontrolovat
web-sheet-check-note = Soubor nejprve jen zkontrolujeme, nic se nevydá.
web-sheet-no-unit = Vyberte jednotku učení.
web-sheet-no-file = Vyberte soubor s výsledky.
web-sheet-own-row = Tento výsledek je váš vlastní, vydat ho musí kolega.
web-sheet-too-large = Soubor je větší než { $limit } MB. Rozdělte ho prosím na menší.
web-sheet-unusable = Soubor nelze zpracovat: { $reason }
web-check-title = Kontrola výsledků
web-check-rows = Řádků celkem
web-check-good = K vydání
web-check-bad = S chybou
web-check-not-passed = Neprospěli
web-check-known = Už vydáno
web-check-all-good = Všechny řádky jsou v pořádku.
web-check-wrong = { $count ->
    [one] { $count } chyba
    [few] { $count } chyby
   *[other] { $count } chyb
}
web-check-line = Řádek
web-check-column = Sloupec
web-check-problem = Co opravit
web-check-issue-text = { $count ->
    [one] Vydá se { $count } mikrocertifikát. Řádky s chybou a už vydané se přeskočí.
    [few] Vydají se { $count } mikrocertifikáty. Řádky s chybou a už vydané se přeskočí.
   *[other] Vydá se { $count } mikrocertifikátů. Řádky s chybou a už vydané se přeskočí.
}
web-check-issue = { $count ->
    [one] Vydat { $count } mikrocertifikát
    [few] Vydat { $count } mikrocertifikáty
   *[other] Vydat { $count } mikrocertifikátů
}
web-check-again = Opravit soubor a zkusit znovu
web-batch-title = Vydávání
web-batch-progress = Postup vydávání
web-batch-running = Hotovo { $done } z { $total }. Stránka se sama obnovuje; můžete ji zavřít, práce poběží dál.
web-batch-finished = Hotovo. Vydáno { $done } z { $total }.
web-batch-rows = Řádků
web-batch-left-out = Vynechané řádky
web-batch-note = Poznámka
web-batch-when = Zadáno
web-batch-unit = Jednotka učení
web-batch-state-checked = Zkontrolováno
web-batch-state-issuing = Zapisuje se
web-batch-state-issued = Zapsáno v registru
web-batch-state-abandoned = Zrušeno
web-batch-sealed = Vydáno
web-batch-waiting = Čeká
web-batch-failed = Nevydáno
web-trouble-seal = Pečeť není k dispozici. Záznam čeká a zkusí se znovu.
web-trouble-stamp = Časové razítko není k dispozici. Záznam čeká a zkusí se znovu.
web-trouble-unprintable = Některý znak nelze vytisknout na osvědčení. Opravte prosím údaje.
web-trouble-not-ready = Záznam neprošel závěrečnou kontrolou. Obraťte se prosím na správce.
web-trouble-disk-full = Na disku registru není místo. Záznam čeká; obraťte se prosím na správce.
web-trouble-other = Záznam čeká a zkusí se znovu.
web-batches-title = Poslední dávky
web-find-title = Vydané mikrocertifikáty
web-find-label = Jméno nebo identifikátor
web-find-hint = Stačí část jména, i bez háčků a čárek.
web-find-found = { $count ->
    [0] Nic nenalezeno
    [one] { $count } záznam
    [few] { $count } záznamy
   *[other] { $count } záznamů
}
web-find-holder = Držitel
web-find-issued = Vydáno
web-find-many = Více než { $count } záznamů
web-find-pages = Stránky výsledků
web-find-previous = Předchozí záznamy
web-find-next = Další záznamy
web-course-title = Historie mikrocertifikátu
web-event-by-service = Signet sám
web-course-note = Kdo a podrobnosti
web-event-proposed = přijato k vydání
web-event-intended = připraveno k zapečetění
web-event-sealed = zapečetěno
web-event-delivered = předáno držiteli
web-event-exported = soubory uloženy do složky správce
web-event-revoked = zneplatněno
web-event-superseded = nahrazeno opraveným
web-event-erased = údaje vymazány
web-event-by-because = { $by }: { $reason }
web-event-renewed = ochrana pečeti obnovena
web-revoke-title = Zneplatnění
web-revoke-about = Zneplatněný mikrocertifikát zůstane v registru a jeho odkazy ukážou, že neplatí. Zneplatnění nelze vzít zpět.
web-revoke-open = Zneplatnit…
web-revoke-lead = { $holder }: { $title }
web-revoke-reason = Důvod
web-revoke-reason-hint = Důvod uvidí každý, kdo mikrocertifikát ověří.
web-reason-holder-request = na žádost držitele
web-reason-issued-in-error = vydáno omylem
web-reason-noted = { $reason }. { $note }
web-reason-other = jiný důvod
web-reason-result-annulled = výsledek zkoušky byl zrušen
web-reason-seal-compromised = pečeti již nelze důvěřovat
web-reason-untrue-statement = uvádí nepravdivý údaj
web-revoke-date = Neplatí od
web-revoke-note-legend = Veřejné vysvětlení
web-revoke-note-cs = Veřejné vysvětlení česky
web-revoke-note-en = Veřejné vysvětlení anglicky
web-revoke-note-hint = U jiného důvodu povinné, jinak můžete vynechat. Vyplňte buď obě jazyková znění, nebo žádné. Neuvádějte osobní údaje.
web-revoke-next = Pokračovat k potvrzení
web-revoke-sure = Opravdu zneplatnit?
web-revoke-sure-text = Projeví se okamžitě v odkazech, QR kódech i v seznamu zneplatněných. Nelze to vzít zpět.
web-revoke-do = Zneplatnit natrvalo
web-revoke-done = Mikrocertifikát je zneplatněný.
web-revoke-problem-reason = Vyberte důvod.
web-revoke-problem-date = Zadejte datum, nejpozději dnešní.
web-revoke-problem-note = Vysvětlení vyplňte v obou jazycích (nejvýše 1000 znaků), nebo v žádném. U jiného důvodu je povinné.
web-revoke-problem-state = Tento mikrocertifikát už je zneplatněn, nebo ho v jeho stavu zneplatnit nelze.

## Chyby
web-not-found-title = Stránka nenalezena
web-not-found-text = Stránka na této adrese není. Možná byla přesunuta, nebo je v adrese překlep.
web-home-link = Na úvodní stránku
web-fault-title = Nastala chyba na naší straně
web-fault-text = Víme o ní. Zkuste to prosím za chvíli znovu; nic z toho, co bylo uloženo, se neztratilo.
web-forbidden-title = K této stránce nemáte přístup
web-forbidden-text = Váš účet tuto stránku otevřít nemůže.
web-denied-title = Toto musí udělat kolega
web-denied-themselves = Vlastní mikrocertifikát nemůžete vydat, opravit ani zneplatnit. Požádejte kolegu.
web-denied-unidentified = U vašeho účtu není uvedeno, která osoba v evidenci instituce jste, a tak nelze vyloučit, že byste rozhodovali o sobě. Požádejte provozovatele, ať vaše osobní číslo doplní.
web-forged-title = Formulář vypršel
web-forged-text = Formulář byl odeslán z jiného místa nebo z dávno otevřené stránky. Vraťte se, načtěte stránku znovu a zkuste to ještě jednou.
web-hasty-title = Příliš mnoho pokusů
web-hasty-text = Z vaší adresy přišlo mnoho neplatných odkazů. Zkuste to prosím za minutu znovu.
web-busy-title = Služba je právě vytížená
web-busy-text = Zpracováváme příliš mnoho požadavků najednou. Zkuste to prosím za chvíli znovu; nic z toho, co bylo uloženo, se neztratilo.
web-bad-request-title = Požadavku nerozumíme
web-bad-request-text = Odeslané údaje nemají správný tvar. Vraťte se a zkuste to znovu.

## Přístupnost a ochrana údajů
web-accessibility-lead = Chceme, aby mikrocertifikát mohl získat, sdílet i ověřit každý.
web-accessibility-state = Stav souladu
web-accessibility-state-text = Tento web je navržen podle WCAG 2.2 na úrovni AA a podle zákona č. 99/2019 Sb. o přístupnosti internetových stránek.
web-accessibility-means = Co to znamená
web-accessibility-means-script = Vše funguje i bez skriptů a ve starších prohlížečích, od šířky 320 pixelů, ve světlém i tmavém vzhledu.
web-accessibility-means-colour = Výsledek ověření je vždy vyjádřen slovem i tvarem, nikdy jen barvou.
web-accessibility-means-keyboard = Vše lze ovládat z klávesnice a přečíst odečítačem obrazovky, česky i anglicky.
web-accessibility-means-pdf = Osvědčení v PDF je značkované podle PDF/UA-1, takže ho odečítač přečte ve správném pořadí.
web-accessibility-limits = Známá omezení
web-accessibility-limits-text = Náhled osvědčení je obrázek; všechny jeho údaje jsou na stránce i jako text. Soubory jiných vydavatelů nemusí být přístupné.
web-accessibility-contact = Našli jste překážku?
web-accessibility-contact-text = Napište nám, odstraníme ji. Nejste-li spokojeni s odpovědí, můžete se obrátit na Digitální a informační agenturu.
web-privacy-lead = Zpracováváme jen to, co je k vydání, uchování a ověření mikrocertifikátu nutné.
web-privacy-files = Soubory nahrané k ověření
web-privacy-files-text = Zpracujeme je jen v paměti a hned smažeme. Neukládáme soubor, jeho obsah, výsledek ani vaši adresu.
web-privacy-links = Odkazy
web-privacy-links-text = Odkaz je tajný: zná ho jen držitel a ten, komu ho dal. Neobjeví se ve vyhledávačích ani v našich záznamech o provozu. Držitel vidí, kdy byl odkaz otevřen; kdo ho otevřel, se nedozví a my to nezjišťujeme.
web-privacy-register = Registr
web-privacy-register-text = Záznam o mikrocertifikátu uchovává vysoká škola, která ho udělila, bez časového omezení, protože jen tak ho lze ověřit i za desítky let. Rodné číslo neobsahuje nikdy.
web-privacy-cookies = Cookies
web-privacy-cookies-text = Používáme jedinou cookie: udržuje přihlášení a odhlášením se smaže. Bez přihlášení neukládáme žádnou. Stránky nenačítají nic od třetích stran.
web-privacy-rights = Vaše práva
web-privacy-rights-text = Právo na přístup k údajům, jejich opravu, omezení zpracování nebo výmaz uplatníte u vysoké školy, která mikrocertifikát udělila. Stížnost můžete podat u Úřadu pro ochranu osobních údajů.
