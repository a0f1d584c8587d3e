## Frame of the page
web-skip = Skip to content
web-nav = Main menu
web-language = Language of the page
web-language-cs = Czech
web-language-en = English
web-nav-verify = Verify
web-nav-catalogue = Catalogue
web-nav-holder = My micro-credentials
web-nav-staff = Study department
web-nav-account = Your account
web-signed-in = Signed in: { $name } ({ $role })
web-logout = Sign out
web-foot = Signet – issuing and verifying micro-credentials
web-foot-nav = About this site
web-accessibility = Accessibility statement
web-privacy = Privacy
web-api = Interface for programs (OpenAPI)
web-search = Search
web-cancel = Back without change
web-download = Download
web-print = Print
web-detail = Details
web-copy = Copy
web-copied = Copied
web-new-window = opens in a new window
web-role-holder = holder
web-role-registrar = study department
web-role-company = company
web-role-guarantor = guarantor
web-role-operator = operator of the service
web-role-quality-office = quality-assurance office
web-role-seal-custodian = custodian of the seal
web-role-system-client = information system
web-role-verifier = visitor
web-credential = Micro-credential

## Welcome
web-home-title = Micro-credentials
web-home-heading = Proof of what you can do.
web-home-heading-two = Anyone can check it.
web-home-lead = A micro-credential is a university's electronic record that someone completed a short, precisely described piece of learning. It carries an electronic seal, is usable throughout Europe, and its holder alone decides who sees it.
web-home-verify = Verify a micro-credential
web-home-how = How it works
web-home-step-one = A university issues
web-home-step-one-text = When the assessment is passed, a record is made with learning outcomes, ECTS credits and EQF level. The graduate receives a certificate with supplement (PDF) and a data file in the European standard, both sealed.
web-home-step-two = The holder shares
web-home-step-two-text = A separate link or QR code for each recipient, with the day it ends. A link can be withdrawn at any time, and the holder sees when it was opened.
web-home-step-three = Anyone verifies
web-home-step-three-text = A link or a file and ten seconds are enough: format, seal and validity, each on its own. No account, nothing to install, free of charge.
web-home-courses = Courses that lead to a micro-credential
web-home-all-courses = Whole catalogue

## Verifying a file
web-verify-title = Verify a micro-credential
web-verify-lead = Upload the file that the holder gave you. We verify micro-credentials of any university, not only of those that use this service.
web-verify-choose = Choose a .jsonld or .pdf file, or drop it here
web-verify-hint = At most { $limit } MB. The name of the file does not matter.
web-verify-button = Verify file
web-verify-nothing-kept = Neither the file nor the result is stored.
web-verify-three = Three questions, three answers
web-verify-elsewhere = Verifying elsewhere
web-verify-elsewhere-text = The .jsonld data file can also be verified on the Europass portal or with any other tool for European Digital Credentials for Learning. The result for the seal must be the same; Europass may not know of a revocation, though.
web-verify-another = Verify another file
web-verify-no-file = You have not chosen a file.
web-verify-empty = The file is empty.
web-verify-too-large = The file is larger than { $limit } MB. Micro-credentials are usually smaller than 1 MB; please choose the right file.
web-verify-unreadable = We found no micro-credential in the file: { $reason }
web-verify-broken-upload = The file did not arrive whole. Please try again.
web-verify-busy = Too many files are being verified just now. Please send your file again in a moment; nothing of it was kept.
web-verify-hasty = Too many demanding files came from your address in a short time. Please try again in a minute.
web-verify-too-much = This file cannot be verified: it took more time or memory than one file may take. Such a file is usually damaged, or made to do harm. Ask whoever gave it to you for the file as the issuer made it.
web-format = Format
web-format-about = Is the file complete and built as the European standard prescribes?
web-seal = Seal
web-seal-about = Who sealed the file, and has not a single byte changed since?
web-validity = Validity
web-validity-about = Has the university neither revoked nor replaced the record, and has it not expired?

## Result
web-report-results = Results of the verification
web-report-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
web-report-file = Verified file: { $name }
web-report-who = Who sealed it, and for whom
web-report-checked = Verified { $when }
web-mark-holds = In order
web-mark-fails = Does not hold
web-mark-cannot-tell = Cannot tell
web-mark-neutral = For information
web-verdict-valid = Valid micro-credential
web-verdict-valid-text = Format, seal and validity are in order. The content has not changed since it was sealed.
web-verdict-invalid = Not valid – do not rely on this file
web-verdict-invalid-text = Why: { $reason }
web-verdict-revoked = Revoked micro-credential
web-verdict-revoked-text = This micro-credential is no longer valid. The university has revoked the record.
web-verdict-revoked-since = Not valid since { $date }. Reason: { $reason }
web-verdict-suspended = Suspended micro-credential
web-verdict-suspended-text = For the time being this micro-credential does not count. Its issuer may restore or revoke it.
web-verdict-superseded = Superseded micro-credential
web-verdict-superseded-text = The university has issued a corrected micro-credential; this one is no longer valid. Ask the holder for a new link.
web-verdict-unknown = Cannot be fully verified
web-verdict-unknown-text = What cannot be confirmed: { $reason }
web-verdict-unsealed = No seal
web-verdict-unsealed-text = The file carries no electronic seal. Neither its origin nor its authenticity can be vouched for.
web-verdict-trial-text = The file bears only a test seal. It serves to try the system and proves nothing.
web-report-sealed = Sealed
web-part-credential = data file
web-part-document = PDF
web-part-embedded = data file inside the PDF
web-report-sealed-by = Sealed by
web-report-calls-itself = Calls itself
web-report-signed-by = Signed by (a person)
web-report-awarded-by = Awarded by
web-report-awarded-said = Awarded by, as the file says
web-report-mandate = Mandate, in the words of whoever sealed
web-report-sealed-at = Time of sealing
web-report-sealed-at-claimed = { $when } (as the sealing body states)
web-report-sealed-at-proven = { $when } (proven by a time stamp)
web-report-level = Seal level
web-trial-title = INVALID – TEST SEAL
web-trial-text = This record was made to try the system. It is no proof of learning.
web-trial-tag = test
web-limits-title = What verification does not prove
web-limits-person = That the person before you is the holder. Check their identity document.
web-limits-sight = That nothing changes after you look. A university may revoke a micro-credential later; verify again before an important decision.
web-limits-picture = That the picture of the document says what the data say. The picture is drawn by whoever sealed; read the data beside it.
web-limits-qualified = That the seal is a qualified one under the eIDAS Regulation, unless the results say so.

## Shared page
web-shared-preview = Preview of the certificate (page 1 of the PDF)
web-shared-preview-alt = Preview of the first page of the certificate. Everything on it stands on this page as text.
web-shared-withheld = With this link the holder does not show the date of birth. For that reason the preview and the files, which contain it, are not here either.
web-shared-files-lead = Exactly the files that the university sealed. You can verify them anywhere else.
web-shared-by-holder = The holder of the micro-credential shares this page with you. No search engine finds it.
web-shared-ends = The link works until { $ends }.
web-gone-title = This link is not valid or has ended
web-gone-text = There is nothing to show under this link. Check that you copied all of it, or ask whoever sent it for a new one.
web-gone-file = If you have the .jsonld or .pdf file, you can verify that instead.
web-files = Files
web-file-jsonld = Data file (European Digital Credential)
web-file-pdf = Certificate and supplement as PDF, with the data file inside
web-size-kb = { $size } kB

## What a micro-credential says
web-holder = Holder
web-holder-name = Name
web-holder-born = Date of birth
web-holder-birth-place = Place of birth
web-awarding-body = Awarding body
web-awarding-body-said = Awarding body, as the file says
web-called-in-file = in the file: { $name }
web-faculty = Faculty
web-seal-issuer = Issuer (sealing organisation)
web-country = Country of the issuer
web-awarded = Awarding date
web-issued = Date of issue
web-identifier = Unique identifier
web-period = Period of learning
web-period-value = { $start } – { $end }
web-workload = Notional workload
web-ects = { $count ->
    [one] { $ects } ECTS credit
   *[other] { $ects } ECTS credits
}
web-born = born { $date }
web-credits-of = { $points } ({ $framework })
web-hours = { $hours ->
    [one] { $hours } hour of work
   *[other] { $hours } hours of work
}
web-level = Level
web-eqf = EQF { $level }
web-eqf-one = basic general knowledge
web-eqf-two = level of primary and lower secondary education
web-eqf-three = level of a vocational certificate
web-eqf-four = level of a school-leaving examination
web-eqf-five = level of short-cycle tertiary education
web-eqf-six = level of bachelor’s studies
web-eqf-seven = level of master’s studies
web-eqf-eight = level of doctoral studies
web-nqf = National qualifications framework
web-subject = Field of education (ISCED-F)
web-mode = Form of participation
web-teaching-language = Language of instruction
web-about = About the record
web-outcomes = Learning outcomes
web-outcomes-other = Learning outcomes
web-quality = Quality assurance
web-quality-kind = Type
web-quality-body = Decided by
web-quality-decision = Decision
web-quality-valid = Valid
web-quality-valid-from = from { $start }
web-quality-valid-span = from { $start } to { $end }
web-quality-valid-until = until { $end }
web-quality-report = Report
web-assessment = Assessment
web-assessment-type = Type of assessment
web-grade = Grade achieved
web-grade-scale = Scale
web-grade-date = Date of the result
web-supervision = Supervision and identity verification
web-prerequisites = Prerequisites
web-parts = Sub-achievements
web-stacking = Stackability options
web-further = Further information
web-legal-basis = Legal basis
web-homepage = Course page
web-description = Description
web-five-title = For recognition: five questions
web-five-lead = Answers to the questions by which recognition bodies judge short learning (Nuffic Micro-Evaluator).
web-five-quality = Who vouches for the quality?
web-five-level = What level is it?
web-five-outcomes = What can the graduate do?
web-five-workload = How much work was it?
web-five-testing = How was it tested?
web-five-outcomes-count = { $count ->
    [one] { $count } learning outcome, listed above
   *[other] { $count } learning outcomes, listed above
}
web-not-stated = not stated

## Catalogue
web-catalogue-title = Course catalogue
web-catalogue-lead = Courses whose graduates receive a micro-credential. For each you know beforehand what you will learn, how much work awaits you, and how the result is assessed.
web-catalogue-search = Title, field or university
web-catalogue-found = { $count ->
    [0] Nothing matches
    [one] { $count } course
   *[other] { $count } courses
}
web-unit-about = About the course
web-unit-components = What it is made of
web-unit-activities = What you will do
web-unit-programme = Study programme
web-unit-courses = Courses
web-unit-entitlements = What it entitles to
web-unit-documents = Documents
web-unit-runs = Dates
web-unit-apply = Course page and application
web-kind-lifelong = Lifelong-learning programme under Section 60 of the Higher Education Act
web-kind-course = Course of an accredited degree programme
web-kind-set = Set of courses of an accredited degree programme

## Signing in
web-login-title = Sign in
web-login-lead = You have opened a one-time sign-in link. Continue with the button.
web-login-button = Sign in
web-login-note = The link works once. You stay signed in until you sign out, for 12 hours at most; sooner when you do nothing for a while.
web-login-spent-title = This sign-in link no longer works
web-login-spent-text = A sign-in link works once and for a limited time. Please ask for a new one.
web-login-needed-title = Please sign in
web-login-needed-text = This page is for people who are signed in. Open the sign-in link that your university gave you.
web-logout-title = You are signed out
web-logout-text = Nobody will see your micro-credentials on this device any more.
web-account-id = Account
web-account-role = Role
web-account-institution = Institution
web-account-person = Your number at the institution
web-account-can = What you can do
web-can-company = Open the links that holders share with you. Signet has no page of orders and employees yet.
web-can-guarantor = Signet has no pages for describing your courses and entering results yet. Send the description or the results to the study department, which brings them in.
web-can-holder = See your micro-credentials, download them, and decide who may look at them and for how long.
web-can-not-oneself = You cannot issue, correct or revoke your own micro-credential. A colleague does that.
web-can-operator = You look after institutions, accounts and the running of the service on the command line. You cannot open anyone’s micro-credential.
web-can-progress = Below you see how many micro-credentials are valid, wait, or were revoked.
web-can-quality-office = Signet has no pages for approving courses yet. Give your approval to the operator, who brings the approved description in.
web-can-registrar = Upload results, issue micro-credentials, find them and revoke them.
web-can-seal-custodian = You see, stop and start the seal on the command line (signet seal). Signet has no page for that yet.
web-can-system-client = A program works through the interface for programs, not through these pages.
web-can-verifier = Verify a file, or open a link that somebody gave you.
web-sessions-title = Where you are signed in
web-sessions-about = If you do not recognise a sign-in, end it and tell your institution.
web-sessions-since = Signed in
web-sessions-seen = Last used
web-sessions-ends = Ends at the latest
web-sessions-this = This one
web-sessions-end = End
web-sessions-end-others = End all the others

## Holder
web-holder-title = My micro-credentials
web-holder-lead = Your certificates, the files to download, and the links you have given to whom.
web-holder-none = There is no micro-credential here yet. It will appear as soon as a university issues it.
web-share-action = Share
web-state-valid = Valid
web-state-revoked = Revoked
web-state-superseded = Superseded
web-state-waiting = Waiting for the seal
web-state-erased = Data erased
web-revoked-note = The university revoked this micro-credential on { $date }. Reason: { $reason }
web-superseded-note = The university has issued a corrected micro-credential that replaces this one.
web-erased-note = The public data of this micro-credential was erased at the holder’s request.
web-waiting-text = The university has accepted this micro-credential for issue and it waits for its seal. As soon as it has it, you will find the files and sharing here.
web-shares-title = Sharing
web-share-new = New link
web-shares-none = You have not shown this micro-credential to anyone yet.
web-share-label = For whom or what
web-share-state = State
web-share-until = Valid until
web-share-opened = Opened
web-share-downloaded = Downloaded
web-share-opened-times = { $count ->
    [one] { $count }×
   *[other] { $count }×
}
web-share-no-limit = no end
web-share-state-open = Works
web-share-state-ended = Ended
web-share-state-withdrawn = Withdrawn
web-master-title = Link in the PDF
web-master-text = The supplement of your PDF carries a link and a QR code. Whoever has the PDF can open the verification page with them. You can switch them off and on here; other links are not affected.
web-master-state-on = On
web-master-state-off = Off
web-master-off = Switch off the link in the PDF
web-master-on = Switch on the link in the PDF
web-master-note-on = The link in the PDF is on again.
web-master-note-off = The link in the PDF is off. Whoever opens it sees nothing.
web-files-lead = Byte for byte the files that the university sealed. The SHA-256 digest lets you check that.
web-profile-title = Professional profile
web-linkedin-text = Adds the micro-credential to your LinkedIn profile with a link that has no end. You see everything before it is saved.
web-linkedin-action = Add to LinkedIn
web-linkedin-first = A LinkedIn profile needs a link that does not end. First make a link with no end; the button will then appear here.
web-linkedin-make = Make a link for the profile
web-europass-text = For Europass, download the .jsonld data file and upload it there under “Credentials for Citizens”. That way you hand the file to your Europass library yourself.
web-history-title = When links were opened
web-history-none = Not yet.
web-history-when = When
web-history-what = What happened
web-history-share = Link
web-history-viewed = page opened
web-history-downloaded = file downloaded
web-history-times = How often
web-history-document = link in the PDF
web-history-days = We store only the time, not who it was, and for { $days } days at most. Your own visits, and the previews that chat and mail programs fetch for a link, are not counted; we recognise most of those programs, not all.
web-share-new-lead = This makes a link that only you and whoever you give it to will know. You can withdraw it at any time.
web-share-purpose = What it is for
web-purpose-proof = Proof of completion
web-purpose-proof-about = One recipient, 30 days
web-purpose-admission = Application for study
web-purpose-admission-about = Until the procedure ends, 180 days
web-purpose-cv = CV and LinkedIn
web-purpose-cv-about = No end, no date of birth
web-purpose-other = Something else
web-purpose-other-about = 30 days, set everything yourself
web-share-label-hint = Only you see it, for example “Human resources”. At most 80 characters.
web-share-until-date = Until a date
web-share-last-day = Last day on which the link works
web-share-ends-hint = Works until the end of that day.
web-share-no-end = No end
web-share-no-end-hint = The link works until you withdraw it yourself.
web-share-language = Language of the page for the recipient
web-share-shows = What will be seen
web-share-birth = Show the date of birth, the preview of the certificate and the files
web-share-birth-hint = The date of birth also stands on the certificate and in the files. Without it the recipient sees everything else and the result of the verification, but no preview and no files.
web-share-create = Make the link
web-share-created = The link is ready.
web-share-withdrawn-note = The link is withdrawn. It stopped working at once, and so did its QR code.
web-share-extended-note = The new end of the link is set.
web-share-problem-label = Write for whom or what the link is, in at most 80 characters.
web-share-problem-ends = Enter the last day of validity: today or later.
web-share-problem-many = One micro-credential can have { $count } links at most. Withdraw those you no longer need; withdrawn ones do not count.
web-share-problem-ever = { $count } links have been made for this micro-credential, and no more can be added. Use one of them, or ask the university for help.
web-share-link = Link
web-share-link-note = Whoever has the link sees the content. Send it only to the one it is meant for.
web-share-look = See what the recipient sees
web-share-closed = The link no longer works. Whoever opens it sees nothing.
web-share-created-at = Made
web-share-change = Change
web-share-extend = New last day of validity
web-share-extend-button = Change the end
web-share-withdraw = Withdraw the link
web-share-withdraw-text = It stops working at once and for good, as a QR code too. Other links are not affected.
web-share-withdraw-button = Withdraw
web-share-shows-birth = date of birth, preview and files
web-share-hides-birth = no date of birth, preview or files
web-qr-alt = QR code with this link
web-qr-svg = QR code as SVG
web-qr-png = QR code as PNG

## Study department
web-staff-title = Study department
web-staff-state = Overview
web-tile-valid = Valid
web-tile-waiting = Waiting for the seal
web-tile-troubled = Need attention
web-tile-revoked = Revoked
web-tile-superseded = Superseded
web-sheet-title = Issue from results
web-sheet-unit = Unit of learning
web-sheet-unit-choose = Choose…
web-sheet-file = File of results
web-sheet-file-hint = CSV (in UTF-8, or as Czech Excel saves it) or JSON, at most { $limit } MB. Save an .xlsx workbook as “CSV UTF-8” first.
web-sheet-windows = The file was read as Windows-1250, as its headings say. Please check the letters of the names.
web-sheet-check = Check
web-sheet-check-note = You will see the check first. Nothing is issued yet.
web-sheet-no-unit = Choose a unit of learning.
web-sheet-no-file = Choose a file of results.
web-sheet-own-row = This result is your own, so a colleague has to issue it.
web-sheet-too-large = The file is larger than { $limit } MB. Please split it.
web-sheet-unusable = The file cannot be used: { $reason }
web-check-title = Check of the results
web-check-rows = Rows in all
web-check-good = To be issued
web-check-bad = With a mistake
web-check-not-passed = Did not pass
web-check-known = Issued before
web-check-all-good = All rows are in order.
web-check-wrong = { $count ->
    [one] { $count } complaint
   *[other] { $count } complaints
}
web-check-line = Line
web-check-column = Column
web-check-problem = What is wrong and what would be right
web-check-issue-text = { $count ->
    [one] { $count } micro-credential will be issued. Rows with a mistake and those issued before are skipped.
   *[other] { $count } micro-credentials will be issued. Rows with a mistake and those issued before are skipped.
}
web-check-issue = { $count ->
    [one] Issue { $count } micro-credential
   *[other] Issue { $count } micro-credentials
}
web-check-again = Mend the file and try again
web-batch-title = Issuing
web-batch-progress = Progress of the issuing
web-batch-running = { $done } of { $total } done. This page refreshes itself; you may close it, the work goes on.
web-batch-finished = Finished. { $done } of { $total } issued.
web-batch-rows = Rows
web-batch-left-out = Rows left out
web-batch-note = Note
web-batch-when = Handed in
web-batch-unit = Unit of learning
web-batch-state-checked = Checked
web-batch-state-issuing = Being issued
web-batch-state-issued = Handed over for issue
web-batch-state-abandoned = Abandoned
web-batch-sealed = Issued
web-batch-waiting = Waiting
web-batch-failed = Not issued
web-trouble-seal = The seal is not available. The record waits and is tried again.
web-trouble-stamp = The time stamp is not available. The record waits and is tried again.
web-trouble-unprintable = A character cannot be printed on the certificate. Please correct the data.
web-trouble-not-ready = The record did not pass the final check. Please turn to the administrators.
web-trouble-disk-full = The disk of the register is full. The award waits; tell the operator.
web-trouble-other = The record waits and is tried again.
web-batches-title = Latest batches
web-find-title = Issued micro-credentials
web-find-label = Name or identifier
web-find-hint = Part of a name is enough, also without accents.
web-find-found = { $count ->
    [0] Nothing found
    [one] { $count } record
   *[other] { $count } records
}
web-find-holder = Holder
web-find-issued = Issued
web-find-many = More than { $count } records
web-find-pages = Pages of results
web-find-previous = Previous records
web-find-next = Next records
web-course-title = What happened to the micro-credential
web-event-by-service = Signet itself
web-course-note = By whom, and details
web-event-proposed = accepted for issue
web-event-intended = prepared for sealing
web-event-sealed = sealed
web-event-delivered = given to the holder
web-event-exported = files stored in the operator's folder
web-event-revoked = revoked
web-event-superseded = superseded by a corrected one
web-event-erased = data erased
web-event-by-because = { $by }: { $reason }
web-event-renewed = protection of the seal renewed
web-revoke-title = Revocation
web-revoke-about = A revoked micro-credential stays in the register, and its links say that it is not valid. This cannot be undone.
web-revoke-open = Revoke…
web-revoke-lead = { $holder }: { $title }
web-revoke-reason = Reason
web-revoke-reason-hint = Everyone who verifies the micro-credential will see the reason.
web-reason-holder-request = at the holder’s request
web-reason-issued-in-error = issued by mistake
web-reason-noted = { $reason }. { $note }
web-reason-other = another reason
web-reason-result-annulled = the result was annulled
web-reason-seal-compromised = the seal can no longer be trusted
web-reason-untrue-statement = it states something untrue
web-revoke-date = Not valid since
web-revoke-note-legend = Public explanation
web-revoke-note-cs = Public explanation in Czech
web-revoke-note-en = Public explanation in English
web-revoke-note-hint = Required with another reason, otherwise optional. Fill in both languages or neither. No personal data, please.
web-revoke-next = Continue to confirmation
web-revoke-sure = Really revoke?
web-revoke-sure-text = It takes effect at once for links, QR codes and the status list. It cannot be undone.
web-revoke-do = Revoke for good
web-revoke-done = The micro-credential is revoked.
web-revoke-problem-reason = Choose a reason.
web-revoke-problem-date = Enter a date, today at the latest.
web-revoke-problem-note = Fill in the explanation in both languages (at most 1000 characters) or in neither. With another reason it is required.
web-revoke-problem-state = This micro-credential was revoked already, or cannot be revoked in its state.

## Errors
web-not-found-title = Page not found
web-not-found-text = There is nothing at this address. It may have moved, or the address may be mistyped.
web-home-link = To the welcome page
web-fault-title = Something went wrong here
web-fault-text = The fault is ours and we know of it. Please try again in a while; nothing that was saved is lost.
web-forbidden-title = You have no access here
web-forbidden-text = The way you are signed in does not open this page.
web-denied-title = This is for a colleague to do
web-denied-themselves = You cannot issue, correct or revoke your own micro-credential. Please ask a colleague.
web-denied-unidentified = Your account does not say which person you are in the institution’s records, so nobody can tell whether you would be judging yourself. Ask the operator to add your number.
web-forged-title = The form has expired
web-forged-text = The form was sent from another place or from a page opened long ago. Go back, load the page again and repeat.
web-hasty-title = Too many attempts
web-hasty-text = Many links that do not work came from your address. Please try again in a minute.
web-busy-title = There is a lot to do here just now
web-busy-text = Too many things are being worked on at once. Please try again in a while; nothing that was saved is lost.
web-bad-request-title = We do not understand the request
web-bad-request-text = The data came in a form we do not understand. Go back and try again.

## Accessibility and privacy
web-accessibility-lead = Everyone should be able to earn, share and verify a micro-credential.
web-accessibility-state = State of conformance
web-accessibility-state-text = This site is designed to WCAG 2.2 level AA and to Czech Act No. 99/2019 Coll. on the accessibility of websites.
web-accessibility-means = What this means
web-accessibility-means-script = Everything works without scripts and in older browsers, from a width of 320 pixels, in light and dark.
web-accessibility-means-colour = The result of a verification is always told by word and shape, never by colour alone.
web-accessibility-means-keyboard = Everything can be done from the keyboard and read by a screen reader, in Czech and in English.
web-accessibility-means-pdf = The PDF certificate is tagged to PDF/UA-1, so a screen reader reads it in the right order.
web-accessibility-limits = Known limits
web-accessibility-limits-text = The preview of a certificate is a picture; everything on it also stands on the page as text. Files of other issuers may not be accessible.
web-accessibility-contact = Did you meet a barrier?
web-accessibility-contact-text = Write to us and we will remove it. If the answer does not satisfy you, you may turn to the Czech Digital and Information Agency.
web-privacy-lead = We process only what is needed to issue, keep and verify a micro-credential.
web-privacy-files = Files uploaded for verification
web-privacy-files-text = They are processed in memory and thrown away. We keep neither the file nor its content, neither the result nor your address.
web-privacy-links = Links
web-privacy-links-text = A link is a secret known only to the holder and to whoever was given it. It appears neither in search engines nor in our logs. The holder sees when a link was opened; who you are they do not learn, and we do not find out.
web-privacy-register = Register
web-privacy-register-text = The record of a micro-credential is kept without a time limit by the university that awarded it, because only so can it be verified decades later. It never contains a Czech birth number (rodné číslo).
web-privacy-cookies = Cookies
web-privacy-cookies-text = The one cookie carries your sign-in and ends when you sign out. Without signing in there is none. The pages load nothing from third parties.
web-privacy-rights = Your rights
web-privacy-rights-text = Access, correction, restriction or erasure of public data is granted by the university that awarded the micro-credential. Complaints go to the Czech Office for Personal Data Protection.
