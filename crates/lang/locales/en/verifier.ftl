# signet-verify: files, folders and ZIP files at once

verifier-help = Verify sealed micro-credentials without anybody’s server.
verifier-help-anchors = Roots (PEM) to trust
verifier-help-lists = Folder of the EU’s trusted lists, as “signet trust update” keeps it
verifier-help-reach = Where revocation lists and certificates may be fetched from: public addresses, this machine only, anywhere
verifier-nobody-trusted = No authority is trusted, so the seal cannot be verified. Name a folder of trusted lists (--lists) or roots (--anchors).
verifier-lists = Trusted lists of the EU downloaded { $at } ({ $many ->
    [one] { $many } list
   *[other] { $many } lists
 }).
verifier-no-lists = There are no trusted lists in the folder { $folder }. Download them with “signet trust update”.
verifier-zip-broken = The ZIP file { $file } is damaged or incomplete.
verifier-member-broken = This part of the ZIP file cannot be unpacked.
verifier-unpacks-too-much = The ZIP files unpack to too much data. Verify them in parts.
verifier-too-many = There are too many files. At most { $max } can be verified at once.
verifier-nothing = There is nothing to verify: the folders and ZIP files contain no .jsonld, .json or .pdf.
verifier-unreadable = Cannot be read
verifier-together = { $many ->
    [one] { $many } file:
   *[other] { $many } files:
 }
verifier-count = { $verdict }: { $many }
verifier-skipped = { $many ->
    [one] { $many } other file was not verified, because by its name it is no .jsonld, .json or .pdf.
   *[other] { $many } other files were not verified, because by their names they are no .jsonld, .json or .pdf.
 }
verifier-column-file = File
verifier-column-verdict = Result
verifier-column-reason = Reason
verifier-column-holder = Holder
verifier-column-title = Title
verifier-column-sealed-by = Sealed by
verifier-column-sealed-at = Sealed at
verifier-column-credential = Identifier
verifier-column-sha256 = SHA-256
