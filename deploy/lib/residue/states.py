"""Each state of the journey in which a session is killed, and what has to be held still for it."""

import time
from contextlib import contextmanager


def waits_at(screen):
    @contextmanager
    def state(demo, citizen):
        citizen.goes_to(screen)
        yield
    return state


@contextmanager
def service_stands_still(demo):
    demo.signal("service", "STOP")
    try:
        yield
    finally:
        demo.signal("service", "CONT")


@contextmanager
def asking(demo, citizen):
    citizen.goes_to("greeting")
    with service_stands_still(demo):
        citizen.touches_on("greeting")
        citizen.settle()
        yield


@contextmanager
def issuing(demo, citizen):
    citizen.goes_to("consent")
    with service_stands_still(demo):
        citizen.touches_on("consent")
        citizen.hears("CONSENT_GIVEN")
        citizen.settle()
        yield


@contextmanager
def checking(demo, citizen):
    citizen.goes_to("consent")
    citizen.touches_on("consent")
    citizen.hears("COPY_ISSUED")
    yield


@contextmanager
def warned(demo, citizen):
    citizen.goes_to("preview")
    time.sleep(64)
    yield


@contextmanager
def in_trouble(demo, citizen):
    citizen.goes_to("consent")
    demo.turn("service-gone", True)
    try:
        citizen.touches_on("consent")
        citizen.hears("ERROR_SHOWN")
        citizen.settle()
        yield
    finally:
        demo.turn("service-gone", False)


@contextmanager
def sending(demo, citizen):
    citizen.goes_to("preview")
    citizen.touches_on("preview")
    citizen.hears("PRINT_SENT")
    yield


@contextmanager
def printing(demo, citizen):
    citizen.goes_to("preview")
    citizen.touches_on("preview")
    citizen.hears("PRINT_SENT")
    demo.turn("paper-out", True)
    try:
        citizen.settle()
        yield
    finally:
        demo.turn("paper-out", False)


@contextmanager
def done(demo, citizen):
    citizen.goes_to("preview")
    citizen.goes_on("preview")
    yield


@contextmanager
def leaving(demo, citizen):
    citizen.goes_to("preview")
    citizen.goes_on("preview")
    citizen.touches_on("done")
    citizen.settle()
    yield


STATES = {
    "greeting": waits_at("greeting"),
    "asking for offers": asking,
    "offers": waits_at("offers"),
    "consent": waits_at("consent"),
    "issuing": issuing,
    "checking the seal": checking,
    "preview": waits_at("preview"),
    "time warning": warned,
    "trouble": in_trouble,
    "sending to the printer": sending,
    "printing": printing,
    "done": done,
    "goodbye": leaving,
}
