# Konec přihlášení a formuláře, které přes něj přečkají.

web-session-idle-title = Za chvíli vás odhlásíme
web-session-idle-text = Delší dobu jste nic neudělali. Za méně než tři minuty vás odhlásíme, aby za vás nemohl jednat nikdo jiný.
web-session-last-title = Přihlášení brzy skončí
web-session-last-text = Přihlášení trvá nejdéle 12 hodin a za méně než tři minuty skončí. Uložte, co máte rozepsané.
web-session-ended-title = Už nejste přihlášeni
web-session-ended-text = Co máte rozepsané, zde zůstává. Až formulář odešlete, nabídneme vám nové přihlášení a nic se neztratí.
web-session-stay = Zůstat přihlášeni
web-session-close = Zavřít
web-session-form-ended-title = Vaše přihlášení skončilo
web-session-form-ended-lead = Nic z toho, co jste napsali, se neztratilo, ale ještě to není odeslané.
web-session-form-ended-first = Přihlaste se v nové kartě.
web-session-form-ended-link = Otevřete v nové kartě přihlašovací odkaz.
web-session-form-weak-first = Potvrďte v nové kartě, že jste to vy.
web-session-form-second = Vraťte se sem a pokračujte.
web-session-form-again-title = Formulář ještě není odeslaný
web-session-form-again-lead = Od jeho otevření začalo nové přihlášení: { $name }. Co jste napsali, se neztratilo.
web-session-form-continue = Pokračovat s mým textem
web-session-form-send = Odeslat formulář
web-session-form-text = Co jste napsali
