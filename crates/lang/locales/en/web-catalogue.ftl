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
web-catalogue-field = { $field ->
   *[f00] General programmes
    [f01] Education
    [f02] Arts and humanities
    [f03] Social sciences, journalism and information
    [f04] Business, administration and law
    [f05] Natural sciences, mathematics and statistics
    [f06] Information and communication technologies
    [f07] Engineering, manufacturing and construction
    [f08] Agriculture, forestry and veterinary
    [f09] Health and welfare
    [f10] Services
}
web-catalogue-sort = Order
web-catalogue-sort-by = { $sort ->
    [relevance] Best match first
    [start] Soonest start first
    [title] By title
   *[credits] Fewest credits first
}
web-catalogue-filters = Filters
web-catalogue-apply = Show courses
web-catalogue-clear = Remove all filters
web-catalogue-chosen = Chosen filters
web-catalogue-chosen-value = { $facet }: { $value }
web-catalogue-remove = Remove the filter { $filter }
web-catalogue-dates = Dates
web-catalogue-with-past = Also courses without an upcoming date
web-catalogue-nearest = No course has all the words. These come closest.
web-catalogue-hidden = { $count ->
    [one] { $count } more course without an upcoming date is hidden.
   *[other] { $count } more courses without an upcoming date are hidden.
}
web-catalogue-show-hidden = Show them
web-catalogue-instead = { $count ->
    [one] Show { $count } course without the filter “{ $filter }”
   *[other] Show { $count } courses without the filter “{ $filter }”
}
web-catalogue-pages = Pages of results
web-catalogue-first = First page
web-catalogue-next = Next { $count } courses
web-catalogue-facet = { $facet ->
    [open] Applications
    [starts] Start
    [institution] University
    [field] Field
    [credits] Credits
    [level] Level
    [language] Language of instruction
    [mode] Form of study
    [kind] Type
   *[stackable] Further study
}
web-catalogue-value-open = Applications are open
web-catalogue-value-stackable = Counts towards further study
web-catalogue-value-starts = { $window ->
    [month] Within 30 days
   *[quarter] Within 90 days
}
web-catalogue-value-credits = { $band ->
    [under-four] Fewer than 4
    [under-ten] From 4, fewer than 10
    [under-thirty] From 10, fewer than 30
   *[thirty-and-more] 30 or more
}
web-catalogue-value-kind = { $kind ->
    [lifelong] Lifelong learning
    [course] Course of a degree programme
   *[course-set] Set of courses
}
web-catalogue-begins = Begins { $date }
web-catalogue-begins-open = Begins { $date }, applications are open
web-catalogue-no-date = No upcoming date
web-catalogue-unit-past-runs = Past dates
web-catalogue-unit-no-runs = No upcoming date has been announced.
web-catalogue-run-standing = { $standing ->
    [open] applications are open
    [upcoming] planned
    [running] under way
   *[past] finished
}
web-catalogue-run-capacity = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
web-catalogue-data = Open data (CC BY 4.0):
web-catalogue-data-units = courses
web-catalogue-data-runs = dates
web-catalogue-data-loq = learning opportunities
