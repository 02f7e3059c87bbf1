"""Where everything of one demo lies: folders, ports, display."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """One demo. Several run side by side when their roots, bases and displays differ.

    base: the ports are counted from it; 8400 gives 8480 for the pages and 8490 for the kiosk in a browser.
    """

    root: Path
    stage: Path
    base: int
    display: str

    @property
    def terminal(self):
        return self.root / "terminal"

    @property
    def centre(self):
        return self.root / "centre"

    @property
    def bench(self):
        return self.root / "bench"

    @property
    def keys(self):
        return self.centre / "etc/yici/keys"

    @property
    def broker(self):
        return self.centre / "var/lib/yici-broker"

    @property
    def revocation_list(self):
        """Written by the service, read by the broker."""
        return self.broker / "list/revoked.pem"

    @property
    def authority(self):
        return self.terminal / "run/yici/screen/Xauthority"

    @property
    def pixels(self):
        """Where a virtual display keeps its picture, for the bench and for measuring."""
        return self.terminal / "run/yici/pixels"

    @property
    def onlooker(self):
        return self.bench / "run/yici/onlooker.sock"

    @property
    def reader(self):
        return self.bench / "run/yici/reader"

    @property
    def scanner(self):
        return self.bench / "run/yici/scanner"

    @property
    def smart_cards(self):
        """The socket of the bench's smart-card service."""
        return self.bench / "run/yici/pcscd/pcscd.comm"

    @property
    def pages_port(self):
        return self.base + 80

    @property
    def bench_port(self):
        return self.base + 90

    @property
    def https_port(self):
        return self.base + 43

    @property
    def https_cut_port(self):
        """The bench's proxy before the service: what the terminal connects to, so that the line can be cut."""
        return self.base + 44

    @property
    def broker_port(self):
        return self.base + 483

    @property
    def broker_cut_port(self):
        return self.base + 484

    @property
    def printer_port(self):
        return self.base + 231

    @property
    def database_port(self):
        return self.base + 32

    @property
    def pages_url(self):
        return f"http://127.0.0.1:{self.pages_port}/"

    @property
    def bench_url(self):
        return f"http://127.0.0.1:{self.bench_port}/"

    @property
    def printer_url(self):
        return f"ipp://127.0.0.1:{self.printer_port}/ipp/print"
