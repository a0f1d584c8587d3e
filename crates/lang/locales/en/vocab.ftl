# The EU’s controlled lists.
vocab-help = The EU’s controlled lists: contents, search by label, and checking of identifiers
vocab-help-list = List the controlled lists, or the items of one
vocab-help-scheme-listed = A list, such as eqf or isced-f; by default all lists are shown
vocab-help-find = Search items by label, ignoring case and accents
vocab-help-words = Words, or beginnings of words, that the label must contain; or a code
vocab-help-scheme = Only in this list, such as isced-f
vocab-help-language = Only in labels in this language
vocab-help-check = For each identifier, show which list it belongs to and whether it is in it
vocab-help-uris = Identifiers, such as http://data.europa.eu/snb/eqf/6
vocab-help-json = Print the result as JSON
vocab-help-after-find = Exit codes: 0 something was found, 1 nothing was found, 64 wrong use.
vocab-help-after-check = Exit codes: 0 all identifiers are in their lists, 1 one is not, 2 one cannot be checked, 64 wrong use.

vocab-name = { $scheme ->
    [accreditation] types of accreditation and quality assurance
    [learning-activity] types of learning activity
    [atu] administrative territorial units
    [assessment] types of assessment
    [claim-type] types of claim
    [country] countries and territories
    [credential] credential profiles
    [education-credit] credit systems
    [currency] currencies
    [encoding] encodings of embedded files
    [entitlement] types of entitlement
    [entitlement-status] statuses of entitlement
    [eqf] levels of the European Qualifications Framework
    [occupation] ESCO occupations
    [skill] ESCO skills
    [evidence-type] types of evidence
    [file-type] file types
    [grade-status] statuses of grades
    [isced-f] fields of education ISCED-F 2013
    [language] languages
    [learning-schedule] learning schedules
    [learning-setting] formal and non-formal learning
    [learning-assessment] modes of learning and assessment
    [learning-opportunity] types of learning opportunity
    [qdr] national qualifications frameworks and their levels
    [human-sex] sexes
    [skill-reuse-level] reuse levels of skills
    [skill-type] knowledge and skills
    [supervision-verification] supervision and identity verification during assessment
    [target-group] target groups
    [verification] what the EU’s verification looks at
   *[verification-status] outcomes of the EU’s verification
}
vocab-size = { $edition ->
    [closed] complete, items: { $count }
    [growing] complete as of this version, items: { $count }
    [partial] only a part, items: { $count }
   *[not-kept] not kept
}
vocab-no-such-scheme = There is no list “{ $scheme }”. Options: { $known }.
vocab-nothing-found = Nothing was found in the lists.
vocab-known = { $uri }: { $label } ({ $name })
vocab-unknown = { $uri }: not in the list ({ $name })
vocab-unlisted = { $uri }: not in our edition of the list ({ $name })
vocab-malformed = { $uri }: the code does not have the form of codes in this list ({ $name })
vocab-unchecked = { $uri }: belongs to a list that we do not keep in full ({ $name })
vocab-scheme-itself = { $uri }: this is the list itself ({ $name })
vocab-foreign = { $uri }: does not belong to any known list
