# The shared page and its files.

web-shared-preview = Preview of the certificate (page 1 of the PDF)
web-shared-preview-alt = Preview of the first page of the certificate. All of its text is on this page.
web-shared-files-lead = These are the exact files the university sealed. You can verify them elsewhere, too.
web-shared-by-holder = The holder of the micro-credential is sharing this page with you. Search engines do not index it.
web-shared-ends = The link works until { $ends }.
web-shared-gone-title = This link is not valid or has expired
web-shared-gone-text = There is nothing at this link. Check that you copied the whole link, or ask the sender for a new one.
web-shared-gone-file = If you have the .jsonld or .pdf file, you can verify that instead.
web-shared-files = Files
web-shared-file-jsonld = Data file (European Digital Credential)
web-shared-file-pdf = Certificate and supplement as PDF, with the data file inside
web-shared-size-kb = { $size } kB
web-shared-hidden = In this link the holder does not show everything. Left out: { $fields }. The whole micro-credential was verified nevertheless.
web-shared-reference = Reference:
web-shared-rehearsed = This is how the recipient will see the page. Your view is not counted.
web-shared-code-title = Enter the code
web-shared-code-lead = The person who sent you this link protects it with a code. They should have told you the code separately.
web-shared-code-label = Code
web-shared-code-hint = Six digits
web-shared-code-open = Open
web-shared-code-note = If you do not have the code, ask the person who sent you the link.
web-shared-code-none = The code has six digits. Enter all of them.
web-shared-code-wrong = The code is not correct. Check it and enter it again.
web-shared-code-waits = A wrong code was entered several times. Try again in 15 minutes.
