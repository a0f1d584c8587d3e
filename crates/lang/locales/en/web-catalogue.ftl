# The course catalogue.

web-catalogue-title = Course catalogue
web-catalogue-lead = Courses that lead to a micro-credential. For each course you can see in advance what you will learn, how much work it takes and how you will be assessed.
web-catalogue-search = Title, field or university
web-catalogue-found = { $count ->
    [0] Nothing matches
    [one] { $count } course
   *[other] { $count } courses
}
web-catalogue-unit-about = About the course
web-catalogue-unit-components = Components
web-catalogue-unit-activities = What you will do
web-catalogue-unit-programme = Degree programme
web-catalogue-unit-courses = Courses
web-catalogue-unit-entitlements = What it entitles you to
web-catalogue-unit-documents = Documents
web-catalogue-unit-runs = Upcoming dates
web-catalogue-unit-apply = Course page and application
web-catalogue-kind-lifelong = Lifelong-learning programme under Section 60 of the Higher Education Act
web-catalogue-kind-course = Course of an accredited degree programme
web-catalogue-kind-set = Set of courses of an accredited degree programme
