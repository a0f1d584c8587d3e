# The home page.

web-home-title = Micro-credentials
web-home-heading = Proof of what you can do.
web-home-heading-two = Anyone can check it.
web-home-lead = A micro-credential is a university’s electronic record that its holder completed a short course with precisely described learning outcomes. It has an electronic seal, can be used throughout Europe, and only the holder decides who sees it.
web-home-verify = Verify a micro-credential
web-home-how = How it works
web-home-step-one = A university issues
web-home-step-one-text = When the learning outcomes have been assessed, a record is made with ECTS credits and an EQF level. The graduate receives a certificate with supplement (PDF) and a data file in the European standard, both with an electronic seal.
web-home-step-two = The holder shares
web-home-step-two-text = They create a separate link or QR code for each recipient, valid for a limited time. A link can be turned off at any time, and the holder sees when it was opened.
web-home-step-three = Anyone verifies
web-home-step-three-text = A link or a file and ten seconds are enough. Format, seal and validity are each checked separately. No account, nothing to install, free of charge.
web-home-courses = Courses that lead to a micro-credential
web-home-all-courses = Full catalogue
