"""What can stop a command: one root, whose text is the message the user reads."""


class PortalError(Exception):
    """The command could not work (exit status 2).

    `str(error)` is the whole message: `path:line: what is wrong. What to do.`
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        super().__init__(message)

    def __str__(self) -> str:
        """Prefix the message with the place, as far as it is known."""
        if self.path is None:
            return self.message
        if self.line is None:
            return f"{self.path}: {self.message}"
        return f"{self.path}:{self.line}: {self.message}"


class ConfigError(PortalError):
    """mkdocs.yml, the language list or a labels file is broken."""


class DataError(PortalError):
    """A data file of the portal (the treaty, a register) is damaged."""


class PageError(PortalError):
    """A page cannot be read at all: encoding, front matter, file system."""


class BuildError(PortalError):
    """The site cannot be built, written or served."""
