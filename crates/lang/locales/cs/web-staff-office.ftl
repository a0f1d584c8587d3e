# Správa instituce: rozcestník.

web-staff-office-title = Správa instituce
web-staff-office-audit = Kdo co udělal, s čím, kdy a v jaké roli. Také ke stažení.
web-staff-office-statistics = Jednotky učení podle stavu, vydané mikrocertifikáty, jak dlouho vydání trvá, opravy a zneplatnění.
web-staff-office-rights = Tabulka všech rolí a všeho, co která smí.
web-staff-office-roles = Kdo za instituci jedná, v jaké roli a do kdy. Přidělení a ukončení rolí.
