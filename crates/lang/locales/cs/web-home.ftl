# Úvodní stránka.

web-home-title = Mikrocertifikáty
web-home-heading = Doklad o tom, co umíte.
web-home-heading-two = Ověří ho každý.
web-home-lead = Mikrocertifikát je elektronický záznam vysoké školy o úspěšném absolvování krátkého kurzu s přesně popsanými výsledky učení. Má elektronickou pečeť, lze ho použít v celé Evropě a jeho držitel sám rozhoduje, komu ho ukáže.
web-home-verify = Ověřte mikrocertifikát
web-home-how = Jak to funguje
web-home-step-one = Vysoká škola vydá
web-home-step-one-text = Po úspěšném ověření výsledků učení vznikne záznam s kredity ECTS a úrovní EQF. Absolvent dostane osvědčení s dodatkem v PDF a datový soubor podle evropského standardu, obojí s elektronickou pečetí.
web-home-step-two = Držitel sdílí
web-home-step-two-text = Pro každého příjemce vytvoří vlastní odkaz nebo QR kód s omezenou platností. Odkaz lze kdykoli zrušit a držitel vidí, kdy byl otevřen.
web-home-step-three = Kdokoli ověří
web-home-step-three-text = Stačí odkaz nebo soubor a deset sekund. Formát, pečeť a platnost se ověří každé zvlášť. Bez registrace, bez instalace, zdarma.
web-home-courses = Kurzy zakončené mikrocertifikátem
web-home-all-courses = Celý katalog
