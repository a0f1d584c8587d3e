# The shared page and its files.

web-shared-preview = Preview of the certificate (page 1 of the PDF)
web-shared-preview-alt = Preview of the first page of the certificate. All of its text is on this page.
web-shared-withheld = The holder has hidden the date of birth in this link, so the preview and files that contain it are not shown.
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
