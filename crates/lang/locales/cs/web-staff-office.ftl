# Správa instituce: rozcestník.

web-staff-office-title = Správa instituce
web-staff-office-rights = Tabulka všech rolí a všeho, co která smí.
web-staff-office-roles = Kdo za instituci jedná, v jaké roli a do kdy. Přidělení a ukončení rolí.
