# Preview of a micro-credential.

web-staff-preview-title = Preview
web-staff-preview-link = Preview of the micro-credential
web-staff-preview-nobody = This is what a micro-credential will look like by today’s text. Vzor Vzorová is not a real person, nothing is issued and nothing is kept. Each page is marked as a test.
web-staff-preview-none = There can be no preview yet.
web-staff-preview-lacks = What has to be added or corrected
web-staff-preview-document = Certificate and supplement
web-staff-preview-certificate = Certificate
web-staff-preview-certificate-alt = Preview of the certificate in the name of Vzor Vzorová, marked as a test. The PDF to download has its text.
web-staff-preview-supplement = Supplement, page { $number }
web-staff-preview-supplement-alt = Preview of page { $number } of the supplement, marked as a test. The PDF to download has its text.
web-staff-preview-pdf = Download the specimen (PDF)
web-staff-preview-catalogue = Card in the catalogue
web-staff-preview-verifier = What a verifier will see
web-staff-preview-verifier-about = The page of verification, with the result and everything the micro-credential says.
web-staff-preview-verifier-link = Show the page of verification
web-staff-preview-verifier-nobody = Preview of the page of verification. Vzor Vzorová is not a real person and the seal is a test; for a micro-credential that was issued, the real result stands here.
web-staff-preview-no-seal = No seal is set for the institution, so it is not known who will seal. Ask the operator of this service.
web-staff-preview-unprintable = These characters cannot be printed in the document: { $characters }. Replace them in the text.
web-staff-preview-not-ready = No micro-credential can be made of the text. Ask the operator of this service.
