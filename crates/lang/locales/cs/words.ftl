# Slova, která stojí sama: názvy jazyků a přepínač.
language-czech = čeština
language-english = angličtina
