# What is wrong with input, and what would be right.

## Place

record-flaw = { $field }: { $problem }
record-flaw-of-item = { $field } (item { $number } of the supplement, { $item }): { $problem }
record-complaint-of-file = Line { $line }: { $problem }
record-complaint-of-place = Line { $line }, column { $column }: { $problem }
record-complaint-of-field = Line { $line }, { $field }: { $problem }
record-complaint-of-cell = Line { $line }, column { $column }, { $field }: { $problem }

## Items of the supplement

record-item-holder = Holder
record-item-title = Title of the micro-credential
record-item-country = Country of the issuer
record-item-awarding-body = Awarding body
record-item-issue-date = Date of issue
record-item-learning-outcomes = Learning outcomes
record-item-workload = Notional workload
record-item-level = Level
record-item-assessment-type = Type of assessment
record-item-participation = Form of participation
record-item-quality-assurance = Quality assurance
record-item-prerequisites = Prerequisites
record-item-supervision = Supervision and identity verification during assessment
record-item-grade = Grade achieved
record-item-stacking = Stackability options
record-item-further-information = Further information
record-item-languages = Language of instruction
record-item-period = Period of learning
record-item-identifier = Unique identifier
record-item-seal = Seal and time stamp

## Missing or too much

record-missing = A required value is missing. Add it.
record-empty = The value is empty. Fill it in, or leave the line out if it is not required.
record-missing-czech = The Czech text is missing. Every text must be in Czech and in English.
record-missing-english = The English text is missing. Every text must be in Czech and in English.
record-too-long = The text has { $found ->
    [one] { $found } character
   *[other] { $found } characters
 }; at most { $max } are allowed. Shorten it.
record-too-many = There are { $found } entries; at most { $max } are allowed.
record-too-few = There are { $found } entries; at least { $min } are needed.
record-duplicate = The value “{ $found }” stands here a second time. Each may stand once.
record-unknown-field = This format does not know “{ $found }”. Remove it or correct its name.
record-unknown-field-nearest = This format does not know “{ $found }”. Did you mean “{ $nearest }”?

## Text

record-forbidden-character = Character { $position } is U+{ $code }, which no text may hold (a control or invisible character). Remove it.
record-space-inside = An identifier may not hold a space.
record-not-a-slug = “{ $found }” is not an identifier. Use small letters without diacritics, digits and hyphens, a letter or digit first, such as “econometrics-r”.
record-not-an-identifier = This is not the identifier of a micro-credential (UUID).
record-wrong-type = Expected { $expected ->
    [text] a text in quotes
    [integer] a whole number
    [decimal] a number
    [boolean] true or false
    [date] a date, such as 2025-09-01
    [list] a list in square brackets
   *[table] a table
 }, found { $found ->
    [text] a text
    [integer] a whole number
    [decimal] a decimal number
    [boolean] a logical value
    [date] a date
    [list] a list
    [table] a table
   *[nothing] an empty value
 }.
record-unknown-code = “{ $found }” is not in the list. Possible values: { $expected }.

## Numbers

record-not-a-number = “{ $found }” is not a number. Write it in digits, such as 3.5.
record-out-of-range = The value { $found } is outside its limits. It must be from { $min } to { $max }.
record-too-precise = The number { $found } has too many decimal places. At most { $decimals } are allowed.
record-hours-per-credit = { $found } hours do not fit the credits. One ECTS credit is 25 to 30 hours, so it must be { $min } to { $max } hours here.
record-parts-do-not-add-up = The credits of the courses add up to { $parts }, the whole has { $whole }. They must be equal.
record-weights = The weights of the assessment add up to { $found } %. All parts must have one and make 100 %.

## Dates

record-not-a-date = “{ $found }” is not a date. Write it as 1. 9. 2025 or 2025-09-01.
record-future-date = The date { $found } lies in the future (today is { $today }). Correct it.
record-date-before = The date { $found } may not come before { $limit } ({ $other }).
record-too-old = The date of birth { $found } is more than { $years } years before the result. Check the year.

## Identifiers

record-national-id = This looks like a Czech national identification number (rodné číslo). It does not belong here. Use the number your institution gave the person.
record-not-a-company-number = “{ $found }” is not an IČO. An IČO has exactly eight digits.
record-company-number-check = The IČO { $found } is not right: its check digit does not fit. Copy it again.
record-not-a-legal-identifier = “{ $found }” is not an identifier of ETSI EN 319 412-1. Its form is NTRCZ-12345679.
record-disagrees = The value does not agree with “{ $other }”. Correct one of them.
record-not-an-esco-skill = “{ $found }” is not the address of an ESCO skill. Its form is http://data.europa.eu/esco/skill/ and a UUID in small letters.
record-not-an-address = “{ $found }” is not a web address. It must begin with https:// or http:// and hold no spaces and no letters with diacritics.
record-not-an-email = This is not an e-mail address. Its form is name@domain.com.
record-not-a-colour = “{ $found }” is not a colour. Write it as #0b3d91.
record-not-a-picture = { $reason ->
    [format] The picture is neither SVG nor PNG.
    [size] The picture is larger than 256 KiB. Make it smaller.
    [active] The SVG drawing holds a script, an entity or a link elsewhere. Save it as plain SVG.
   *[absent] There is no such picture beside the institution file. Give its name only, without folders.
 }

## Rules

record-no-name = The person has neither a given nor a family name. Fill in at least one.
record-attendance-only = Attendance alone is not enough. Name at least one other type of assessment.
record-no-passing-grade = No grade of the scale is a pass. At least one must have passing = true.
record-not-of-this-kind = These values do not belong to a unit of the kind “{ $kind }”. Remove them or change the kind.
record-not-passed = The grade “{ $found }” is not a pass. There is nothing to issue.

## File

record-not-utf8 = { $guess ->
    [windows] The file is not UTF-8 (the first wrong byte is at position { $position }), and its headings do not prove that it is Windows-1250. In Excel choose Save As and the type “CSV UTF-8”, or use the Czech headings.
    [utf] The file is UTF-16 (the first wrong byte is at position { $position }). In Excel choose Save As and the type “CSV UTF-8”, not “Unicode Text”.
    [workbook] The file is a workbook (XLSX, XLS or ODS), which cannot be read yet. In Excel choose Save As and the type “CSV UTF-8”, in LibreOffice “Text CSV” with the character set UTF-8.
    [pdf] The file is a PDF. What is needed is text: CSV or JSON for results, TOML for an institution or a unit.
   *[unknown] The file is not UTF-8 (the first wrong byte is at position { $position }). Save it as UTF-8.
}
record-too-large = The file is too large: { $found } bytes, at most { $max } are allowed. Split it.
record-missing-column = A column is missing. Add a column with one of these headings: { $expected }.
record-duplicate-column = The column “{ $found }” is here a second time. Remove one of them.
record-ragged = The row has { $found ->
    [one] { $found } cell
   *[other] { $found } cells
 }, but there are { $expected } headings. Check the separators and quotes.
record-repeated-row = The same person stands in the same run on line { $first } already. Keep one row only.
record-no-rows = The file holds no result.
