# Verifying a file: the upload and the three questions.

web-verify-title = Verify a micro-credential
web-verify-lead = Upload the file you received from the holder. We verify micro-credentials of any university, not only those that use this service.
web-verify-choose = Choose a .jsonld or .pdf file, or drop it here
web-verify-hint = At most { $limit } MB. The file name does not matter.
web-verify-button = Verify file
web-verify-nothing-kept = We store neither the file nor the result.
web-verify-three = Three questions, three answers
web-verify-elsewhere = Verifying elsewhere
web-verify-elsewhere-text = The .jsonld data file can also be verified on the Europass portal or with any other tool for European Digital Credentials for Learning. The seal should be judged the same way; Europass may not know about a revocation.
web-verify-another = Verify another file
web-verify-no-file = You have not chosen a file. Choose one and try again.
web-verify-empty = The file is empty. Please choose another one.
web-verify-too-large = The file is larger than { $limit } MB. Micro-credentials are usually smaller than 1 MB; please choose the right file.
web-verify-unreadable = We found no micro-credential in the file. { $reason }
web-verify-broken-upload = The upload was incomplete. Please try again.
web-verify-several-files = The form contains several files, but exactly one can be verified. Send it as the part “file”.
web-verify-busy = Too many files are being verified right now. Please upload your file again in a moment; nothing of it was kept.
web-verify-hasty = Too many files that are costly to verify came from your address in a short time. Please try again in a minute.
web-verify-too-much = This file cannot be verified: it needs more time or memory than one file may use. Such a file is usually damaged or made to do harm. Ask the person who gave it to you for the original file from the issuer.
web-verify-format = Format
web-verify-format-about = Is the file complete, and does it follow the European standard?
web-verify-seal = Seal
web-verify-seal-about = Who sealed the file, and is it unchanged since then?
web-verify-validity = Validity
web-verify-validity-about = Is it still valid, or has it been revoked, replaced or expired?
