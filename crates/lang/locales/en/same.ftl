# Comparing files: whether they are the same micro-credential, item by item.

same-verdict = { $verdict ->
    [one-record] THE SAME MICRO-CREDENTIAL. The issuer states this, and the files agree in every item.
    [content-agrees] THE CONTENT AGREES, but the issuer does not state that it is the same micro-credential.
    [different] NOT THE SAME MICRO-CREDENTIAL.
   *[cannot-tell] IT CANNOT BE DETERMINED whether it is the same micro-credential.
}
same-reason = Reason: { $reason }
same-no-credential = The file { $file } does not contain a micro-credential that can be read.
same-item-differs = The item “{ $item }” differs. { $first }: { $one }. { $second }: { $other }.
same-root-broken = The content of the file { $file } does not match its record digest.
same-roots-differ = The files { $first } and { $second } have different record digests.
same-sealers-differ = The files { $first } and { $second } were sealed by different organisations: { $one } and { $other }.
same-sealer-unknown = It cannot be determined who sealed the file { $file }.
same-rootless = { $kind ->
    [closed] The file { $file } has a record digest, but not what is needed to compute it again.
    [unreadable] The file { $file } has a record digest that cannot be read.
   *[absent] The file { $file } has no record digest.
}
same-file = { $outcome ->
    [holds] { $file }: valid
    [fails] { $file }: not valid
    [test] { $file }: test seal, proves nothing
   *[open] { $file }: cannot be fully verified
}
same-file-root = record digest { $root }
same-file-root-none = no record digest
same-items = Items that agree: { $same } of { $total }.
same-item-verdict = { $verdict ->
    [same] the same
    [differs] differs
   *[not-carried] cannot be compared: one of the files does not contain a micro-credential
}
same-unsaid = not stated
same-too-few = Choose at least two files to compare.
same-too-many = At most { $max } files can be compared at once.
same-unreadable = The file { $file } cannot be read. { $reason }

# The items of a micro-credential as they are compared.
same-item = { $item ->
    [holder_name] name of the holder
    [birth_date] date of birth
    [birth_place] place of birth
    [title] title of the micro-credential
    [description] description
    [issuing_country] country of the issuer
    [awarding_body] awarding body
    [awarding_body_contact] registered office and contact of the awarding body
    [faculty] faculty
    [issued] time of issue
    [awarded] date of award
    [outcomes] learning outcomes
    [ects] ECTS credits
    [hours] hours of study
    [eqf] EQF level
    [nqf] level of the national framework
    [field] field of education
    [assessment] type of assessment
    [participation] form of participation
    [quality] quality assurance
    [prerequisites] prerequisites
    [supervision] supervision and identity verification
    [grade] grade achieved
    [grading_scale] grading scale
    [assessor] assessor
    [stacking] stackability options
    [parts] parts and their results
    [entitlements] entitlements
    [further_information] further information
    [documents] related documents
    [languages] language of instruction
    [period] period of learning
    [activities] individual activities
    [identifier] unique identifier
    [unit] unit of learning
    [programme] degree programme
    [legal_basis] legal basis
    [replaces] replaced micro-credential
    [sealing_body] sealing organisation
   *[mandate] mandate to seal
}

same-help = Check item by item whether files are the same micro-credential
same-help-files = .jsonld and .pdf files, at least two
same-help-json = Print the comparison as JSON
same-help-after = Exit codes: 0 the same micro-credential and all files valid, 1 not the same or a file not valid, 2 it cannot be determined, or the issuer does not state it, 64 wrong use, 65 unreadable file, 66 file not found.

# The signed statement about the content.
same-statement-name = Statement about the content of a micro-credential
same-statement-about = The digests of all items of one micro-credential and its record digest. It says nothing about anyone; whoever has the micro-credential can check it item by item.

# Comparison on the page.
# $verdict: SameVerdict
same-page-verdict = { $verdict ->
    [one-record] The same micro-credential
    [content-agrees] The content agrees
    [different] Different micro-credentials
   *[cannot-tell] Cannot be determined
}
# $verdict: SameVerdict
same-page-verdict-text = { $verdict ->
    [one-record] The issuer states that the files are the same micro-credential, and they agree in every item.
    [content-agrees] However, the issuer does not state that the files are the same micro-credential.
    [different] The files are not the same micro-credential.
   *[cannot-tell] It cannot be determined whether the files are the same micro-credential.
}
same-page-title = Comparison of files
same-page-files = Each file on its own
same-page-whole-report = To see the detailed result, verify each file separately.
same-page-one-record-only = Whether the files are valid is stated in the result for each of them.
same-upload-hint = If you choose two or more files, we compare whether they are the same micro-credential.
same-too-large = The files are larger than { $limit } MB together. Please choose fewer or smaller files.
same-too-much = These files cannot be compared: together they need more time or memory than one verification may use. Please verify each file separately.
