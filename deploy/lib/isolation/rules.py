"""What a user of the terminal may reach of another's: everything else that a probe reaches is a fault."""

import re

SESSIONS = ("yici-session-1", "yici-session-2")
ANYBODY = ("*",)
# (users, kind, where). {display} and {root} stand for those of the demo.
ALLOWED = (
    # Anybody may knock at the display; without the cookie nobody is let in.
    (ANYBODY, "socket", r"@?/tmp/\.X11-unix/X{display}"),
    # The simulated hardware draws the display for the browser, and touches it.
    ((*SESSIONS, "yici-bench"), "display with its cookie", r".*"),
    (("yici-bench",), "frame buffer, read", r".*"),
    (SESSIONS, "socket", r"{root}/terminal/run/yici/link/agent\.sock"),
    (SESSIONS, "socket", r"{root}/bench/run/yici/(onlooker\.sock|pcscd/pcscd\.comm)"),
    # The lines of reader and scanner.
    (SESSIONS, "terminal, (read|write)", r"/dev/pts/\d+"),
)


def beyond(user, found, display, root):
    """What of `found`, pairs of kind and where, this user may not reach."""
    return [f"{kind}: {where}" for kind, where in found if not any(allows(rule, user, kind, where, display, root) for rule in ALLOWED)]


def allows(rule, user, kind, where, display, root):
    users, wanted, pattern = rule
    place = pattern.replace("{display}", re.escape(display)).replace("{root}", re.escape(str(root)))
    return (users is ANYBODY or user in users) and bool(re.fullmatch(wanted, kind)) and bool(re.fullmatch(place, where))
