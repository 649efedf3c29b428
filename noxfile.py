"""The tests on every Python version that this machine has: `nox`, or `nox -s tests-3.13`."""

import nox

nox.needs_version = ">=2024.4.15"
nox.options.default_venv_backend = "virtualenv"  # has pip, which a test installs the program with
nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the suite with the locked versions; arguments after -- go to pytest."""
    session.install("--require-hashes", "-r", "requirements-dev.lock")
    session.run("python", "-m", "pytest", *session.posargs)
