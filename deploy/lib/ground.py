"""Folders, keys and configuration of one demo, before anything of it runs."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

import machine

TERMINAL = "demo-0001"
NAME = "示范便民超市 24 小时自助终端"
SAFE_MODULE = "05.03-20260101-000000001-000000002"
LOGS = ("session-1", "session-2", "x", "agent-console", "bench", "service", "database", "broker")


def prepare(places):
    folder = machine.folder
    folder(places.root)
    for base in (places.terminal, places.centre, places.bench):
        for part in ("", "etc", "var", "var/lib", "var/log", "run", "run/yici"):
            folder(base / part)
    folder(places.terminal / "etc/yici")
    folder(places.terminal / "etc/yici/trust")
    folder(places.terminal / "var/lib/yici", "yici-agent", mode=0o700)
    folder(places.terminal / "var/log/yici", "yici-agent", mode=0o750)
    folder(places.terminal / "run/yici/link", "yici-agent", "yici-link", 0o2750)
    folder(places.terminal / "run/yici/tokens", "root", "yici-agent", 0o750)
    folder(places.terminal / "run/yici/screen", "yici-x", "yici-screen", 0o2750)
    folder(places.pixels, "yici-x", "yici-bench", 0o2750)
    # The broker passes through to its own files; the others are closed to it one by one.
    folder(places.centre / "etc/yici", "yici-service", mode=0o751)
    folder(places.centre / "var/lib/yici", "yici-service", mode=0o700)
    folder(places.centre / "var/log/yici", "yici-service", mode=0o750)
    folder(places.centre / "run/yici", "yici-service", mode=0o750)
    folder(places.centre / "etc/yici/broker", "root", "yici-broker", 0o750)
    folder(places.broker)
    folder(places.broker / "list", "yici-service", mode=0o755)
    folder(places.broker / "state", "yici-broker", mode=0o700)
    for part in ("var/lib/yici", "var/log/yici", "run/yici"):
        folder(places.bench / part, "yici-bench")
    for name in LOGS:
        log(places, name).unlink(missing_ok=True)
    make_keys(places)
    write_configuration(places)


def log(places, name):
    """What a program prints goes here; it is opened by the keeper."""
    return machine.folder(places.root / "log") / f"{name}.log"


def make_keys(places):
    subprocess.run([str(Path(__file__).resolve().parent.parent / "throwaway-ca"), str(places.centre)], check=True)
    subprocess.run(["chown", "-R", "yici-service:yici-service", str(places.keys)], check=True)
    for anchor in (places.centre / "public/trust").iterdir():
        shutil.copy(anchor, places.terminal / "etc/yici/trust" / anchor.name)
        os.chmod(places.terminal / "etc/yici/trust" / anchor.name, 0o644)


def database_password(places):
    return places.centre / "etc/yici/database-password"


def write_configuration(places):
    secret = database_password(places)
    if not secret.exists():
        machine.write(secret, secrets.token_hex(16), "yici-service", "yici-service", 0o600)
    machine.write(places.centre / "etc/yici/service.yaml", SERVICE_YAML.format(
        p=places, password=secret.read_text()), "yici-service", "yici-service", 0o600)
    machine.write(places.terminal / "etc/yici/agent.yaml", AGENT_YAML.format(p=places, terminal=TERMINAL))
    write_session(places, 1080, 1920)
    write_mosquitto(places)


def write_mosquitto(places):
    """The files of deploy/broker/mosquitto; only folders and port are others. The first lists are empty ones."""
    folder = places.centre / "etc/yici/broker"

    def put(name, text):
        machine.write(folder / name, text, "root", "yici-broker", 0o640)

    plugins = sorted(Path("/usr/lib").glob("*/mosquitto_dynamic_security.so"))
    if not plugins:
        raise SystemExit("no mosquitto_dynamic_security.so below /usr/lib: install mosquitto")
    shipped = Path(__file__).resolve().parent.parent / "broker/mosquitto"
    put("mosquitto.conf", (shipped / "mosquitto.conf").read_text(encoding="utf-8")
        .replace("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so", str(plugins[0]))
        .replace("/etc/yici/broker", str(folder)).replace("/var/lib/yici-broker", str(places.broker))
        .replace("\nlistener 8883\n", f"\nlistener {places.broker_port} 127.0.0.1\n"))
    put("acl", (shipped / "acl").read_text(encoding="utf-8"))
    for name in ("broker-tls.pem", "broker-tls.key", "terminal-ca.pem"):
        put(name, (places.keys / name).read_text(encoding="utf-8"))
    if not places.revocation_list.exists():
        machine.write(places.revocation_list, (places.keys / "revoked.pem").read_text(encoding="utf-8"), "yici-service", "yici-service", 0o644)
    blocks = places.broker / "state/dynsec.json"
    if not blocks.exists():
        machine.write(blocks, "{}", "yici-broker", "yici-broker", 0o600)


def write_session(places, width, height):
    machine.write(places.terminal / "etc/yici/session.yaml", SESSION_YAML.format(p=places, terminal=TERMINAL, width=width, height=height))


SERVICE_YAML = """\
yici:
  pages:
    port: {p.pages_port}
  terminals:
    port: {p.https_port}
    # A social-security card is enough here; without this line certificates ask for a card that proves itself.
    level: card-unproven
  broker:
    uri: ssl://localhost:{p.broker_port}
  database:
    url: jdbc:postgresql://127.0.0.1:{p.database_port}/yici
    user: yici
    password: "{password}"
  fonts: {p.stage}/fonts
"""

AGENT_YAML = """\
terminal: {terminal}
brokerUri: ssl://localhost:{p.broker_cut_port}
serviceUrl: https://localhost:{p.https_cut_port}
keepAliveSeconds: 10
"""

SESSION_YAML = """\
terminal: {terminal}
terminalName: 示范便民超市
serviceUrl: https://localhost:{p.https_cut_port}
panel:
  widthPx: {width}
  heightPx: {height}
  pitchMm: 0.311
devices:
  - id: id-card-reader
    kind: IDENTITY_READER
    driver: sdt
    settings:
      port: {p.reader}
      baud: "115200"
  - id: chip-card-reader
    kind: CHIP_CARD_READER
    driver: pcsc
    settings:
      reader: Virtual PCD 00 00
  - id: code-scanner
    kind: BARCODE_READER
    driver: scanner
    settings:
      port: {p.scanner}
      protocol: newland
  - id: document-printer
    kind: DOCUMENT_PRINTER
    driver: ipp
    settings:
      uri: {p.printer_url}
      evidence: impressions
"""
