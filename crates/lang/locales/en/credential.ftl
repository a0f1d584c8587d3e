# Credentials written, explained and compared on the command line.

credential-help = Write, explain and compare European Digital Credentials; needs no register
credential-help-compose = Print the unsealed credential of an award, and say what the check finds in it; its picture says that it is a trial
credential-help-award = The award (JSON, as the register keeps it); - reads standard input
credential-help-at = State this moment of issue (2026-01-31T12:00:00Z); now by default
credential-help-compose-json = Print credential and findings as one JSON object
credential-help-explain = Say what a credential says, element by element: place, rule of the profile, item of Annex I, value
credential-help-file = A credential (.jsonld, sealed or not) or a certificate (.pdf); - reads standard input
credential-help-diff = Compare two credentials by what they say; the order of parts and their inner identifiers make no difference. Exit code 1 when they differ
credential-help-before = The first, sealed or not
credential-help-after = The second, sealed or not

credential-not-an-award = { $file } is not an award as the register keeps it (JSON): { $detail }
credential-too-large = { $file } is larger than a credential may be (16 MiB).
credential-clean = The check finds nothing amiss.
credential-differences = { $count ->
    [0] They say the same.
    [one] { $count } difference.
   *[other] { $count } differences.
}
credential-too-many = Only the first { $count } elements are explained.
credential-no-rule = not in the profile
credential-annex = item { $number } of the supplement: { $item }
credential-exactly-one = exactly one
credential-at-most-one = at most one
credential-at-least-one = at least one
credential-any-number = any number
credential-range-words = texts by language
credential-range-moment = date and time
credential-range-duration = duration
credential-range-number = number
credential-range-truth = true or false
credential-range-uri = address (URI)
credential-range-object = object of class { $classes }
credential-range-concept = concept of any list
credential-range-listed = concept of the list { $list }
credential-range-text = text
credential-range-lost = the format loses or refuses what stands here
credential-again = → { $class }, the same as { $path }
credential-file = embedded file, { $length } characters

# Files and occupations in the record.
record-not-an-esco-occupation = “{ $found }” is not the address of an ESCO occupation. Its form is http://data.europa.eu/esco/occupation/ and a UUID in small letters.
record-not-a-file = { $reason ->
    [format] The file is neither PDF nor PNG nor JPEG.
    [size] The file is larger than 512 KiB. Make it smaller; every credential carries it.
   *[absent] There is no such file beside the institution file. Give its name only, without folders.
}
