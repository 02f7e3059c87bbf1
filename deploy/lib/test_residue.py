"""The search for what remains, against processes, files and views made for it. Runs as root, after the build: deploy/test does."""

import base64
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
from residue import broker, eyes, files, forms, others, processes, slices, view  # noqa: E402
from residue.engine import Engine, Found  # noqa: E402
from residue.journey import Person  # noqa: E402
from residue.planted import Planted  # noqa: E402
from residue.report import Report  # noqa: E402

CHECK = Path(__file__).resolve().parents[1] / "check/target"
JAVA = ["java", "-cp", f"{CHECK}/check-0.1.0-SNAPSHOT.jar:{CHECK}/lib/*"]
NAME = "林知夏"


def as_nobody(*argv):
    return ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--pdeathsig", "SIGKILL", "--", *argv]


class FormsTest(unittest.TestCase):
    def test_has_a_text_in_each_of_its_forms(self):
        told = forms.of_text("name", NAME).forms
        self.assertEqual("e69e97e79fa5e5a48f", told["utf-8"])
        self.assertEqual("9767e5770f59", told["utf-16le"])
        self.assertEqual(NAME.encode("gb18030").hex(), told["gb18030"])
        self.assertEqual(rb"\u6797\u77e5\u590f".hex(), told["json"])
        self.assertEqual(rb"\u6797\u77E5\u590F".hex(), told["JSON"])

    def test_escapes_what_has_no_place_in_sixteen_bits_as_two(self):
        self.assertEqual(rb"\ud842\udfb7".hex(), forms.of_text("name", "𠮷").forms["json"])

    def test_looks_for_the_same_bytes_once(self):
        patterns = list(forms.of_text("number", "000101198802290029").forms.values())
        self.assertEqual(len(set(patterns)), len(patterns))

    def test_finds_a_text_in_base64_whatever_stands_around_it(self):
        patterns = [bytes.fromhex(pattern) for form, pattern in forms.of_text("name", NAME).forms.items() if form.startswith("base64")]
        for before in range(7):
            for after in range(4):
                packed = base64.b64encode(b"x" * before + NAME.encode() + b"y" * after)
                self.assertTrue(any(pattern in packed for pattern in patterns), (before, after))

    def test_does_not_care_for_a_pixels_fourth_byte(self):
        marker = forms.of_pixels("screen", 0, bytes.fromhex("0b57a4ff14202e00"))
        self.assertEqual("0b57a4..14202e", marker.forms["bgrx"])
        self.assertEqual("a4570b2e2014", marker.forms["rgb"])
        self.assertTrue(forms.expression(marker.forms["bgrx"]).search(bytes.fromhex("000b57a40a14202e77")))
        for pattern in marker.forms.values():
            self.assertTrue(forms.expression(pattern).fullmatch(forms.an_example(pattern)))

    def test_knows_how_the_screen_shows_a_person(self):
        shown = {name: Person("", name, "000101198802290029", "").shown_name for name in ("林知夏", "陈禾", "司徒静姝")}
        self.assertEqual({"林知夏": "林*夏", "陈禾": "陈*", "司徒静姝": "司徒**"}, shown)
        self.assertEqual("0001**********0029", Person("", NAME, "000101198802290029", "").shown_number)


class SlicesTest(unittest.TestCase):
    seed = 20261122

    def test_takes_what_is_in_this_document_alone(self):
        source = random.Random(self.seed)
        common = source.randbytes(3000)
        document = common + source.randbytes(2000)
        taken = slices.of_document(random.Random(1), document, common, 32)
        self.assertEqual(32, len(set(taken)))
        for piece in taken:
            self.assertIn(piece, document)
            self.assertNotIn(piece, common)

    def test_takes_pixels_of_rows_that_another_does_not_see(self):
        source = random.Random(self.seed)
        width, height = 200, 40
        mine = bytearray(source.randbytes(4 * width * height))
        others_ = bytearray(mine)
        others_[4 * width * 10:4 * width * 12] = source.randbytes(8 * width)
        taken = slices.of_raster(random.Random(2), slices.Raster(width, height, bytes(mine)),
                                 [slices.Raster(width, height, bytes(others_))], 32)
        still = slices.Raster(width, height, bytes(mine)).masked().pixels
        self.assertEqual({10, 11}, {still.find(piece) // (4 * width) for piece in taken})

    def test_says_when_two_pictures_are_the_same(self):
        picture = slices.Raster(100, 2, random.Random(self.seed).randbytes(800))
        with self.assertRaises(slices.TooFew):
            slices.of_raster(random.Random(3), picture, [picture], 1)


class EngineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Engine(JAVA)

    @classmethod
    def tearDownClass(cls):
        cls.engine.close()

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="residue-test"))
        self.addCleanup(shutil.rmtree, self.folder)
        source = random.Random(4)
        self.markers = [forms.of_text("name", NAME), forms.of_bytes("pdf", 3, source.randbytes(24)),
                        forms.of_pixels("screen greeting", 7, source.randbytes(24))]
        self.engine.look_for(self.markers)

    def test_finds_all_that_another_process_holds_and_lets_it_go_on(self):
        planted = Planted([forms.an_example(pattern) for _, _, pattern in self.engine.index])
        self.addCleanup(planted.close)
        found = self.engine.process_memory("planted", planted.pid)
        self.assertEqual({(marker, form) for marker, form, _ in self.engine.index},
                         {(marker, form) for marker, those in found.hits.items() for form in those})
        self.assertNotIn(Path(f"/proc/{planted.pid}/stat").read_text().rpartition(")")[2].split()[0], "Tt")

    def test_finds_nothing_where_nothing_is(self):
        planted = Planted([b"nothing of the kind"])
        self.addCleanup(planted.close)
        self.assertEqual({}, self.engine.process_memory("planted", planted.pid).hits)

    def test_finds_it_in_files(self):
        (self.folder / "clean").write_text("林*夏")
        (self.folder / "log").write_text(f"x {NAME} y")
        found = self.engine.files("files", files.regular(self.folder))
        self.assertEqual({"name": {"utf-8": [1, [f"{self.folder}/log @ 0x2"]]}}, found.hits)

    def test_finds_it_in_what_a_broker_carries(self):
        inner = base64.b64encode(json.dumps({"citizen": NAME}).encode()).decode()
        payload = broker.Payload("t", json.dumps({"entry": {"box": {"ciphertext": inner}}}).encode())
        self.assertEqual({"name"}, self.engine.payloads("payload", payload.unpacked()).names())
        self.assertEqual(set(), self.engine.payloads("payload", [payload.raw[:10]]).names())

    def test_keeps_what_a_process_held_before(self):
        planted = Planted([NAME.encode()])
        self.addCleanup(planted.close)
        self.engine.keep(planted.pid, self.folder / "control")
        self.assertEqual({"name"}, self.engine.files("control", [self.folder / "control"]).names())


class BrokerTest(unittest.TestCase):
    def test_undoes_base64_however_deep(self):
        deep = base64.b64encode(NAME.encode()).decode()
        deeper = base64.urlsafe_b64encode(json.dumps({"a": [deep, "b"]}).encode()).decode().rstrip("=")
        self.assertIn(NAME.encode(), broker.Payload("t", json.dumps({"token": "head." + deeper + ".tail"}).encode()).unpacked())

    def test_reads_open_events_and_nothing_else(self):
        entry = {"header": {"kind": "session-event"}, "body": {"code": "CARD_READ", "session": "s", "numbers": {"slot": 1}}}
        self.assertEqual(("CARD_READ", "s", {"slot": 1}), broker.Payload("t", json.dumps({"entry": entry}).encode()).event())
        for raw in (b"", b"[1]", b'{"entry": {"header": {"kind": "print-outcome"}, "box": {}}}'):
            self.assertIsNone(broker.Payload("t", raw).event())


class FilesTest(unittest.TestCase):
    def test_knows_what_may_be_new_and_nothing_else(self):
        known = ["terminal/var/lib/yici/agent.db-wal", "terminal/run/yici/tokens/slot-2", "terminal/var/log/yici/agent.log.3", "log/x.log"]
        unknown = ["terminal/var/lib/yici/copy.pdf", "terminal/run/yici/tokens/slot-2/x", "terminal/tmp/a", "log/session-1.hprof"]
        self.assertEqual(unknown, files.unknown(known + unknown))

    def test_leaves_out_only_what_others_own_where_it_was_told_to(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(files, "USERS", ("nobody",)):
            theirs, ours = Path(folder, "theirs"), Path(folder, "ours")
            theirs.touch()
            ours.touch()
            shutil.chown(ours, "nobody")
            self.assertTrue(files.is_not_ours(str(theirs), [folder]))
            self.assertFalse(files.is_not_ours(str(ours), [folder]))
            self.assertFalse(files.is_not_ours(str(theirs), ["/elsewhere"]))


    def test_leaves_out_what_belongs_to_another_demo(self):
        demo = mock.Mock(root=Path("/var/lib/yici-test-mine"))
        for folder, expected in ((tempfile.mkdtemp(prefix="yici-test-", dir="/var/lib"), []), (tempfile.mkdtemp(prefix="other-", dir="/var/lib"), ["file"])):
            self.addCleanup(shutil.rmtree, folder)
            path = Path(folder, "file")
            path.touch()
            shutil.chown(path, "nobody")
            with mock.patch.object(files, "real_mounts", return_value=[folder]):
                self.assertEqual(expected, [Path(found).name for found, _ in files.owned_elsewhere(demo, ("nobody",))])


class ViewTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="residue-test")
        self.addCleanup(shutil.rmtree, self.folder)
        os.chmod(self.folder, 0o755)
        for name, mode in (("open", 0o777), ("closed", 0o755)):
            os.mkdir(f"{self.folder}/{name}")
            Path(f"{self.folder}/{name}/file").touch()
            os.chmod(f"{self.folder}/{name}", mode)
            os.chmod(f"{self.folder}/{name}/file", mode & 0o666)
        os.mkfifo(f"{self.folder}/pipe")
        os.chmod(f"{self.folder}/pipe", 0o666)
        self.socket = socket.socket(socket.AF_UNIX)
        self.addCleanup(self.socket.close)
        self.socket.bind(f"{self.folder}/socket")
        os.chmod(f"{self.folder}/socket", 0o666)

    def walked(self, *before):
        script = Path(view.__file__).with_name("walk.py").read_text()
        done = subprocess.run(as_nobody(*before, "/usr/bin/python3", "-I", "-", self.folder, "/dev"), input=script, text=True,
                              capture_output=True, check=True)
        told = json.loads(done.stdout)
        # Others work on this machine, too, and nobody's memory below /dev/shm may be theirs.
        return {**told, "opened": [path for path in told["opened"] if not path.startswith("/dev/shm/")]}

    def test_finds_all_that_can_be_written_to(self):
        told = self.walked()
        self.assertIn(f"{self.folder}/open", told["created"])
        self.assertNotIn(f"{self.folder}/closed", told["created"])
        self.assertEqual([f"{self.folder}/open/file"], told["opened"])
        self.assertEqual([f"{self.folder}/pipe"], told["others"])
        self.assertIn(f"{self.folder}/socket", told["sockets"])
        self.assertIn("/dev/null", told["devices"])
        self.assertEqual(["file"], os.listdir(f"{self.folder}/open"))

    def test_finds_devices_and_sockets_alone_in_a_view_like_a_sessions(self):
        from plan import VIEW
        told = self.walked(*VIEW)
        self.assertEqual([], told["created"] + told["opened"])
        beyond = view.not_listed(told, "/var/lib/none", [])
        self.assertEqual([], beyond["devices"])
        self.assertIn(f"{self.folder}/socket", beyond["sockets"])

    def test_names_a_device_that_is_on_no_list(self):
        told = {"created": [], "opened": [], "others": [], "devices": ["/dev/null", "/dev/sda"], "sockets": []}
        self.assertEqual(["/dev/sda"], view.not_listed(told, "/", [])["devices"])

    def test_sees_a_file_that_is_open_for_writing(self):
        path = f"{self.folder}/log"
        with open(path, "ab") as log, open(path) as reading:
            child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=log, stderr=subprocess.DEVNULL, pass_fds=[reading.fileno()])
        self.addCleanup(child.wait)
        self.addCleanup(child.stdin.close)
        self.assertEqual([f"1 -> {path}"], view.written_files(child.pid))


class OthersTest(unittest.TestCase):
    def test_tells_who_could_open_whose_memory(self):
        child = subprocess.Popen(as_nobody("sh", "-c", "echo there; exec cat"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(child.wait)
        self.addCleanup(child.stdout.close)
        self.addCleanup(child.stdin.close)
        child.stdout.readline()
        self.assertEqual([f"{child.pid}/{what}" for what in ("mem", "environ", "maps")], others.opened_by("nobody", (), [child.pid]))
        self.assertEqual([], others.opened_by("daemon", (), [child.pid, os.getpid()]))
        self.assertEqual([os.getpid()], others.of_other_users(processes.uid_of(child.pid), [child.pid, os.getpid()]))


class EyesTest(unittest.TestCase):
    def test_finds_a_phrase_that_is_read_in_parts(self):
        read = [eyes.Word("打", (1,), 10, 5, 20, 20), eyes.Word("证明", (1,), 30, 5, 40, 20), eyes.Word("明", (2,), 0, 90, 9, 9)]
        self.assertEqual((40, 15), eyes.find(read, "打证明"))
        self.assertIsNone(eyes.find(read, "明明"))

    def test_turns_light_letters_on_a_key_dark(self):
        row = b"\xf3" * 10 + b"\x0b" * 120 + b"\xff" * 4 + b"\x0b" * 9 + b"\xf3" * 5
        self.assertEqual(b"\xf3" * 10 + b"\xf4" * 120 + b"\x00" * 4 + b"\xf4" * 9 + b"\xf3" * 5, eyes.turn_keys(row))
        self.assertEqual(b"\x0b" * 50, eyes.turn_keys(b"\x0b" * 50))


class ReportTest(unittest.TestCase):
    def test_is_good_only_if_every_step_is_and_never_shows_what_was_looked_for(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch("builtins.print"):
            report = Report(folder, {"seed": 1})
            self.assertFalse(report.ok)
            report.add("one", True, "0 hits", 0.0)
            self.assertTrue(report.ok)
            found = Found("agent (pid 1)", 10, {"name": {"utf-8": [2, ["[heap] @ 0x10"]]}})
            report.add("two", False, found.told(), 0.0, [found])
            self.assertFalse(report.ok)
            told = json.loads(Path(folder, "residue.json").read_text())
            self.assertEqual([True, False], [step["ok"] for step in told["steps"]])
            self.assertEqual("name as utf-8: 2 × ([heap] @ 0x10)", told["steps"][1]["told"])
            self.assertIn("NOT as it should be", Path(folder, "residue.md").read_text())


class CommandTest(unittest.TestCase):
    def test_says_what_it_needs_and_fails_where_the_search_is_not_allowed(self):
        command = str(Path(__file__).resolve().parents[1] / "residue")
        without = ["capsh", "--drop=cap_sys_ptrace", "--", "-c"] if shutil.which("capsh") else ["setpriv", "--bounding-set", "-sys_ptrace", "--inh-caps", "-sys_ptrace", "bash", "-c"]
        for extra, code in (("", 1), ("--allow-missing", 0)):
            done = subprocess.run([*without, f"{command} --short {extra}"], text=True, capture_output=True)
            self.assertRegex(done.stdout, r"not run here: needs CAP_SYS_PTRACE")
            self.assertEqual(code, done.returncode, done.stdout + done.stderr)

    def test_tells_its_options(self):
        help_ = subprocess.run([str(Path(__file__).resolve().parents[1] / "residue"), "--help"], text=True, capture_output=True, check=True).stdout
        for option in ("--short", "--out", "--seed", "--repeats", "--states", "--except", "--allow-missing"):
            self.assertTrue(re.search(rf"^\s+{option}|^{option}|{option}", help_, re.MULTILINE), option)


if __name__ == "__main__":
    unittest.main()
