"""The journey of one citizen, from outside: cards and touches through the bench, what happened from the events at the broker."""

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from . import eyes
from .demo import Unmet, until

# The key that leads on from a screen.
KEYS = {"greeting": "打证明", "offers": "参保证明", "consent": "同意", "preview": "打印", "done": "完成"}
# What is told when its key has done what it does.
LEADS_TO = {"greeting": "OFFERS_SHOWN", "consent": "SEAL_GOOD", "preview": "PRINT_DELIVERED"}
TWO_CHARACTER_FAMILIES = ("欧阳", "司徒", "诸葛")
# A touch counts 300 ms after its screen was shown; the rest is for a slow machine.
SETTLED = 1.2


@dataclass
class Person:
    id: str
    name: str
    number: str
    address: str

    @property
    def shown_name(self):
        """As the screen shows it: 林*夏, 陈*, 司徒**."""
        family = 2 if self.name[:2] in TWO_CHARACTER_FAMILIES else 1
        given = len(self.name) - family
        return self.name[:family] + "*" * given if family == 2 or given == 1 else self.name[0] + "*" * (given - 1) + self.name[-1]

    @property
    def shown_number(self):
        return self.number[:4] + "*" * 10 + self.number[-4:]

    @property
    def card_number(self):
        """Of the social-security card that the bench makes for them: days of birth since 1990, and the number's sequence."""
        days = (date.fromisoformat(self.number[6:14]) - date(1990, 1, 1)).days
        return f"A{days % 100_000 * 1000 + int(self.number[14:17]):08d}"


class Citizen:
    """Somebody in front of the kiosk who knows where the keys are."""

    def __init__(self, demo, listener, keys, person):
        self.demo = demo
        self.listener = listener
        self.keys = keys
        self.person = person
        self.mark = listener.mark()

    def hears(self, *codes, seconds=60):
        event = self.listener.wait_for_event(self.mark, codes, seconds)
        if event is None:
            raise Unmet(f"none of {', '.join(codes)} within {seconds} s; heard {', '.join(self.heard()) or 'nothing'}")
        return event

    def heard(self):
        """What the terminal told of this citizen's session so far."""
        return [event[0] for event in self.listener.events(self.mark) if event[0] != "SESSION_SHOWN"]

    def arrives(self):
        self.is_greeted("api/card/lay", person=self.person.id)

    def arrives_with_social_security_card(self):
        self.is_greeted("api/chip/insert", person=self.person.id, card="social-security")

    def is_greeted(self, brings, **card):
        """Brings the card until it is greeted: what is found in a reader's first seconds is a forgotten card."""
        for _ in range(12):
            self.demo.take_card()
            self.demo.post(brings, **card)
            if self.listener.wait_for_event(self.mark, ("CARD_READ",), 8):
                self.settle()
                return
            self.demo.take_card()
            time.sleep(4)
        raise Unmet("no card is greeted")

    def settle(self):
        time.sleep(SETTLED)

    @contextmanager
    def lingers(self):
        """Touches the screen's upper edge, where nothing is, so that the time does not run out."""
        leaves = threading.Event()

        def fidget():
            while not leaves.wait(10):
                self.demo.touch((540, 8))
        thread = threading.Thread(target=fidget, daemon=True)
        thread.start()
        try:
            yield
        finally:
            leaves.set()
            thread.join()

    def touches_on(self, screen):
        self.demo.touch(self.keys[screen])

    def goes_on(self, screen):
        """From `screen` to the next one that waits for the citizen."""
        self.touches_on(screen)
        if screen in LEADS_TO:
            self.hears(LEADS_TO[screen])
        self.settle()

    def goes_to(self, screen):
        """From outside to `screen`, whatever lies between."""
        self.arrives()
        for passed in ("greeting", "offers", "consent", "preview"):
            if passed == screen:
                return
            self.goes_on(passed)


class Novice(Citizen):
    """Somebody who does not know yet where the keys are, and reads the screen."""

    def __init__(self, demo, listener, person):
        super().__init__(demo, listener, {}, person)

    def looks(self, screen):
        """The picture of `screen`; learns where its key is."""
        found = {}

        def read():
            found["png"] = self.demo.screen()
            found["spot"] = eyes.where(found["png"], KEYS[screen])
            return found["spot"]
        self.keys[screen] = until(f"«{KEYS[screen]}» on the screen «{screen}»", read, 40)
        return found["png"]


class Front:
    """Which slot has the screen, as the agent tells the centre."""

    def __init__(self, demo, listener):
        self.demo = demo
        self.listener = listener

    def slot(self):
        shown = [event for event in self.listener.events(0) if event[0] == "SESSION_SHOWN"]
        if not shown:
            raise Unmet("no session was shown")
        return int(shown[-1][2]["slot"])

    def shown_count(self):
        return sum(event[0] == "SESSION_SHOWN" for event in self.listener.events(0))

    def wait_for_next(self, count, seconds=90):
        until("the next session on the screen", lambda: self.shown_count() > count, seconds)

    def wait_for_both(self, seconds=120):
        def ready():
            programs = self.demo.programs()
            return all(programs[name]["ready"] for name in ("session-1", "session-2"))
        until("two sessions ready", ready, seconds)
