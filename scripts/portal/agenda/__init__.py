"""A workshop's agenda: modules in, days with clock times and breaks out; then written down."""
