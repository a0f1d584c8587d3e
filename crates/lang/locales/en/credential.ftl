# Credentials written, explained and compared on the command line.

credential-help = Print, explain and compare European Digital Credentials; no register is needed
credential-help-compose = Print the unsealed micro-credential of an award and the result of its check; its picture is marked as a test
credential-help-award = The award (JSON, as the register keeps it); - reads standard input
credential-help-at = Time of issue to state (2026-01-31T12:00:00Z); now by default
credential-help-compose-json = Print the micro-credential and the result of its check as one JSON object
credential-help-explain = Explain a micro-credential value by value: place, rule of the profile, item of Annex I, value
credential-help-file = A micro-credential (.jsonld, sealed or not) or a certificate (.pdf); - reads standard input
credential-help-diff = Compare the content of two micro-credentials; the order of parts and inner identifiers do not matter. Exit code 1 if they differ
credential-help-before = First file, sealed or not
credential-help-after = Second file, sealed or not

credential-not-an-award = { $file } is not an award as the register keeps it (JSON). Technical detail: { $detail }
credential-too-large = { $file } is larger than 16 MiB; a micro-credential must not be that large.
credential-clean = The check found no errors.
credential-differences = { $count ->
    [0] The content is the same.
    [one] { $count } difference.
   *[other] { $count } differences.
}
credential-too-many = Only the first { $count } values are explained.
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
credential-range-concept = item of any controlled list
credential-range-listed = item of the controlled list { $list }
credential-range-text = text
credential-range-lost = the format loses or refuses this value
credential-again = → { $class }, the same as { $path }
credential-file = embedded file, { $length } characters
