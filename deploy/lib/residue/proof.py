"""The proof in its order: control, rehearsal, a citizen who stands there, the three ways of leaving, and what could be written to."""

import grp
import json
import pwd
import random
import re
import shutil
import time
from pathlib import Path

import keeper
from isolation.states import Isolation

from . import files, forms, orphans, others, pictures, processes, slices, view
from .broker import Listener
from .demo import Unmet, until
from .engine import Engine
from .journey import Citizen, Front, Novice, Person
from .planted import Planted
from .plain import PlainSession
from .states import STATES

MARKED, OTHER, PLAIN, LEAKED = "situ-jingshu", "chen-he", "wei-chunxiao", "pu-shunji"
SLICES = 32
SCREENS = ("greeting", "offers", "consent", "preview", "done")
# Those on which something of the citizen must stand.
TELLING = ("greeting", "offers", "preview")
# States that end by themselves before a search of the agent is over on a slow machine.
SHORT_LIVED = ("checking the seal", "sending to the printer", "done", "goodbye")
# How wide the preview of a certificate is drawn on a panel of 1080 by 1920 (KioskWindow.pageWidthPx); the control finds out if that changes.
PAGE_WIDTH = 692
# What every session draws while it warms up, whether there is a citizen or not. Its picture may be gone from memory when the control looks.
SAMPLE = Path(__file__).parents[3] / "remote-admin/paper-documents/src/main/resources/org/yici/paper/warm-up.pdf"
# Rows of the band on top with the clock: they differ from minute to minute.
CLOCK = range(160)


class Proof:
    def __init__(self, demo, java, report, seed, began, not_ours):
        self.demo = demo
        self.java = java
        self.report = report
        self.random = random.Random(seed)
        self.began = began
        self.not_ours = not_ours
        self.engine = Engine(java)
        self.listener = Listener(demo.ready["broker"], demo.centre / "etc/yici/keys")
        self.front = Front(demo, self.listener)
        self.isolation = Isolation(demo, report)
        self.people = {one["id"]: Person(one["id"], one["name"], one["number"], one["document"].get("address", "")) for one in json.loads(demo.get("api/people"))}
        self.citizen = self.people[MARKED]
        self.control = demo.root / "control"
        self.seen_by_other = {}
        self.moving = set(CLOCK)
        self.idle = None
        self.keys = {}
        self.markers = self.texts(self.citizen)

    def texts(self, person):
        return [forms.of_text("name", person.name), forms.of_text("number", person.number), forms.of_text("address", person.address),
                forms.of_text("name as shown", person.shown_name), forms.of_text("number as shown", person.shown_number)]

    def close(self):
        self.listener.close()
        self.engine.close()
        shutil.rmtree(self.control, ignore_errors=True)

    # ---- who holds what ----------------------------------------------------------------------------------------------------

    def holders(self, *names):
        """(name, pid) of every process of the programs named; of all programs of the terminal if none is."""
        programs = self.demo.programs()
        found = [(name, pid) for name in names or ("agent", "x", "session-1", "session-2") for pid in processes.of_program(programs[name]["pid"])]
        # It hears what sessions print while they start.
        return found if names else [*found, ("keeper", processes.parent_of(programs["x"]["pid"]))]

    def search(self, *names):
        return [self.engine.process_memory(name, pid) for name, pid in self.holders(*names)]

    def search_payloads(self, mark=0):
        pieces = [piece for payload in self.listener.since(mark) for piece in payload.unpacked()]
        return self.engine.payloads(f"{len(self.listener.since(mark))} MQTT payloads, base64 undone", pieces)

    def search_orphans(self):
        left = orphans.segments(files.USERS)
        return self.engine.payloads(f"{len(left)} shared memory segments that nobody has", [held for _, held in left])

    def nothing_in(self, name, began, found, more=""):
        hits = [f"{one.where}: {one.told()}" for one in found if one.hits]
        places = ", ".join(one.where for one in found)
        self.report.add(name, not hits, f"FOUND {' || '.join(hits)}" if hits else f"0 hits in {places}{more}", began, found)

    # ---- before ------------------------------------------------------------------------------------------------------------

    def without_a_citizen(self):
        """What every process holds before there is a citizen, kept to choose slices by."""
        began = time.monotonic()
        self.front.wait_for_both()
        self.control.mkdir(mode=0o700)
        for name, pid in self.holders():
            self.engine.keep(pid, self.control / f"{name}-{pid}")
        self.engine.look_for(self.markers)
        self.nothing_in("control: before there is a citizen", began, [self.search_control(), self.search_payloads()])

    def search_control(self):
        return self.engine.files("memory before there was a citizen, and another's screens", sorted(self.control.iterdir()))

    def everybodys(self, name, picture):
        """Keeps a picture of another citizen's screen beside the memory of before: no slice may be on it."""
        (self.control / f"screen {name}").write_bytes(picture.pixels)
        return picture

    def rehearse(self):
        """Another citizen goes all the way while the screen is read: where the keys are, and what is on everybody's screens.

        Every user of the terminal tries to see them meanwhile.
        """
        began, count = time.monotonic(), self.front.shown_count()
        self.isolation.control()
        self.idle = pictures.of_png(self.demo.screen())
        novice = Novice(self.demo, self.listener, self.people[OTHER])
        novice.arrives()
        for screen in SCREENS:
            with novice.lingers():
                picture = pictures.of_png(novice.looks(screen))
                later = pictures.of_png(self.demo.screen())
                self.isolation.nothing_at(screen)
            self.moving |= set(pictures.different_rows(picture, later))
            self.seen_by_other[screen] = self.everybodys(screen, later)
            if screen != "done":
                novice.goes_on(screen)
        self.keys = novice.keys
        self.other_document = self.demo.document(novice.person.number)
        self.other_pages = [self.page_of(self.other_document), self.page_of(SAMPLE.read_bytes())]
        novice.touches_on("done")
        novice.settle()
        self.everybodys("goodbye", pictures.of_png(self.demo.screen()))
        self.goes(count)
        self.report.add("rehearsal with another citizen", True, f"keys {self.keys}", began)

    def rehearse_a_kill(self):
        """The other citizen's session is killed while it prints: what the next one shows then is everybody's, too."""
        began, count = time.monotonic(), self.front.shown_count()
        other = Citizen(self.demo, self.listener, self.keys, self.people[OTHER])
        with STATES["printing"](self.demo, other):
            self.demo.signal(f"session-{self.front.slot()}", "KILL")
        self.goes(count)
        for number in range(6):
            self.everybodys(f"after a kill {number}", pictures.of_png(self.demo.screen()))
            other.settle()
        self.front.wait_for_both()
        self.report.add("rehearsal of a kill with another citizen", True, "pictures of what the next session shows", began)

    def goes(self, count):
        """Card and paper are taken; the next session has the screen."""
        self.demo.take_card()
        self.front.wait_for_next(count)
        self.demo.post("api/paper/take")

    # ---- slices ------------------------------------------------------------------------------------------------------------

    def choose(self, kind, make, cut):
        """32 slices, none of which is in the memory of before, on another citizen's screens or on a page of somebody else's."""
        pieces = cut(3 * SLICES)
        candidates = [make(kind, i, piece) for i, piece in enumerate(pieces)]
        self.engine.look_for(candidates)
        known = self.search_control().names()
        chosen = [marker for marker in candidates if marker.name not in known][:SLICES]
        if len(chosen) < SLICES:
            raise slices.TooFew(f"{kind}: {len(chosen)} of {len(candidates)} slices are in no control run")
        self.markers += chosen
        self.engine.look_for(self.markers)

    def choose_screen(self, screen):
        """Slices of the screen as it is now; why there are none, if nothing on it tells of this citizen alone, or an empty string."""
        picture = pictures.of_png(self.demo.screen())
        still = pictures.without_rows(picture, self.moving)
        try:
            self.choose(f"screen {screen}", forms.of_pixels,
                        lambda count: slices.of_raster(self.random, still, [self.idle, self.seen_by_other[screen], *self.other_pages], count))
            return ""
        except slices.TooFew as few:
            return str(few)

    def choose_document(self):
        document = self.demo.document(self.citizen.number)
        self.choose("pdf", forms.of_bytes, lambda count: slices.of_document(self.random, document, self.other_document, count))
        page = self.page_of(document)
        self.choose("preview", forms.of_pixels, lambda count: slices.of_raster(self.random, page, self.other_pages, count))

    def page_of(self, document):
        return pictures.of_page(self.java, self.demo.stage / "fonts", document, PAGE_WIDTH)

    # ---- a citizen stands there --------------------------------------------------------------------------------------------

    def stands_there(self):
        """The citizen goes all the way; every marker must be found where it has to be, and none where it must not be."""
        mark = self.listener.mark()
        citizen = Citizen(self.demo, self.listener, self.keys, self.citizen)
        citizen.arrives()
        found = set()
        for screen in ("greeting", "offers", "consent", "preview"):
            began = time.monotonic()
            with citizen.lingers():
                impersonal = self.choose_screen(screen)
                if screen == "preview":
                    self.choose_document()
                found |= self.while_standing_at(screen, impersonal, began, mark)
            citizen.goes_on(screen)
        began = time.monotonic()
        self.nothing_in("during «done»", began, [*self.search("agent"), self.search_payloads(mark)])
        missing = sorted({marker.name for marker in self.markers} - found)
        self.report.add("control: each marker was found while the citizen stood there", not missing,
                        f"{len(self.markers)} markers in {len(self.engine.index)} forms" + (f"; NOT FOUND {', '.join(missing)}" if missing else ""),
                        began)
        return citizen

    def while_standing_at(self, screen, impersonal, began, mark):
        front = f"session-{self.front.slot()}"
        holding = self.search(front, "x")
        kinds = sorted({name.split(" #")[0] for one in holding for name in one.names()})
        note = f"; no slices of this screen: {impersonal}" if impersonal else ""
        ok = kinds and not (impersonal and screen in TELLING)
        self.report.add(f"control: at «{screen}» the search finds", ok, f"{', '.join(kinds)}{note}", began, holding)
        self.nothing_in(f"during «{screen}»", began, [*self.search("agent"), self.search_payloads(mark)])
        self.no_open_file(f"during «{screen}»", front)
        return set().union(*(one.names() for one in holding))

    def planted(self):
        began = time.monotonic()
        planted = Planted([forms.an_example(pattern) for _, _, pattern in self.engine.index])
        try:
            found = self.engine.process_memory("planted", planted.pid)
        finally:
            planted.close()
        wanted = {(marker, form) for marker, form, _ in self.engine.index}
        seen = {(marker, form) for marker, those in found.hits.items() for form in those}
        lacking = sorted(wanted - seen)
        self.report.add("control: a planted process is found to hold every form", not lacking,
                        f"{len(seen)} of {len(wanted)} forms" + (f"; lacking {lacking[:5]}" if lacking else ""), began)

    def plain_over_the_link(self):
        """A session that forgets to seal: what it says is found in the agent, in its store and at the broker. What its driver leaks is not."""
        began = time.monotonic()
        person, leaked, mark, count = self.people[PLAIN], self.people[LEAKED], self.listener.mark(), self.front.shown_count()
        front = self.front.slot()
        slot = 3 - front
        self.demo.ask(do="hold", program=f"session-{slot}")
        token = keeper.token_for(str(self.demo.terminal / f"run/yici/tokens/slot-{slot}"), gid_of("yici-agent")).decode().strip()
        plain = PlainSession(self.demo, slot, token, f"{person.name} {person.number} {person.address}",
                             f"{leaked.name} {leaked.number} {leaked.address}")
        try:
            self.demo.signal(f"session-{front}", "KILL")
            self.front.wait_for_next(count)
            plain.expect_leaks(4)
            plain.expect("kept")
            # The entry, by its encapsulated key of nothing but zeros; the report of the devices, by the fault that is on no list.
            for sign in (b"AAAAAAAAAAAAAAAA", b"unknown-fault"):
                until("the entry and the report at the broker", lambda: any(sign in payload.raw for payload in self.listener.since(mark)), 30)
            self.engine.look_for(self.texts(person)[:3])
            in_agent, in_payloads = self.search("agent"), self.search_payloads(mark)
            in_files = self.engine.files("the agent's files", files.regular(self.demo.terminal / "var/lib/yici"))
            self.engine.look_for(self.texts(leaked)[:3])
            leaks = [self.search_payloads(mark), self.engine.files("the agent's files", files.regular(self.demo.terminal / "var/lib/yici"))]
        finally:
            plain.close()
            self.demo.ask(do="release", program=f"session-{slot}")
            self.engine.look_for(self.markers)
        everywhere = [set().union(*(one.names() for one in in_agent)), in_payloads.names(), in_files.names()]
        ok = all(names >= {"name", "number", "address"} for names in everywhere)
        told = "; ".join(f"{where}: {', '.join(sorted(names)) or 'NOTHING'}" for where, names in zip(("agent", "MQTT", "its store"), everywhere))
        self.report.add("control: plain text over the link would be found", ok, told, began, [*in_agent, in_payloads, in_files])
        self.nothing_in("what a driver leaks on purpose, in store and payloads", began, leaks)
        self.front.wait_for_both()

    # ---- gone --------------------------------------------------------------------------------------------------------------

    def leaves_normally(self):
        moment, count = time.time(), self.front.shown_count()
        citizen = self.stands_there()
        began = time.monotonic()
        citizen.touches_on("done")
        self.goes(count)
        self.after("a normal end", began, moment)

    def is_timed_out(self):
        began, moment, count = time.monotonic(), time.time(), self.front.shown_count()
        citizen = Citizen(self.demo, self.listener, self.keys, self.citizen)
        citizen.goes_to("preview")
        citizen.hears("SESSION_TIMED_OUT", seconds=120)
        self.goes(count)
        self.after("a time-out (60 s and 20 s)", began, moment)

    def is_killed(self, state, round_number):
        began, moment, count = time.monotonic(), time.time(), self.front.shown_count()
        mark = self.listener.mark()
        citizen = Citizen(self.demo, self.listener, self.keys, self.citizen)
        with STATES[state](self.demo, citizen):
            slot, heard = self.front.slot(), citizen.heard()
            if state not in SHORT_LIVED:
                self.nothing_in(f"during «{state}»", began, [*self.search("agent"), self.search_payloads(mark)])
            old = self.holders(f"session-{slot}")
            self.demo.signal(f"session-{slot}", "KILL")
            until("the killed session is gone", lambda: not any(processes.lives(pid) for _, pid in old), 10)
        citizen.hears("SESSION_LOST", "SESSION_ENDED")
        if "SESSION_ENDED" in citizen.heard():
            raise Unmet(f"the session ended before it was killed at «{state}»: {', '.join(citizen.heard())}")
        self.goes(count)
        again = f", time {round_number}" if round_number > 1 else ""
        self.after(f"kill -9 at «{state}»{again} (the session's last word: {heard[-1]})", began, moment)

    def is_killed_after_the_slot(self):
        """Greeted by the social-security card, which a service outside the terminal's programs reads."""
        began, moment, count = time.monotonic(), time.time(), self.front.shown_count()
        mark, chosen = self.listener.mark(), self.markers
        self.markers = [*self.texts(self.citizen), forms.of_text("card's number", self.citizen.card_number)]
        self.engine.look_for(self.markers)
        try:
            citizen = Citizen(self.demo, self.listener, self.keys, self.citizen)
            citizen.arrives_with_social_security_card()
            front = f"session-{self.front.slot()}"
            holding = self.search(front, "x")
            found = set().union(*(one.names() for one in holding))
            self.report.add("control: greeted by social-security card, the search finds", found >= {"name", "number", "card's number"},
                            ", ".join(sorted(found)), began, holding)
            self.nothing_in("during «greeting» by social-security card", began, [*self.search("agent"), self.search_payloads(mark)])
            began = time.monotonic()
            service = self.search_smart_card_service()
            self.report.add("what the smart-card service holds meanwhile", True, "; ".join(one.told() for one in service) or "nothing", began, service)
            self.demo.signal(front, "KILL")
            citizen.hears("SESSION_LOST")
            self.goes(count)
            self.after("kill -9 at «greeting» by social-security card", began, moment)
            self.nothing_in("the smart-card service after it", began, self.search_smart_card_service())
        finally:
            self.markers = chosen
            self.engine.look_for(chosen)

    def search_smart_card_service(self):
        services = processes.below(self.demo.programs()["bench"]["pid"], "pcscd")
        if not services:
            raise Unmet("no smart-card service runs")
        return [self.engine.process_memory("smart-card service", pid) for pid in services]

    def twice_at_most(self, act):
        """A state that passes before anything could be done in it, on a machine that is busy with other things, is tried once more."""
        for last in (False, True):
            try:
                return act()
            except Unmet as unmet:
                if last:
                    self.report.add("a step that could not be gone", False, str(unmet), time.monotonic())
                print(f"     {'given up' if last else 'once more'}: {unmet}", flush=True)
                self.clear_away()

    def clear_away(self):
        """Whoever stands there is gone."""
        count = self.front.shown_count()
        self.demo.signal(f"session-{self.front.slot()}", "KILL")
        self.goes(count)
        self.front.wait_for_both()

    def after(self, how, began, moment):
        """At once where it was, and everywhere once both sessions are new."""
        at_once = self.search("agent", "x", f"session-{self.front.slot()}")
        self.nothing_in(f"at once after {how}", began, at_once)
        began = time.monotonic()
        self.front.wait_for_both()
        everywhere = [*self.search(), self.search_orphans(), self.search_payloads(), self.search_files()]
        newer = files.newer_on_the_terminal(self.demo, moment)
        unknown = files.unknown(newer)
        self.nothing_in(f"after {how}", began, everywhere)
        self.report.add(f"files newer than the session, after {how}", not unknown,
                        f"NOT ON THE LIST {', '.join(unknown)}" if unknown else ", ".join(newer), began)

    def search_files(self):
        return self.engine.files("files", files.to_search(self.demo, self.began, self.not_ours))

    # ---- what could be written to ------------------------------------------------------------------------------------------

    def nothing_writable(self):
        for slot in (1, 2):
            began = time.monotonic()
            leader = self.demo.programs()[f"session-{slot}"]["pid"]
            told = view.walk(leader)
            beyond = {what: names for what, names in view.not_listed(told, self.demo.root, self.not_ours).items() if names}
            counts = ", ".join(f"{count} {what}" for what, count in told["counts"].items())
            self.report.add(f"what session {slot} could write to", not beyond,
                            f"tried {counts}; writable: {', '.join(told['devices'] + told['sockets']) or 'nothing'}"
                            + (f"; NOT LISTED {beyond}" if beyond else ""), began)

    def no_open_file(self, when, *sessions):
        began = time.monotonic()
        holders = self.holders(*sessions)
        written = [f"{name}: {one}" for name, pid in holders for one in view.written_files(pid)]
        self.report.add(f"files open for writing {when}", not written, "; ".join(written) or f"none in {len(holders)} processes of {' and '.join(sessions)}", began)

    def no_memory_of_others(self):
        began = time.monotonic()
        programs = self.demo.programs()
        pids = [pid for name in programs for pid in processes.of_program(programs[name]["pid"])]
        opened, tried = [], 0
        for user in sorted({one["user"] for one in programs.values()}):
            pids_of_others = others.of_other_users(uid_of(user), pids)
            tried += len(pids_of_others)
            opened += [f"{user} opened /proc/{path}" for path in others.opened_by(user, groups_of(user), pids_of_others)]
        self.report.add("memory of another user's process", not opened, "; ".join(opened) or f"refused {tried} times (mem, environ and maps each)", began)

    def nothing_elsewhere(self):
        """What the terminal's users own anywhere on the machine."""
        began = time.monotonic()
        owned = [(path, info) for path, info in files.owned_elsewhere(self.demo) if info.st_ctime >= self.began]
        unknown = [path for path, _ in owned if not re.fullmatch(r"/tmp/\.X11-unix/X\d+|/tmp/\.X\d+-lock", path)]
        self.report.add("files of the terminal's users elsewhere", not unknown,
                        f"NOT ON THE LIST {', '.join(unknown[:20])}" if unknown else ", ".join(sorted(path for path, _ in owned)) or "none", began)


def uid_of(user):
    return pwd.getpwnam(user).pw_uid


def gid_of(group):
    return grp.getgrnam(group).gr_gid


def groups_of(user):
    return [group.gr_name for group in grp.getgrall() if user in group.gr_mem]
