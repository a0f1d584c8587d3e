# Co mikrocertifikát uvádí.

web-credential-holder = Držitel
web-credential-holder-name = Jméno a příjmení
web-credential-holder-born = Datum narození
web-credential-holder-birth-place = Místo narození
web-credential-awarding-body = Udělující subjekt
web-credential-awarding-body-said = Udělující subjekt podle souboru
web-credential-called-in-file = v souboru: { $name }
web-credential-country = Země vydavatele
web-credential-awarded = Datum udělení
web-credential-issued = Datum vydání
web-credential-identifier = Jedinečný identifikátor
web-credential-period = Termín vzdělávání
web-credential-period-value = { $start } – { $end }
web-credential-workload = Studijní zátěž
web-credential-ects = { $count ->
    [one] { $ects } kredit ECTS
    [few] { $ects } kredity ECTS
    [many] { $ects } kreditu ECTS
   *[other] { $ects } kreditů ECTS
}
web-credential-born = nar. { $date }
web-credential-credits-of = { $points } ({ $framework })
web-credential-hours = { $hours ->
    [one] { $hours } hodina studijní zátěže
    [few] { $hours } hodiny studijní zátěže
   *[other] { $hours } hodin studijní zátěže
}
web-credential-level = Úroveň
web-credential-eqf = EQF { $level }
web-credential-eqf-one = základní obecné znalosti
web-credential-eqf-two = úroveň základního vzdělání
web-credential-eqf-three = úroveň výučního listu
web-credential-eqf-four = úroveň maturitní zkoušky
web-credential-eqf-five = mezi maturitní zkouškou a bakalářským studiem
web-credential-eqf-six = úroveň bakalářského studia
web-credential-eqf-seven = úroveň magisterského studia
web-credential-eqf-eight = úroveň doktorského studia
web-credential-nqf = Národní rámec kvalifikací
web-credential-subject = Obor vzdělání (ISCED-F)
web-credential-mode = Způsob účasti ve vzdělávání
web-credential-teaching-language = Jazyk výuky
web-credential-about = O záznamu
web-credential-outcomes = Výsledky učení
web-credential-outcomes-other = Výsledky učení
web-credential-quality = Zajištění kvality
web-credential-quality-kind = Druh
web-credential-quality-body = Posuzující orgán
web-credential-quality-decision = Rozhodnutí
web-credential-quality-valid = Platnost
web-credential-quality-valid-from = od { $start }
web-credential-quality-valid-span = od { $start } do { $end }
web-credential-quality-valid-until = do { $end }
web-credential-quality-report = Zpráva o hodnocení
web-credential-assessment = Hodnocení
web-credential-assessment-type = Typ hodnocení
web-credential-grade = Dosažené hodnocení
web-credential-grade-scale = Stupnice
web-credential-grade-date = Datum hodnocení
web-credential-supervision = Dohled a ověření totožnosti
web-credential-prerequisites = Vstupní požadavky
web-credential-parts = Dílčí výsledky
web-credential-stacking = Možnosti skládání
web-credential-further = Další informace
web-credential-legal-basis = Právní základ
web-credential-homepage = Stránka kurzu
web-credential-description = Popis
web-credential-five-title = Pro uznání vzdělání: pět otázek
web-credential-five-lead = Odpovědi na otázky, podle nichž se posuzuje uznání mikrocertifikátů (Nuffic Micro-Evaluator).
web-credential-five-quality = Kdo ručí za kvalitu?
web-credential-five-level = Jaká je jeho úroveň?
web-credential-five-outcomes = Co absolvent umí?
web-credential-five-workload = Jaká byla studijní zátěž?
web-credential-five-testing = Jak byly výsledky ověřeny?
web-credential-five-outcomes-count = { $count ->
    [one] { $count } výsledek učení, viz výše
    [few] { $count } výsledky učení, viz výše
   *[other] { $count } výsledků učení, viz výše
}
web-credential-not-stated = neuvedeno
