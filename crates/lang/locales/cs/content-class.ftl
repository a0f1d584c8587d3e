## Každá třída profilu; název toho, co je této třídy
content-class = { $class ->
    [Accreditation] Akreditace
    [Address] Adresa
    [Agent] Subjekt
    [Amount] Částka
    [AwardingOpportunity] Možnost získání
    [AwardingProcess] Udělení
    [Claim] Tvrzení
    [Concept] Položka číselníku
    [ConceptScheme] Číselník
    [ContactPoint] Kontakt
    [CreditPoint] Kredity
    [DisplayDetail] Strana dokumentu
    [DisplayParameter] Zobrazení
    [EuropeanDigitalCredential] Osvědčení
    [Evidence] Doklad
    [GradingScheme] Hodnoticí stupnice
    [Grant] Podpora
    [Group] Skupina
    [Identifier] Identifikátor
    [IndividualDisplay] Obrázek dokumentu
    [LearningAchievement] Dosažený výsledek
    [LearningAchievementSpecification] Specifikace výsledku
    [LearningActivity] Vzdělávací činnost
    [LearningActivitySpecification] Specifikace činnosti
    [LearningAssessment] Hodnocení
    [LearningAssessmentSpecification] Specifikace hodnocení
    [LearningEntitlement] Oprávnění
    [LearningEntitlementSpecification] Specifikace oprávnění
    [LearningOpportunity] Nabídka vzdělávání
    [LearningOutcome] Výsledek učení
    [LegalIdentifier] Úřední identifikátor
    [Location] Místo
    [Mailbox] E-mailová schránka
    [MediaObject] Soubor
    [Note] Poznámka
    [Organisation] Organizace
    [PeriodOfTime] Období
    [Person] Osoba
    [Phone] Telefon
    [PriceDetail] Cena
    [Qualification] Kvalifikace
    [ResultCategory] Skupina výsledků
    [ResultDistribution] Rozložení výsledků
    [ShaclValidator2017] Schéma
    [ShortenedGrading] Srovnání s ostatními
    [Specification] Specifikace
   *[WebResource] Webová stránka
}
content-class-unknown = Objekt třídy „{ $class }“
