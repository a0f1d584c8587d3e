# Comparing files: whether they are the same micro-credential, item by item.

same-verdict = { $verdict ->
    [one-record] ONE MICRO-CREDENTIAL. The issuer states it, and the files agree in every item.
    [content-agrees] THE CONTENT AGREES. The issuer does not state that it is one micro-credential.
    [different] NOT THE SAME MICRO-CREDENTIAL.
   *[cannot-tell] CANNOT TELL whether it is one micro-credential.
}
same-reason = Reason: { $reason }
same-no-credential = The file { $file } carries no micro-credential that can be read.
same-item-differs = The item “{ $item }” differs. { $first }: { $one }. { $second }: { $other }.
same-root-broken = The content of the file { $file } does not agree with the record digest that it carries.
same-roots-differ = The files { $first } and { $second } carry different record digests.
same-sealers-differ = The files { $first } and { $second } were sealed by different organisations: { $one } and { $other }.
same-sealer-unknown = Who sealed the file { $file } cannot be told.
same-rootless = { $kind ->
    [closed] The file { $file } carries a record digest, and nothing to compute it with.
    [unreadable] The file { $file } carries a record digest that cannot be read.
   *[absent] The file { $file } carries no record digest.
}
same-file = { $outcome ->
    [holds] { $file }: valid
    [fails] { $file }: not valid
    [trial] { $file }: test seal, proves nothing
   *[open] { $file }: cannot be fully verified
}
same-file-root = record digest { $root }
same-file-root-none = no record digest
same-items = Items that agree: { $same } of { $total }.
same-item-verdict = { $verdict ->
    [same] the same
    [differs] differs
   *[not-carried] cannot be compared: a file carries no micro-credential
}
same-unsaid = not stated
same-too-few = At least two files are compared.
same-too-many = At most { $max } files can be compared.
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
    [awarding_body_contact] seat and contact of the awarding body
    [faculty] faculty
    [issued] instant of issue
    [awarded] date of the award
    [outcomes] learning outcomes
    [ects] ECTS credits
    [hours] hours of workload
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
    [activities] single activities
    [identifier] unique identifier
    [unit] unit of learning
    [programme] study programme
    [legal_basis] legal basis
    [replaces] replaced micro-credential
    [sealing_body] sealing organisation
   *[mandate] mandate to seal
}

same-help = Say whether files are one micro-credential, item by item
same-help-files = Files .jsonld and .pdf, two at least
same-help-json = Print the comparison as JSON
same-help-after = Exit codes: 0 one micro-credential and each file holds, 1 not one or a file fails, 2 cannot tell or the issuer does not state it, 64 wrong use, 65 unreadable file, 66 no such file.
