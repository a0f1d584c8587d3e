# Accessibility and privacy.

web-about-accessibility-lead = Everyone should be able to earn, share and verify a micro-credential.
web-about-accessibility-state = Conformance status
web-about-accessibility-state-text = This site is designed to WCAG 2.2 level AA and to Czech Act No. 99/2019 Coll. on the accessibility of websites.
web-about-accessibility-means = What this means
web-about-accessibility-means-script = Everything works without scripts and in older browsers, from a width of 320 pixels, in light and dark mode.
web-about-accessibility-means-colour = The result of a verification is always shown in words and by shape, never by colour alone.
web-about-accessibility-means-keyboard = Everything can be operated from the keyboard and read by a screen reader, in Czech and in English.
web-about-accessibility-means-pdf = The PDF certificate is tagged to PDF/UA-1, so a screen reader reads it in the right order.
web-about-accessibility-limits = Known limits
web-about-accessibility-limits-text = The preview of a certificate is a picture; all of its text is also on the page. Files of other issuers may not be accessible.
web-about-accessibility-contact = Found a barrier?
web-about-accessibility-contact-text = Write to us and we will remove it. If you are not satisfied with the answer, you can contact the Czech Digital and Information Agency.
web-about-privacy-lead = We process only what is needed to issue, keep and verify a micro-credential.
web-about-privacy-files = Files uploaded for verification
web-about-privacy-files-text = They are processed in memory only and deleted at once. We do not keep the file, its content, the result or your address.
web-about-privacy-links = Links
web-about-privacy-links-text = A link is secret: only the holder and the person it was given to know it. It appears neither in search engines nor in our logs. The holder sees when a link was opened; they do not learn who you are, and nor do we.
web-about-privacy-register = Register
web-about-privacy-register-text = The university that awarded the micro-credential keeps its record without a time limit, because this is the only way to verify it decades later. The record never contains a Czech birth number (rodné číslo).
web-about-privacy-cookies = Cookies
web-about-privacy-cookies-text = We use two cookies: one keeps you signed in and is deleted when you sign out; the other belongs to signing in and out through a university and ends within ten minutes. Until you begin to sign in, there is none. The pages load nothing from third parties.
web-about-privacy-rights = Your rights
web-about-privacy-rights-text = To exercise your rights of access, rectification, restriction or erasure, contact the university that awarded the micro-credential. You can lodge a complaint with the Czech Office for Personal Data Protection.
