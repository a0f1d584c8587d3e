## Každý prvek profilu podle jména svého členu
content-member = { $member ->
    [title] Název
    [prefLabel] Označení
    [legalName] Úřední název
    [altLabel] Jiný název
    [fullName] Celé jméno
    [givenName] Jméno
    [familyName] Příjmení
    [birthName] Rodné příjmení
    [patronymicName] Jméno po otci
    [dateOfBirth] Datum narození
    [placeOfBirth] Místo narození
    [gender] Pohlaví
    [citizenshipCountry] Státní občanství
    [nationalID] Národní identifikační číslo
    [dcType] Druh
    [description] Popis
    [descriptionHtml] Popis (zdroj HTML)
    [content] Obsah
    [category] Kategorie
    [status] Stav
    [identifier] Identifikátor
    [eIDASIdentifier] Identifikátor právnické osoby (eIDAS)
    [registration] Registrační číslo
    [vatIdentifier] DIČ (DPH)
    [taxIdentifier] Daňové číslo
    [grade] Hodnocení
    [gradeStatus] Stav hodnocení
    [shortenedGrading] Srovnání s ostatními
    [percentageLower] Nižší výsledek
    [percentageEqual] Stejný výsledek
    [percentageHigher] Vyšší výsledek
    [resultDestribution] Rozložení výsledků
    [resultCategory] Skupina výsledků
    [label] Označení
    [count] Počet osob
    [score] Výsledek
    [minimumScore] Od
    [maximumScore] Do
    [gradingScheme] Hodnoticí stupnice
    [idVerification] Dohled a ověření totožnosti
    [assessedBy] Hodnotitel
    [creditReceived] Získané kredity
    [creditPoint] Kredity
    [framework] Kreditní systém
    [point] Body
    [volumeOfLearning] Studijní zátěž
    [workload] Skutečná zátěž
    [maximumDuration] Nejdelší doba
    [duration] Délka
    [contactHour] Kontaktní výuka
    [levelOfCompletion] Dokončeno
    [temporal] Období
    [startDate] Od
    [endDate] Do
    [directedBy] Zajišťuje
    [providedBy] Poskytovatel
    [eqfLevel] Úroveň EQF
    [nqfLevel] Úroveň národního rámce kvalifikací
    [educationLevel] Stupeň vzdělání
    [thematicArea] Obor vzdělání (ISCED-F)
    [educationSubject] Předmět
    [qualificationCode] Kód kvalifikace
    [isPartialQualification] Dílčí kvalifikace
    [mode] Způsob účasti ve vzdělávání
    [learningSetting] Typ vzdělávání
    [learningSchedule] Rozvrh
    [scheduleInformation] O rozvrhu
    [language] Jazyk
    [defaultLanguage] Hlavní jazyk
    [targetGroup] Cílová skupina
    [entryRequirement] Vstupní požadavky
    [admissionProcedure] Přijímací řízení
    [applicationDeadline] Uzávěrka přihlášek
    [priceDetail] Cena
    [amount] Částka
    [value] Hodnota
    [unit] Jednotka
    [grant] Podpora
    [learningOutcomeSummary] Shrnutí výsledků učení
    [learningOutcome] Výsledek učení
    [reusabilityLevel] Dosah dovednosti
    [relatedESCOSkill] Dovednost ESCO
    [relatedSkill] Související dovednost
    [entitlementStatus] Stav oprávnění
    [limitOrganisation] U organizace
    [limitJurisdiction] Na území
    [limitOccupation] Pro povolání (ESCO)
    [limitNationalOccupation] Pro povolání (národní)
    [limitQualification] Pro kvalifikaci
    [limitField] Pro obor
    [limitEQFLevel] Pro úroveň EQF
    [limitCredentialType] Pro druh osvědčení
    [awardedBy] Udělení
    [awardingBody] Udělující subjekt
    [awardingDate] Datum udělení
    [educationalSystemNote] Vzdělávací systém
    [used] Na základě hodnocení
    [awards] Uděluje
    [accreditation] Akreditace
    [accreditingAgent] Akreditující orgán
    [organisation] Akreditovaná organizace
    [decision] Rozhodnutí
    [report] Zpráva
    [dateIssued] Datum
    [reviewDate] Příští přezkum
    [valid] Platnost
    [expiryDate] Platí do
    [dateModified] Změněno
    [location] Místo
    [address] Adresa
    [fullAddress] Adresa
    [countryCode] Země
    [geographicName] Název místa
    [spatialCode] Území
    [spatial] Země
    [geometry] Souřadnice
    [latitude] Zeměpisná šířka
    [longitude] Zeměpisná délka
    [contactPoint] Kontakt
    [emailAddress] E-mail
    [phone] Telefon
    [phoneNumber] Číslo
    [countryDialing] Předvolba země
    [areaDialingCode] Předvolba oblasti
    [dialNumber] Účastnické číslo
    [contactForm] Kontaktní formulář
    [homepage] Webová stránka
    [landingPage] Informační stránka
    [contentURL] Adresa na webu
    [supplementaryDocument] Doplňující dokument
    [logo] Logo
    [bannerImage] Obrázek
    [memberOf] Člen
    [groupMemberOf] Člen skupiny
    [member] Člen
    [hasMember] Člen
    [subOrganizationOf] Součást organizace
    [hasSubOrganization] Zahrnuje organizaci
    [additionalNote] Poznámka
    [noteLiteral] Text
    [noteFormat] Formát
    [subject] Týká se
    [notation] Zápis
    [schemeName] Soustava
    [schemeId] Identifikátor soustavy
    [schemeVersion] Verze soustavy
    [schemeAgency] Správce soustavy
    [creator] Autor
    [definition] Definice
    [inScheme] Číselník
    [specifiedBy] Specifikace
    [provenBy] Hodnocení
    [proves] Prokazuje
    [influencedBy] Vzdělávací činnost
    [influences] Přispívá k
    [entitlesTo] Oprávnění
    [entitledBy] Vyplývá z
    [learningOpportunity] Nabídka vzdělávání
    [awardingOpportunity] Možnost získání
    [learningAchievementSpecification] Dosažitelné výsledky
    [learningActivitySpecification] Činnosti
    [hasPart] Část
    [isPartOf] Součást
    [specialisationOf] Specializace
    [generalisationOf] Zobecnění
    [hasClaim] Tvrzení
    [hasCredential] Osvědčení
    [evidence] Doklad
    [evidenceStatement] Prohlášení
    [evidenceTarget] Týká se
    [embeddedEvidence] Dokument
    [attachment] Příloha
    [attachmentType] Druh přílohy
    [contentType] Typ souboru
    [contentEncoding] Kódování
    [contentSize] Velikost
    [credentialProfiles] Profil
    [credentialSchema] Schéma
    [credentialStatus] Stav (adresa)
    [list] Seznam stavů
    [index] Místo v seznamu
    [credentialSubject] Držitel
    [holder] Předkladatel
    [issuer] Vydavatel (pečetící organizace)
    [issued] Datum a čas vydání
    [issuanceDate] Datum vydání
    [validFrom] Platí od
    [validUntil] Platí do
    [expirationDate] Vyprší
    [termsOfUse] Podmínky užití
    [proof] Důkaz
    [verifiableCredential] Osvědčení
    [verificationCheck] Ověření
    [elmSubject] Ověřené osvědčení
    [verificationStatus] Výsledek ověření
    [displayParameter] Zobrazení
    [primaryLanguage] Hlavní jazyk
    [summaryDisplay] Souhrn
    [individualDisplay] Obrázek dokumentu
    [displayDetail] Strana dokumentu
    [image] Obrázek
    [page] Strana
    [part-achievement] Dílčí výsledek
    [part-activity] Část činnosti
    [part-assessment] Část hodnocení
    [part-entitlement] Část oprávnění
    [date-result] Datum výsledku
    [date-decision] Datum rozhodnutí
    [date-entitlement] Uděleno dne
    [date-identifier] Přiděleno dne
    [award-description] O udělení
    [award-place] Místo udělení
    [award-identifier] Identifikátor udělení
   *[award-note] Poznámka k udělení
}
