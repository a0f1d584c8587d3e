# Study department: what the columns of a file stand for.

web-staff-columns-title = Columns of the file
web-staff-columns-lead = For each column choose what it contains. Columns that you leave out are not read.
web-staff-columns-needed = Still missing:
web-staff-columns-example = For example: { $value }
web-staff-columns-no-example = Empty in the first rows
web-staff-columns-none = Do not read
web-staff-columns-remembered = We will remember your choice for further files of this unit of learning.
web-staff-columns-read = Read and check
web-staff-columns-rows = Beginning of the file
web-staff-columns-open = Change what the columns stand for
web-staff-columns-missing = Some required items have no column. Choose one for each of them.
web-staff-columns-missing-one = “{ $field }” has no column. Choose the one that holds it.
web-staff-columns-doubled = “{ $field }” is chosen for two columns. Keep it for one of them only.
