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
