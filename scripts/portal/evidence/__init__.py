"""Cases, register, mandate, and the reports that are compiled from them."""
