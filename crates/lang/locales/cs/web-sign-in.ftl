# Přihlášení přes vysokou školu nebo národní identitou.

web-sign-in-title = Přihlášení
web-sign-in-lead = Vyberte, kde máte účet. Přihlásíte se tam a vrátíte se zpět.
web-sign-in-universities = Vysoké školy
web-sign-in-national = Národní identita
web-sign-in-link-title = Odkaz z e-mailu
web-sign-in-link-text = Pokud vám přišel jednorázový přihlašovací odkaz, otevřete ho. Účet k tomu nepotřebujete.
web-sign-in-none = Přihlášení přes vysokou školu tu není nastavené. Otevřete přihlašovací odkaz, který vám poslala vaše vysoká škola.
web-sign-in-menu = Přihlásit se
web-sign-in-role-title = V jaké roli chcete pokračovat?
web-sign-in-role-lead = Máte víc rolí. Na jinou můžete přejít na stránce svého účtu.
web-sign-in-role-in = { $role }, { $institution }
web-sign-in-role-change = Změnit roli
web-sign-in-refused-title = Nejste přihlášeni
web-sign-in-refused-again = Přihlášení trvalo příliš dlouho, opakovalo se, nebo začalo v jiném okně. Přihlaste se prosím znovu.
web-sign-in-refused-cancelled = Přihlášení bylo zrušeno. Můžete to zkusit znovu nebo zvolit jinou cestu.
web-sign-in-refused-away = { $provider } neodpovídá. Zkuste to za několik minut, nebo zvolte jinou cestu.
web-sign-in-refused-answer = Odpověď, kterou poslala služba { $provider }, se nepodařilo ověřit, proto nebyl nikdo přihlášen. Zkuste to znovu; pokud se to zopakuje, dejte vědět provozovateli této služby.
web-sign-in-refused-level = { $provider } nepotvrzuje druhý faktor, který se tu vyžaduje. Nastavte si tam dvoufaktorové přihlašování a přihlaste se znovu.
web-sign-in-refused-nobody = { $provider } potvrzuje, kdo jste, ale s touto identitou tu není spojena žádná role ani mikrocertifikát. Pokud je mít máte, obraťte se na svou vysokou školu.
web-sign-in-refused-blocked = Váš účet je zablokovaný. Obraťte se na provozovatele této služby.
web-sign-in-again = Zpět na přihlášení
web-sign-in-out-title = Jste odhlášeni ze Signetu
web-sign-in-out-text = { $provider } vás na tomto zařízení může mít stále přihlášené. Na společném počítači se odhlaste i tam.
web-sign-in-out-link = Odhlásit se: { $provider }
