"""Users, folders and staged files of a demo terminal and its centre."""

import grp
import os
import platform
import pwd
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

USERS = ("yici-agent", "yici-session-1", "yici-session-2", "yici-x", "yici-bench", "yici-service", "yici-broker")
GROUPS = {
    "yici-link": ("yici-agent", "yici-session-1", "yici-session-2"),
    "yici-devices": ("yici-bench", "yici-session-1", "yici-session-2"),
    "yici-screen": ("yici-x", "yici-bench", "yici-session-1", "yici-session-2"),
}
PROGRAMS = {
    "session": "kiosk-app/kiosk-session",
    "agent": "kiosk-app/kiosk-agent",
    "service": "remote-admin/admin-service",
    "bench": "device-drivers/device-bench",
}
TEST_TOOLS = {"onlooker": "deploy/onlooker"}
SIGNATURE = re.compile(r"META-INF/[^/]+\.(SF|RSA|DSA|EC)", re.IGNORECASE)
# What follows the first section of a manifest: one section, with digests, for each file.
MANIFEST_ENTRIES = re.compile(rb"(?s)(?<=\n)\r?\nName: .*")
FONTS = ("YiciSans-Regular.ttf", "YiciSerif-Regular.ttf")


def exists(lookup, name):
    try:
        lookup(name)
        return True
    except KeyError:
        return False


def make_users():
    for user in USERS:
        if not exists(grp.getgrnam, user):
            subprocess.run(["groupadd", "--system", user], check=True)
        if not exists(pwd.getpwnam, user):
            subprocess.run(["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell",
                            "/usr/sbin/nologin", "--gid", user, user], check=True)
    for group, members in GROUPS.items():
        if not exists(grp.getgrnam, group):
            subprocess.run(["groupadd", "--system", group], check=True)
        for member in members:
            if member not in grp.getgrnam(group).gr_mem:
                subprocess.run(["usermod", "--append", "--groups", group, member], check=True)


def remove_users():
    for user in USERS:
        if exists(pwd.getpwnam, user):
            subprocess.run(["userdel", user], check=False, stderr=subprocess.DEVNULL)
        if exists(grp.getgrnam, user):
            subprocess.run(["groupdel", user], check=False, stderr=subprocess.DEVNULL)
    for group in GROUPS:
        if exists(grp.getgrnam, group):
            subprocess.run(["groupdel", group], check=False)


def groups_of(user):
    return tuple(group for group, members in GROUPS.items() if user in members)


def folder(path, user="root", group=None, mode=0o755):
    """Makes `path` with this owner and mode; what is there keeps its content."""
    os.makedirs(path, exist_ok=True)
    shutil.chown(path, user, group or (user if user != "root" else "root"))
    os.chmod(path, mode)
    return path


def write(path, text, user="root", group="root", mode=0o644):
    """Writes a small file, whole or not at all."""
    fresh = f"{path}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    shutil.chown(fresh, user, group)
    os.chmod(fresh, mode)
    os.replace(fresh, path)


def java():
    """A java that every user may run: homes are closed to the terminal's users."""
    for name in ("/usr/lib/jvm/default-java/bin/java", shutil.which("java") or ""):
        real = os.path.realpath(name)
        if os.access(real, os.X_OK) and real.startswith("/usr/lib/jvm/"):
            return real
    raise SystemExit("no java below /usr/lib/jvm: install default-jdk")


def stage(checkout, fonts, target, build):
    """Copies the built programs, fonts and native libraries to where every user can read them, and nobody but root write."""
    target = Path(target)
    mark = target / "build"
    if mark.exists() and mark.read_text() == build:
        return
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, module in PROGRAMS.items():
        (fresh / name / "lib").mkdir(parents=True)
        shutil.copy(built_jar(checkout, module), fresh / name / f"{name}.jar")
        for jar in sorted((Path(checkout) / module / "target/lib").glob("*.jar")):
            copy_library(jar, fresh / name / "lib" / jar.name)
    for name, module in TEST_TOOLS.items():
        if (Path(checkout) / module / "target").is_dir():
            (fresh / name).mkdir()
            shutil.copy(built_jar(checkout, module), fresh / name / f"{name}.jar")
    shutil.copy(Path(checkout) / PROGRAMS["session"] / "src/main/archive/visit.classes", fresh / "session")
    (fresh / "fonts").mkdir()
    for font in FONTS:
        shutil.copy(Path(fonts) / font, fresh / "fonts" / font)
    unpack_natives(fresh)
    (fresh / "build").write_text(build)
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", str(fresh)], check=True)
    subprocess.run(["chown", "-R", "root:root", str(fresh)], check=True)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def copy_library(jar, target):
    """Leaves a publisher's signature behind: Java would verify it class by class at each start, and archives no class that has one.

    Whose library it is was decided by the build; here it lies where root alone can change it (decision 0074).
    """
    with zipfile.ZipFile(jar) as signed:
        if not any(SIGNATURE.fullmatch(name) for name in signed.namelist()):
            shutil.copy(jar, target)
            return
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain:
            for entry in signed.infolist():
                if not SIGNATURE.fullmatch(entry.filename):
                    content = signed.read(entry)
                    plain.writestr(entry, MANIFEST_ENTRIES.sub(b"", content, 1) if entry.filename == "META-INF/MANIFEST.MF" else content)


def built_jar(checkout, module):
    built = Path(checkout) / module / "target"
    jars = [jar for jar in sorted(built.glob(f"{Path(module).name}-*.jar")) if not jar.name.endswith(("-tests.jar", "-sources.jar"))]
    if len(jars) != 1:
        raise SystemExit(f"{module} is not built: {len(jars)} jars in {built}")
    return jars[0]


def unpack_natives(fresh):
    """Native libraries lie beside the programs: nothing is unpacked at run time."""
    arm = platform.machine() == "aarch64"
    wanted = (
        ("session", "jna-5*.jar", "com/sun/jna/linux-%s/libjnidispatch.so" % ("aarch64" if arm else "x86-64")),
        ("session", "jSerialComm-*.jar", "Linux/%s/libjSerialComm.so" % ("armv8_64" if arm else "x86_64")),
        ("agent", "sqlite-jdbc-*.jar", "org/sqlite/native/Linux/%s/libsqlitejdbc.so" % ("aarch64" if arm else "x86_64")),
    )
    native = fresh / "native"
    native.mkdir()
    for program, pattern, entry in wanted:
        jars = sorted((fresh / program / "lib").glob(pattern))
        if len(jars) != 1:
            raise SystemExit(f"{program}: {len(jars)} jars are like {pattern}")
        with zipfile.ZipFile(jars[0]) as jar:
            (native / Path(entry).name).write_bytes(jar.read(entry))
