"""A form on GitHub as a file of the project: a case, an arrangement, an activity."""
