# Entering a demonstration: in the demonstration alone, nowhere else.

web-enter-title = Enter as
web-enter-lead = This is a demonstration with invented people. Choose who you want to be; you can return here at any time.
web-enter-button = Enter
