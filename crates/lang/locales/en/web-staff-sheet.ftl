# The registrar’s office: uploading results.

web-staff-sheet-title = Issue from results
web-staff-sheet-unit = Unit of learning
web-staff-sheet-unit-choose = Choose…
web-staff-sheet-file = Results file
web-staff-sheet-file-hint = An XLSX or ODS workbook, CSV (in UTF-8, or as Czech Excel saves it), or JSON; at most { $limit } MB.
web-staff-sheet-windows = Judging by its headings, the file was read as Windows-1250. Please check the letters in the names.
web-staff-sheet-check = Check
web-staff-sheet-check-note = The file is only checked first; nothing is issued.
web-staff-sheet-no-unit = Choose a unit of learning.
web-staff-sheet-no-file = Choose a results file.
web-staff-sheet-several-files = Only one results file can be imported at a time. Choose one file.
web-staff-sheet-own-row = This result is your own, so a colleague has to issue it.
web-staff-sheet-too-large = The file is larger than { $limit } MB. Please split it.
web-staff-sheet-unusable = The file cannot be used. { $reason }
web-staff-sheet-workbook = The sheet “{ $sheet }” was read. Line numbers are its rows.
web-staff-sheet-workbook-others = Other sheets were not read: { $sheets }
web-staff-sheet-workbook-hidden = Hidden sheets that were not read: { $count }
web-staff-sheet-workbook-formulas = Formulas were not calculated; the values last saved were used. Cells with a formula: { $count }
