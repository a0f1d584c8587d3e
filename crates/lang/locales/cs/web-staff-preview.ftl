# Náhled mikrocertifikátu.

web-staff-preview-title = Náhled
web-staff-preview-link = Náhled mikrocertifikátu
web-staff-preview-nobody = Takto bude vypadat mikrocertifikát podle dnešního textu. Vzor Vzorová není skutečná osoba, nic se nevydává a nic neukládá. Každá stránka je označena jako zkušební.
web-staff-preview-none = Náhled zatím nelze sestavit.
web-staff-preview-lacks = Co je potřeba doplnit nebo opravit
web-staff-preview-document = Osvědčení a dodatek
web-staff-preview-certificate = Osvědčení
web-staff-preview-certificate-alt = Náhled osvědčení, které se vydá na jméno Vzor Vzorová, s označením zkušebního dokumentu. Text je ve staženém PDF.
web-staff-preview-supplement = Dodatek, strana { $number }
web-staff-preview-supplement-alt = Náhled { $number }. strany dodatku s označením zkušebního dokumentu. Text je ve staženém PDF.
web-staff-preview-pdf = Stáhnout vzor (PDF)
web-staff-preview-catalogue = Karta v katalogu
web-staff-preview-verifier = Co uvidí ověřovatel
web-staff-preview-verifier-about = Stránka ověření s výsledkem a se vším, co mikrocertifikát říká.
web-staff-preview-verifier-link = Zobrazit stránku ověření
web-staff-preview-verifier-nobody = Náhled stránky ověření. Vzor Vzorová není skutečná osoba a pečeť je zkušební; u vydaného mikrocertifikátu tu bude skutečný výsledek.
web-staff-preview-no-seal = Pro instituci není nastavena pečeť, takže není známo, kdo bude pečetit. Obraťte se na provozovatele služby.
web-staff-preview-unprintable = Tyto znaky nelze v dokumentu vytisknout: { $characters }. Nahraďte je v textu jinými.
web-staff-preview-not-ready = Z textu nelze sestavit mikrocertifikát. Obraťte se na provozovatele služby.
