## Every element of the profile, by the name of its member
content-member = { $member ->
    [title] Title
    [prefLabel] Name
    [legalName] Legal name
    [altLabel] Other name
    [fullName] Full name
    [givenName] Given name
    [familyName] Family name
    [birthName] Birth name
    [patronymicName] Patronymic
    [dateOfBirth] Date of birth
    [placeOfBirth] Place of birth
    [gender] Gender
    [citizenshipCountry] Citizenship
    [nationalID] National identification number
    [dcType] Type
    [description] Description
    [descriptionHtml] Description (HTML source)
    [content] Content
    [category] Category
    [status] Status
    [identifier] Identifier
    [eIDASIdentifier] eIDAS legal identifier
    [registration] Registration number
    [vatIdentifier] VAT number
    [taxIdentifier] Tax number
    [grade] Grade
    [gradeStatus] Grade status
    [shortenedGrading] Compared with others
    [percentageLower] Lower result
    [percentageEqual] Equal result
    [percentageHigher] Higher result
    [resultDestribution] Distribution of results
    [resultCategory] Group of results
    [label] Name
    [count] Number of people
    [score] Score
    [minimumScore] From
    [maximumScore] To
    [gradingScheme] Grading scheme
    [idVerification] Supervision and identity verification
    [assessedBy] Assessed by
    [creditReceived] Credits received
    [creditPoint] Credits
    [framework] Credit system
    [point] Points
    [volumeOfLearning] Notional workload
    [workload] Workload
    [maximumDuration] Maximum duration
    [duration] Duration
    [contactHour] Contact hours
    [levelOfCompletion] Completed
    [temporal] Period
    [startDate] From
    [endDate] To
    [directedBy] Directed by
    [providedBy] Provided by
    [eqfLevel] EQF level
    [nqfLevel] National qualification level
    [educationLevel] Level of education
    [thematicArea] Field of education (ISCED-F)
    [educationSubject] Subject
    [qualificationCode] Qualification code
    [isPartialQualification] Partial qualification
    [mode] Form of participation
    [learningSetting] Learning setting
    [learningSchedule] Schedule
    [scheduleInformation] About the schedule
    [language] Language
    [defaultLanguage] Main language
    [targetGroup] Target group
    [entryRequirement] Entry requirements
    [admissionProcedure] Admission procedure
    [applicationDeadline] Application deadline
    [priceDetail] Price
    [amount] Amount
    [value] Value
    [unit] Unit
    [grant] Grant
    [learningOutcomeSummary] Summary of learning outcomes
    [learningOutcome] Learning outcome
    [reusabilityLevel] Reusability
    [relatedESCOSkill] ESCO skill
    [relatedSkill] Related skill
    [entitlementStatus] Entitlement status
    [limitOrganisation] At the organisation
    [limitJurisdiction] Within the territory
    [limitOccupation] For the occupation (ESCO)
    [limitNationalOccupation] For the national occupation
    [limitQualification] For the qualification
    [limitField] For the field
    [limitEQFLevel] For the EQF level
    [limitCredentialType] For the type of credential
    [awardedBy] Award
    [awardingBody] Awarding body
    [awardingDate] Date of award
    [educationalSystemNote] Education system
    [used] Based on the assessment
    [awards] Awards
    [accreditation] Accreditation
    [accreditingAgent] Accrediting body
    [organisation] Accredited organisation
    [decision] Decision
    [report] Report
    [dateIssued] Date
    [reviewDate] Next review
    [valid] Valid
    [expiryDate] Expires
    [dateModified] Last changed
    [location] Place
    [address] Address
    [fullAddress] Address
    [countryCode] Country
    [geographicName] Place name
    [spatialCode] Territory
    [spatial] Country
    [geometry] Coordinates
    [latitude] Latitude
    [longitude] Longitude
    [contactPoint] Contact
    [emailAddress] E-mail
    [phone] Telephone
    [phoneNumber] Number
    [countryDialing] Country code
    [areaDialingCode] Area code
    [dialNumber] Subscriber number
    [contactForm] Contact form
    [homepage] Website
    [landingPage] Information page
    [contentURL] Web address
    [supplementaryDocument] Supplementary document
    [logo] Logo
    [bannerImage] Picture
    [memberOf] Member of
    [groupMemberOf] Member of the group
    [member] Member
    [hasMember] Member
    [subOrganizationOf] Part of the organisation
    [hasSubOrganization] Includes the organisation
    [additionalNote] Note
    [noteLiteral] Text
    [noteFormat] Format
    [subject] About
    [notation] Notation
    [schemeName] Scheme
    [schemeId] Scheme identifier
    [schemeVersion] Scheme version
    [schemeAgency] Scheme agency
    [creator] Created by
    [definition] Definition
    [inScheme] Controlled list
    [specifiedBy] Specification
    [provenBy] Assessment
    [proves] Proves
    [influencedBy] Learning activity
    [influences] Contributes to
    [entitlesTo] Entitlement
    [entitledBy] Entitled by
    [learningOpportunity] Learning opportunity
    [awardingOpportunity] Awarding opportunity
    [learningAchievementSpecification] Achievable results
    [learningActivitySpecification] Activities
    [hasPart] Part
    [isPartOf] Part of
    [specialisationOf] Specialisation of
    [generalisationOf] Generalisation of
    [hasClaim] Claim
    [hasCredential] Credential
    [evidence] Evidence
    [evidenceStatement] Statement
    [evidenceTarget] Concerns
    [embeddedEvidence] Document
    [attachment] Attachment
    [attachmentType] Type of attachment
    [contentType] File type
    [contentEncoding] Encoding
    [contentSize] Size
    [credentialProfiles] Profile
    [credentialSchema] Schema
    [credentialStatus] Status (address)
    [list] Status list
    [index] Place in the list
    [credentialSubject] Holder
    [holder] Presented by
    [issuer] Issuer (sealing organisation)
    [issued] Issued
    [issuanceDate] Date of issue
    [validFrom] Valid from
    [validUntil] Valid until
    [expirationDate] Expires
    [termsOfUse] Terms of use
    [proof] Proof
    [verifiableCredential] Credential
    [verificationCheck] Verification
    [elmSubject] Verified credential
    [verificationStatus] Verification result
    [displayParameter] Display
    [primaryLanguage] Main language
    [summaryDisplay] Summary
    [individualDisplay] Document picture
    [displayDetail] Document page
    [image] Picture
    [page] Page
    [part-achievement] Sub-achievement
    [part-activity] Part of the activity
    [part-assessment] Part of the assessment
    [part-entitlement] Part of the entitlement
    [date-result] Date of result
    [date-decision] Date of decision
    [date-entitlement] Granted on
    [date-identifier] Assigned on
    [award-description] About the award
    [award-place] Place of award
    [award-identifier] Award identifier
   *[award-note] Note on the award
}
