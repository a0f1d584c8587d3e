# Accessibility and privacy.

web-about-accessibility-lead = Everyone should be able to earn, share and verify a micro-credential.
web-about-accessibility-state = Conformance status
web-about-accessibility-means = How the pages are made
web-about-accessibility-means-script = Everything works without scripts and in older browsers, from a width of 320 pixels, in light and dark mode.
web-about-accessibility-means-colour = The result of a verification is always shown in words and by shape, never by colour alone.
web-about-accessibility-means-keyboard = Everything can be operated from the keyboard and read by a screen reader, in Czech and in English.
web-about-accessibility-means-pdf = The PDF certificate is tagged to PDF/UA-1, so a screen reader reads it in the right order.
web-about-accessibility-limits = Known limits
web-about-accessibility-limits-text = The preview of a certificate is a picture; all of its text is also on the page. Files of other issuers may not be accessible.
web-about-accessibility-contact = Found a barrier?
web-about-accessibility-contact-text = Write to us. We will remove it, or give you the content in an accessible form.
web-about-accessibility-committed = { $body } is committed to making its websites accessible in accordance with Czech Act No. 99/2019 Coll., on the accessibility of websites and mobile applications. This statement applies to the website { $address }.
web-about-accessibility-full = This website is fully compliant with EN 301 549 V3.2.1 (WCAG 2.1 level AA).
web-about-accessibility-partial = This website is partially compliant with EN 301 549 V3.2.1 (WCAG 2.1 level AA), due to the exceptions listed below.
web-about-accessibility-none = This website is not compliant with EN 301 549 V3.2.1 (WCAG 2.1 level AA).
web-about-accessibility-aim = The pages are designed to the newer WCAG 2.2 at level AA.
web-about-accessibility-unstated = Whoever runs this website has not yet stated how far it complies with Czech Act No. 99/2019 Coll., on the accessibility of websites and mobile applications.
web-about-accessibility-exceptions = Non-accessible content
web-about-accessibility-nonconformance = Non-compliance with the accessibility requirements
web-about-accessibility-burden = Disproportionate burden
web-about-accessibility-outside = Content that is not within the scope of the law
web-about-accessibility-clause = { $what } (clause { $clause })
web-about-accessibility-instead = Accessible alternative: { $text }
web-about-accessibility-preparation = Preparation of this statement
web-about-accessibility-prepared = This statement was prepared on { $date }.
web-about-accessibility-own = It is based on a self-assessment by whoever runs this website.
web-about-accessibility-third = It is based on an assessment by a third party.
web-about-accessibility-reviewed = It was last reviewed on { $date }.
web-about-accessibility-answer = { $days ->
    [one] We answer within { $days } day.
   *[other] We answer within { $days } days.
}
web-about-accessibility-enforcement = If you are not satisfied with the answer
web-about-accessibility-enforcement-text = If we do not answer, or you are not satisfied with our answer, you can turn to the authority that supervises compliance with the law.
web-about-accessibility-agency = Digital and Information Agency (Digitální a informační agentura)
web-about-privacy-lead = We process only what is needed to issue, keep and verify a micro-credential.
web-about-privacy-files = Files uploaded for verification
web-about-privacy-files-text = They are processed in memory only and deleted at once. We do not keep the file, its content, the result or your address.
web-about-privacy-links = Links
web-about-privacy-links-text = A link is secret: only the holder and the person it was given to know it. It appears neither in search engines nor in our logs. The holder sees when a link was opened; they do not learn who you are, and nor do we.
web-about-privacy-register = Register
web-about-privacy-register-text = The university that awarded the micro-credential keeps its record without a time limit, because this is the only way to verify it decades later. The record never contains a Czech birth number (rodné číslo).
web-about-privacy-cookies = Cookies
web-about-privacy-cookies-text = We use three cookies at most: one keeps you signed in and is deleted when you sign out; one belongs to signing in and out through a university and ends within ten minutes; one belongs to asking an institution about your own records and ends within a day. Until you begin to sign in, there is none. The pages load nothing from third parties.
web-about-privacy-rights = Your rights
web-about-privacy-rights-text = To exercise your rights of access, rectification, restriction or erasure, contact the university that awarded the micro-credential. You can lodge a complaint with the Czech Office for Personal Data Protection.
