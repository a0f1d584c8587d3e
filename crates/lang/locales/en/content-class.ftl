## Every class of the profile; what a thing of the class is called
content-class = { $class ->
    [Accreditation] Accreditation
    [Address] Address
    [Agent] Agent
    [Amount] Amount
    [AwardingOpportunity] Awarding opportunity
    [AwardingProcess] Award
    [Claim] Claim
    [Concept] Item of a controlled list
    [ConceptScheme] Controlled list
    [ContactPoint] Contact
    [CreditPoint] Credits
    [DisplayDetail] Document page
    [DisplayParameter] Display
    [EuropeanDigitalCredential] Credential
    [Evidence] Evidence
    [GradingScheme] Grading scheme
    [Grant] Grant
    [Group] Group
    [Identifier] Identifier
    [IndividualDisplay] Document picture
    [LearningAchievement] Achievement
    [LearningAchievementSpecification] Achievement specification
    [LearningActivity] Learning activity
    [LearningActivitySpecification] Activity specification
    [LearningAssessment] Assessment
    [LearningAssessmentSpecification] Assessment specification
    [LearningEntitlement] Entitlement
    [LearningEntitlementSpecification] Entitlement specification
    [LearningOpportunity] Learning opportunity
    [LearningOutcome] Learning outcome
    [LegalIdentifier] Legal identifier
    [Location] Place
    [Mailbox] Mailbox
    [MediaObject] File
    [Note] Note
    [Organisation] Organisation
    [PeriodOfTime] Period
    [Person] Person
    [Phone] Telephone
    [PriceDetail] Price
    [Qualification] Qualification
    [ResultCategory] Group of results
    [ResultDistribution] Distribution of results
    [ShaclValidator2017] Schema
    [ShortenedGrading] Comparison with others
    [Specification] Specification
   *[WebResource] Web page
}
content-class-unknown = Object of class “{ $class }”
