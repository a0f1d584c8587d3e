# Dokument v rukou držitele: osvědčení a dodatek.

document-title = Mikrocertifikát: { $title } – { $holder }
document-description = Osvědčení o získání mikrocertifikátu a jeho dodatek; zapečetěný datový záznam je připojen k souboru.
document-attachment = Mikrocertifikát jako datový soubor s elektronickou pečetí (European Digital Credential, JSON-LD)
document-test = NEPLATNÉ – ZKUŠEBNÍ
document-page = strana { $page } z { $pages }
document-identifier = Jedinečný identifikátor

# Část 1: osvědčení
document-certificate = Osvědčení o získání mikrocertifikátu
document-certifies = osvědčuje, že
document-awarded = získává mikrocertifikát
document-company-number = IČO { $number }
document-born = Datum narození
document-birth-place = Místo narození
document-volume = Studijní zátěž
document-credits = { $amount } { $form ->
    [one] kredit
    [few] kredity
    [many] kreditu
   *[other] kreditů
} ECTS
document-level = Úroveň EQF
document-issued = Místo a datum vydání
document-place-and-date = { $place } { $date }
document-sealed-by = Opatřeno elektronickou pečetí

# Část 2: dodatek
document-supplement = Dodatek k osvědčení
document-introduction = Všechny položky mikrocertifikátu. Rozhodující je zapečetěný datový záznam, který je k tomuto souboru připojen.
document-annex-note = M1 až M11 značí povinné a O nepovinné prvky podle přílohy I doporučení Rady EU 2022/C 243/02.

document-item-holder = Držitel
document-item-title = Název mikrocertifikátu
document-item-country = Země vydavatele
document-item-awarding-body = Udělující subjekt
document-item-issued = Datum vydání
document-item-outcomes = Výsledky učení
document-item-workload = Studijní zátěž
document-item-level = Úroveň
document-item-assessment = Typ hodnocení
document-item-participation = Způsob účasti ve vzdělávání
document-item-quality = Zajištění kvality
document-item-prerequisites = Vstupní požadavky
document-item-supervision = Dohled a ověření totožnosti při hodnocení
document-item-grade = Dosažené hodnocení
document-item-stacking = Možnosti skládání
document-item-further = Další informace
document-item-language = Jazyk výuky
document-item-period = Termín vzdělávání
document-item-link = Jedinečný identifikátor, přímý odkaz a QR kód
document-item-seal = Pečeť a časové razítko, vydavatel

document-unit = Jednotka učení
document-unit-lifelong-learning = program celoživotního vzdělávání podle § 60 zákona č. 111/1998 Sb.
document-unit-course = předmět { $code } studijního programu { $programme }
document-unit-parallel-courses = soubor souběžných předmětů studijního programu { $programme }
document-unit-consecutive-courses = soubor navazujících předmětů studijního programu { $programme }
document-about = Zaměření
document-field = Obor (ISCED-F 2013)
document-field-named = { $code } { $label }
document-legal-basis = Právní základ
document-part-code = Kód
document-part-title = Předmět
document-part-credits = Kredity
document-seat = Sídlo
document-company = IČO
document-eidas = Identifikátor právnické osoby
document-registration = Registrace
document-website = Web
document-outcomes-knowledge = Znalosti
document-outcomes-skill = Dovednosti
document-outcomes-competence = Postoje a kompetence
document-workload = { $credits }, celkem { $hours } { $form ->
    [one] hodina
    [few] hodiny
    [many] hodiny
   *[other] hodin
} studijní zátěže
document-eqf = EQF { $level }
document-eqf-short-cycle = EQF { $level } (odpovídá krátkému cyklu QF-EHEA)
document-eqf-first-cycle = EQF { $level } (odpovídá 1. cyklu QF-EHEA)
document-eqf-second-cycle = EQF { $level } (odpovídá 2. cyklu QF-EHEA)
document-eqf-third-cycle = EQF { $level } (odpovídá 3. cyklu QF-EHEA)
document-nqf = Národní rámec
document-weight = { $assessment } ({ $percent } %)
document-decision = Rozhodnutí
document-decision-dated = { $decision } ze dne { $date }
document-body-in-country = { $body } ({ $country })
document-quality-until = Platí do
document-framework = Společný rámec veřejných vysokých škol
document-framework-version = verze { $version }
document-report = Zpráva o hodnocení
document-grade = { $code } – { $label }
document-scale = Stupnice
document-assessed-on = Datum hodnocení
document-assessor = Hodnotitel
document-stand-alone = Samostatný mikrocertifikát; není součástí většího celku.
document-stackable = Lze skládat do většího celku.
document-none = Neuvádí se.
document-no-prerequisites = Bez vstupních požadavků.
document-period = { $start } – { $end }
document-supersedes = Nahrazuje mikrocertifikát
document-identifier-short = Identifikátor
document-record = Otisk obsahu (stejný v každé podobě dokladu)
document-link-explanation = Odkaz otevře stránku, na které se ověří formát, pečeť a platnost. Není veřejný: kdo ho má, vidí tento mikrocertifikát, dokud držitel odkaz nevypne.
document-qr = QR kód: přímý odkaz na ověření tohoto mikrocertifikátu
document-sealing-organisation = Pečetící organizace
document-seal-name = Pečeť
document-mandate = Pověření
document-seal-stamped = Tento soubor PDF i připojený datový záznam nesou elektronickou pečeť s časovým razítkem. Obě pečeti lze ověřit i bez přístupu do systému vysoké školy.
document-seal-unstamped = Tento soubor PDF i připojený datový záznam nesou elektronickou pečeť, zatím bez časového razítka. Obě pečeti lze ověřit i bez přístupu do systému vysoké školy.
document-seal-test = Zkušební pečeť nemá právní účinky.

# Uzavřené seznamy
document-mode-presential = prezenční
document-mode-online = distanční (online)
document-mode-blended = kombinovaná
document-mode-project-based = projektová výuka
document-mode-work-based = učení na pracovišti
document-mode-research-lab = práce ve výzkumné laboratoři

document-supervision-supervised-with-id = pod dohledem, s ověřením totožnosti
document-supervision-unsupervised-with-id = bez dohledu, s ověřením totožnosti
document-supervision-unsupervised-without-id = bez dohledu a bez ověření totožnosti
document-supervision-id-only = s ověřením totožnosti

document-assessment-written-examination = písemná zkouška
document-assessment-oral-examination = ústní zkouška
document-assessment-practical-assessment = praktická zkouška
document-assessment-project-work = projekt
document-assessment-portfolio = portfolio
document-assessment-marked-assignment = hodnocený úkol
document-assessment-continuous-evaluation = průběžné hodnocení
document-assessment-quiz = test
document-assessment-problem-based-learning = problémová úloha
document-assessment-group-performance = skupinový výkon
document-assessment-peer-assessment = vzájemné hodnocení
document-assessment-peer-review = odborné posouzení
document-assessment-artefact-assessment = posouzení výtvoru
document-assessment-attendance = účast

document-quality-institutional-qa = institucionální zajištění kvality
document-quality-programme-qa = zajištění kvality programu
document-quality-institutional-licence = institucionální oprávnění
document-quality-programme-licence = oprávnění k programu

# Údaje dodatku, které mají jen některé jednotky.
document-components = Mikrocertifikát se skládá z těchto mikrocertifikátů:
document-component-title = Mikrocertifikát
document-hours = { $hours ->
    [one] { $hours } hodina
    [few] { $hours } hodiny
    [many] { $hours } hodiny
   *[other] { $hours } hodin
}
document-activity-programme = Vzdělávací program
document-activity-classroom = Výuka ve třídě
document-activity-e-learning = Distanční výuka
document-activity-practice = Laboratorní, simulační nebo praktická výuka
document-activity-self-study = Samostatné studium
document-activity-research = Výzkum
document-activity-workshop = Workshop, seminář nebo konference
document-activity-internship = Stáž
document-activity-apprenticeship = Učňovská příprava
document-activity-job-experience = Pracovní zkušenost
document-activity-volunteering = Dobrovolnictví
document-entitlement-occupation = Opravňuje k výkonu povolání
document-entitlement-learning = Opravňuje k dalšímu vzdělávání
document-entitlement-membership = Opravňuje k členství
document-entitlement-actual = platí již nyní
document-entitlement-prospective = po splnění dalších podmínek
document-until = do { $date }
document-review = Příští posouzení
document-accredited-for = Vztahuje se na
document-credential-generic = jakýkoli doklad
document-credential-activity = doklad o vzdělávací činnosti
document-credential-qualification = doklad o kvalifikaci
document-credential-supplement = dodatek k diplomu
document-credential-entitlement = doklad o oprávnění
document-mandate-document = Přiložený dokument
