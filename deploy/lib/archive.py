"""An archive of the classes that a session loads (class data sharing), made once for each staging.

A session with it is ready in two thirds of the time, and what the two sessions load alike is in memory once. It lies beside the
programs, made and owned by root: who could write it could write the program.
"""

import os
import shutil
import subprocess
from dataclasses import replace

import machine
from keeper import Failed, Keeper

NAME = "session.jsa"
VISIT = "visit.classes"
TRAINED_BY = "yici-session-1"


def flags(stage):
    """What a session is started with. Mapped where it was made for, nearly two thirds of it are shared rather than rewritten (decision 0074)."""
    made = stage / "session" / NAME
    if not made.exists():
        return []
    return [f"-XX:SharedArchiveFile={made}", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"]


def make(plan, say):
    """Archives what a session loads: until it is ready, found out now, and while it serves somebody, listed with the program.

    The session that is started for it serves nobody: there is no agent yet.
    """
    stage = plan.places.stage
    made = stage / "session" / NAME
    if made.exists():
        return
    training = stage / "training"
    machine.folder(training, TRAINED_BY, mode=0o700)
    try:
        jvm = plan.session_jvm()
        listed = read_list(plan, jvm, training)
        with open(listed, "a", encoding="utf-8") as classes:
            classes.write((stage / "session" / VISIT).read_text(encoding="utf-8"))
        subprocess.run([*without_class_path(jvm), "-Xshare:dump", f"-XX:SharedClassListFile={listed}",
                        f"-XX:SharedArchiveFile={made}.new", "-Xlog:cds=error", "-Xlog:class+path=error", *class_path(jvm)],
                       check=True, capture_output=True, cwd="/")
        os.chmod(f"{made}.new", 0o644)
        os.replace(f"{made}.new", made)
    except (Failed, subprocess.CalledProcessError) as problem:
        say(f"no archive of the sessions' classes: {getattr(problem, 'stderr', b'').decode(errors='replace') or problem}")
    finally:
        shutil.rmtree(training, ignore_errors=True)


def read_list(plan, jvm, training):
    listed = training / "classes"
    session = plan.session(1, [*without_class_path(jvm), f"-XX:DumpLoadedClassList={listed}", "-Xshare:off", *class_path(jvm)],
                           ("--bind", str(training), str(training)))
    keeper = Keeper(str(machine.folder(training.parent / "notify")), lambda _: None)
    try:
        keeper.start(replace(session, name="training"))
    finally:
        keeper.end()
        shutil.rmtree(keeper.notify_folder, ignore_errors=True)
    return listed


def without_class_path(jvm):
    return jvm[:jvm.index("-cp")]


def class_path(jvm):
    return jvm[jvm.index("-cp"):]
