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
record-item-stacking = Integration and stackability options
record-item-further-information = Further information
record-item-languages = Language of instruction
record-item-period = Period of learning
record-item-identifier = Unique identifier
record-item-seal = Seal and time stamp

## Missing or too much

record-missing = A required value is missing. Add it.
record-empty = The value is empty. Fill it in, or leave out the whole line if it is not required.
record-missing-czech = The Czech text is missing. Every text must be in Czech and in English.
record-missing-english = The English text is missing. Every text must be in Czech and in English.
record-too-long = The text has { $found ->
    [one] { $found } character
   *[other] { $found } characters
 }; at most { $max } are allowed. Shorten it.
record-too-many = Number of items: { $found }. There may be at most { $max }.
record-too-few = Number of items: { $found }. There must be at least { $min }.
record-duplicate = The value “{ $found }” is repeated here. Each value may be given only once.
record-unknown-field = This format does not know “{ $found }”. Delete it, or correct its name.
record-unknown-field-nearest = This format does not know “{ $found }”. Did you mean “{ $nearest }”?

## Text

record-forbidden-character = Character { $position } is U+{ $code }, which text must not contain (a control or invisible character). Delete it.
record-space-inside = An identifier must not contain a space.
record-not-a-slug = “{ $found }” is not an identifier. Use only lower-case letters without diacritics, digits and hyphens; it must begin with a letter or digit, for example “econometrics-r”.
record-not-an-identifier = This is not the identifier of a micro-credential (UUID).
# $expected: ValueKind
# $found: ValueKind
record-wrong-type = Expected { $expected ->
    [text] text in quotes
    [integer] a whole number
    [decimal] a number
    [boolean] true or false
    [date] a date, such as 2025-09-01
    [list] a list in square brackets
    [table] a table
   *[nothing] an empty value
 }, but found { $found ->
    [text] text
    [integer] a whole number
    [decimal] a decimal number
    [boolean] true or false
    [date] a date
    [list] a list
    [table] a table
   *[nothing] an empty value
 }.
record-unknown-code = The value “{ $found }” is not possible here. Possible values: { $expected }.

## Numbers

record-not-a-number = “{ $found }” is not a number. Write it in digits, for example 3.5.
record-out-of-range = The value { $found } is out of range. It must be from { $min } to { $max }.
record-too-precise = The number { $found } has too many decimal places. There may be at most { $decimals }.
record-hours-per-credit = The number of hours { $found } does not match the credits. One ECTS credit means 25 to 30 hours, so { $min } to { $max } hours here.
record-parts-do-not-add-up = The credits of the courses add up to { $parts }, but the whole has { $whole }. The two must be equal.
record-weights = The weights of the assessment parts add up to { $found }%. Every part must have a weight, and they must add up to 100%.

## Dates

record-not-a-date = “{ $found }” is not a date. Write it as 1. 9. 2025 or 2025-09-01.
record-future-date = The date { $found } is in the future (today is { $today }). Correct it.
record-date-before = The date { $found } must not be before { $limit } ({ $event ->
    [runs-start] start of the run
    [start] start
    [born] date of birth
    [issued] date of issue
    [result_date] date of the result
   *[field] { $field }
 }).
record-too-old = The date of birth { $found } is more than { $years } years before the result. Check the year.

## Identifiers

record-national-id = This looks like a Czech birth number (rodné číslo), which does not belong here. Use the number your institution gave the person.
record-not-a-company-number = “{ $found }” is not a company ID (IČO). It has exactly eight digits.
record-company-number-check = The company ID (IČO) { $found } is not correct: its check digit does not match. Copy it again.
record-not-a-legal-identifier = “{ $found }” is not an identifier according to ETSI EN 319 412-1. The correct form is, for example, NTRCZ-12345679.
record-disagrees = The value does not match “{ $other }”. Correct one of them.
record-not-an-esco-skill = “{ $found }” is not the address of an ESCO skill. The correct form is http://data.europa.eu/esco/skill/ and a UUID in lower case.
record-not-an-esco-occupation = “{ $found }” is not the address of an ESCO occupation. The correct form is http://data.europa.eu/esco/occupation/ and a UUID in lower case.
record-not-an-address = “{ $found }” is not a web address. It must begin with https:// or http:// and contain no spaces or letters with diacritics.
record-not-an-email = This is not an e-mail address. The correct form is name@domain.com.
record-not-a-colour = “{ $found }” is not a colour. Write it as #0b3d91.
record-not-a-file = { $reason ->
    [format] The file is not a PDF, PNG or JPEG.
    [size] The file is larger than 512 KiB. Make it smaller; it will be in every micro-credential.
   *[absent] There is no such file next to the institution file. Give only its name, without folders.
}
record-not-a-picture = { $reason ->
    [format] The picture is not an SVG or PNG.
    [size] The picture is larger than 256 KiB. Make it smaller.
    [active] The SVG file contains a script, an entity or a link outside the file. Save it as plain SVG.
   *[absent] There is no such picture next to the institution file. Give only its name, without folders.
 }

## Rules

record-no-name = The person has neither a given name nor a family name. Fill in at least one.
record-attendance-only = Attendance alone is not enough. Add at least one other type of assessment.
record-no-passing-grade = No grade on the scale is a pass. At least one must have passing = true.
record-not-of-this-kind = These values do not belong to a unit of the kind “{ $kind }”. Delete them, or change the kind of the unit.
record-not-passed = The grade “{ $found }” is not a pass. No micro-credential is issued.

## File

record-not-utf8 = { $guess ->
    [windows] The file is not UTF-8 (the first wrong character is on line { $line }, character { $position }), and its headings do not prove that it is Windows-1250. In Excel choose Save As and the type “CSV UTF-8”, or use the Czech column headings.
    [utf] The file is UTF-16. In Excel choose Save As and the type “CSV UTF-8”, not “Unicode Text”.
    [workbook] The file is an older workbook (XLS) or is protected by a password. Save it as an “Excel Workbook (.xlsx)” without a password.
    [pdf] The file is a PDF. Use a text file: CSV or JSON for results, TOML for an institution or unit.
   *[unknown] The file is not UTF-8 (the first wrong character is on line { $line }, character { $position }). Save it as UTF-8.
}
record-too-large = The file is too large: it has { $found } bytes, at most { $max } are allowed. Split it.
record-workbook = { $fault ->
    [broken] The file cannot be read as a workbook (XLSX or ODS), or a part of it is damaged. Open it in a spreadsheet, save it again, or save the sheet as CSV.
    [unpacks] Unpacked, the workbook has more than 96 MB, 100 columns, 50,000 rows or 1,000 parts. Copy only the rows with results to a new workbook.
    [no-sheet] No visible sheet has any data. Make the sheet with the results visible and move it to the first place.
    [error-value] The cell shows an error of a formula instead of a value. Replace it with the value.
    [long-number] The cell is a number with more than 15 digits, which spreadsheets do not keep. Write it as text.
   *[merged] The cell is merged over several columns, so it is unclear which column the value belongs to. Unmerge it.
}
record-missing-column = A column is missing. Add a column with one of these headings: { $expected }.
record-duplicate-column = The column “{ $found }” is repeated. Delete one of them.
record-ragged = The row has { $found ->
    [one] { $found } cell
   *[other] { $found } cells
 }, but there are { $expected } headings. Check the separators and quotes.
record-repeated-row = The same person is already listed for this run on line { $first }. Keep only one of the rows.
record-no-rows = The file contains no results. Add at least one person.
