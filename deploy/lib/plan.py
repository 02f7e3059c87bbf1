"""What runs in one demo: each program, its user, its view of the machine, and when it counts as ready."""

import grp
import os
import resource
import shutil
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import archive
import ground
import machine
from keeper import Failed, Program, once, token_for

SMALL_JVM = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData")
BROKER_BYTES = 1 << 30
# A connection each.
BROKER_FILES = 65536
# The heap stays close to what lives in it, with room for two pictures of a page: without, each would cost a collection of everything.
CLOSE_HEAP = ("-XX:MinHeapFreeRatio=40", "-XX:MaxHeapFreeRatio=50", "-XX:-ShrinkHeapInSteps")


class Plan:
    """The programs of the demo at `places`.

    screen: a real display is used instead of a virtual one.
    unseen: nothing that a production machine lacks looks at the screen: no frame buffer in a file, no onlooker.
    onlooker: sessions tell the bench what a screen reader would hear.
    clock: a file that libfaketime reads; agent and sessions live in its time.

    Where YICI_CLASS_LISTS names a folder, sessions write down there which classes they load (deploy/lib/visit-classes).
    """

    def __init__(self, places, screen=False, unseen=False, onlooker=False, clock=None):
        self.places = places
        self.screen_is_real = screen
        self.unseen = unseen
        self.with_onlooker = onlooker
        self.clock = clock
        self.class_lists = os.environ.get("YICI_CLASS_LISTS")
        self.java = machine.java()

    def log(self, name):
        return str(ground.log(self.places, name))

    def jvm(self, program, *flags, more=()):
        home = self.places.stage / program
        path = ":".join([f"{home / (program + '.jar')}", f"{home}/lib/*", *map(str, more)])
        return [self.java, *SMALL_JVM, f"-Dyici.fonts={self.places.stage / 'fonts'}",
                f"-Djna.boot.library.path={self.places.stage / 'native'}", "-Djna.nounpack=true", "-Djna.nosys=true",
                *flags, "-cp", path]

    def in_time(self, argv):
        """A terminal's program whose clock somebody else sets: only the program itself lives in that time, not what starts it."""
        if not self.clock:
            return argv
        found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
        if not found:
            raise Failed("no libfaketime below /usr/lib: install libfaketime")
        return ["env", f"LD_PRELOAD={found[0]}", f"FAKETIME_TIMESTAMP_FILE={self.clock}", "FAKETIME_CACHE_DURATION=1", "FAKETIME_FORCE_MONOTONIC_FIX=0",
                "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1", *argv]

    def view(self):
        """What a session sees of the machine; libfaketime insists on shared memory of its own."""
        return [part if part != "--ro-bind" or following != "/dev/shm" else "--bind"
                for part, following in zip(VIEW, (*VIEW[1:], ""))] if self.clock else VIEW

    def screen_env(self):
        """Pictures go to the display through its socket: shared memory would be open to every user (decision 0135)."""
        return {"DISPLAY": self.places.display, "XAUTHORITY": str(self.places.authority), "NO_AWT_MITSHM": "1",
                "XMODIFIERS": "@im=none"}

    def session_env(self):
        """The bench's smart-card service stands where the machine's own would be elsewhere."""
        return {**self.screen_env(), "PCSCLITE_CSOCK_NAME": str(self.places.smart_cards)}

    # ---- the centre --------------------------------------------------------------------------------------------------------

    def postgresql(self):
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        if not programs:
            raise Failed("no PostgreSQL below /usr/lib/postgresql")
        return programs[-1]

    def database(self):
        """A private cluster below the centre's data; made the first time."""
        places, programs = self.places, self.postgresql()
        data = places.centre / "var/lib/yici/pg"
        secret = ground.database_password(places)
        if not (data / "PG_VERSION").exists():
            shutil.rmtree(data, ignore_errors=True)
            once("yici-service", (), [programs / "initdb", "-D", data, "-U", "yici", "--pwfile", secret, "-A", "scram-sha-256",
                                      "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"])
        (data / "postmaster.pid").unlink(missing_ok=True)
        port = str(places.database_port)
        return Program(
            "database",
            [str(programs / "postgres"), "-D", str(data), "-p", port, "-k", str(places.centre / "run/yici"),
             "-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=32MB", "-c", "max_connections=30"],
            "yici-service", log=self.log("database"), umask=0o077,
            probe=lambda: subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", port]).returncode == 0,
            stop_signal=signal.SIGINT)

    def make_database(self):
        env = {"PGPASSWORD": ground.database_password(self.places).read_text()}
        psql = [self.postgresql() / "psql", "-h", "127.0.0.1", "-p", str(self.places.database_port), "-U", "yici", "-d", "postgres", "-tAc"]
        if once("yici-service", (), [*psql, "SELECT 1 FROM pg_database WHERE datname = 'yici'"], env).strip() != "1":
            once("yici-service", (), [*psql, "CREATE DATABASE yici"], env)

    def broker(self):
        """Mosquitto. It reads its revocation list anew when the keeper says so; its memory has a bound that it does not keep itself."""
        most_files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        files = BROKER_FILES if most_files == resource.RLIM_INFINITY else min(BROKER_FILES, most_files)
        return Program(
            "broker", ["prlimit", f"--data={BROKER_BYTES}", f"--nofile={files}", "--",
                       shutil.which("mosquitto", path="/usr/sbin:/usr/bin") or "mosquitto", "-c",
                       str(self.places.centre / "etc/yici/broker/mosquitto.conf")],
            "yici-broker", log=self.log("broker"), probe=lambda: listens(self.places.broker_port),
            reload_on=str(self.places.revocation_list))

    def service(self):
        centre = self.places.centre
        return Program(
            "service",
            [*self.jvm("service", "-Xmx400m", f"-Djava.io.tmpdir={centre / 'run/yici'}"), "org.yici.admin.Service", "--data", str(centre)],
            "yici-service", log=self.log("service"),
            probe=lambda: fetch(f"{self.places.pages_url}actuator/health", '"UP"'), start_limit=120)

    def enrolment_code(self):
        centre = self.places.centre
        return once("yici-service", (), [
            *self.jvm("service", "-Xmx200m", f"-Djava.io.tmpdir={centre / 'run/yici'}"), "org.yici.admin.Service", "--data", str(centre),
            "issue-enrolment-code", "--terminal", ground.TERMINAL, "--name", ground.NAME, "--safe-module", ground.SAFE_MODULE,
        ]).strip().splitlines()[-1]

    # ---- the simulated hardware --------------------------------------------------------------------------------------------

    def bench(self):
        places = self.places
        screen = [] if self.screen_is_real or self.unseen else ["--screen-file", str(places.pixels / "Xvfb_screen0")]
        return Program(
            "bench",
            [*self.jvm("bench", "-Xmx200m"), "org.yici.bench.Bench", "--data", str(places.bench), "--port", str(places.bench_port),
             "--printer-port", str(places.printer_port), "--proxy", f"service={places.https_cut_port}:{places.https_port}",
             "--proxy", f"broker={places.broker_cut_port}:{places.broker_port}",
             "--device-group", "yici-devices", *screen, "--admin-url", places.pages_url],
            "yici-bench", machine.groups_of("yici-bench"), env=self.screen_env(), log=self.log("bench"),
            probe=lambda: fetch(f"{places.bench_url}api/state", "{"))

    def make_cookie(self, cookie):
        machine.folder("/tmp/.X11-unix", mode=0o1777)
        once("yici-x", machine.groups_of("yici-x"), ["xauth", "-q", "-f", self.places.authority, "add", self.places.display, ".", cookie],
             env={"HOME": "/nonexistent"}, umask=0o027)
        os.chmod(self.places.authority, 0o640)

    def x(self):
        places = self.places
        pixels = [] if self.unseen else ["-fbdir", str(places.pixels)]
        return Program(
            "x",
            ["Xvfb", places.display, "-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-nocursor", "-noreset",
             "-auth", str(places.authority), *pixels],
            "yici-x", machine.groups_of("yici-x"), env={"MALLOC_PERTURB_": "165"}, log=self.log("x"),
            probe=lambda: answers(f"/tmp/.X11-unix/X{places.display.lstrip(':')}"))

    def show_waiting(self):
        """The still picture on the root window, for the moments between two sessions."""
        once("yici-x", machine.groups_of("yici-x"),
             ["hsetroot", "-solid", "#F3F6FA", "-center", self.places.stage / "waiting.png"],
             env={"DISPLAY": self.places.display, "XAUTHORITY": str(self.places.authority)})

    # ---- the terminal ------------------------------------------------------------------------------------------------------

    def agent_jvm(self):
        stage = self.places.stage
        return self.jvm("agent", "-Xms12m", "-Xmx64m", "-Xmn4m", *CLOSE_HEAP, f"-Dorg.sqlite.lib.path={stage / 'native'}",
                        "-Dorg.sqlite.lib.name=libsqlitejdbc.so", f"-Djava.io.tmpdir={self.places.terminal / 'var/lib/yici'}")

    def enrol(self, code):
        once("yici-agent", machine.groups_of("yici-agent"), [
            *self.agent_jvm(), "org.yici.agent.Agent", "enrol", "--data", str(self.places.terminal), "--service",
            f"https://localhost:{self.places.https_port}", "--code", code])

    def agent(self):
        return Program(
            "agent", self.in_time([*self.agent_jvm(), "org.yici.agent.Agent", "run", "--data", str(self.places.terminal)]),
            "yici-agent", machine.groups_of("yici-agent"), log=self.log("agent-console"),
            ready_by_notify=True, watchdog=15)

    def session_jvm(self):
        places = self.places
        flags = ["-Xms48m", "-Xmx160m", "-Xmn8m", *CLOSE_HEAP, "-Xss512k", *archive.flags(places.stage),
                 "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
                 "-Djava.io.tmpdir=/nonexistent", "-Duser.home=/nonexistent",
                 "-Dflatlaf.useNativeLibrary=false", f"-DjSerialComm.library.path={places.stage / 'native'}"]
        more = []
        if self.class_lists:
            flags.append(f"-XX:DumpLoadedClassList={self.class_lists}/%p.list")
        if self.with_onlooker:
            flags += ["-Djavax.accessibility.assistive_technologies=org.yici.onlooker.Onlooker", f"-Dyici.onlooker={places.onlooker}"]
            more = [places.stage / "onlooker/onlooker.jar"]
        return self.jvm("session", *flags, more=more)

    def session(self, slot, jvm=None, seen=()):
        """seen: what its view holds beyond the usual."""
        places = self.places
        user = f"yici-session-{slot}"
        gid = grp.getgrnam("yici-agent").gr_gid
        path = str(places.terminal / f"run/yici/tokens/slot-{slot}")
        seen = (*seen, "--bind", self.class_lists, self.class_lists) if self.class_lists else seen
        return Program(
            f"session-{slot}",
            [*self.view(), *seen, "--", *self.in_time([*(jvm or self.session_jvm()), "org.yici.session.Session",
                                                       "--data", str(places.terminal), "--slot", str(slot)])],
            user, machine.groups_of(user), env=self.session_env(), log=self.log(f"session-{slot}"),
            ready_by_notify=True, watchdog=5, before=lambda: token_for(path, gid), quiet_when_ready=True,
            restart_after=2.0, stop_limit=3, needs_people=(2,))


# What a session sees of the machine: all of it, and nothing that it could write to but devices and sockets. Shared memory and message
# queues of System V, which no file system guards, are its own and end with it.
VIEW = ("bwrap", "--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--ro-bind", "/dev/shm", "/dev/shm",
        "--ro-bind-try", "/dev/mqueue", "/dev/mqueue", "--unshare-ipc", "--die-with-parent")


def fetch(url, part):
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return part in answer.read().decode("utf-8", "replace")
    except OSError:
        return False


def answers(path):
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(path)
            return True
        except OSError:
            return False


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
