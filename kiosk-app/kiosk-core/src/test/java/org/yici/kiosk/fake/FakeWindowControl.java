package org.yici.kiosk.fake;

import org.yici.kiosk.port.WindowControl;

/** For whoever has no window. */
public final class FakeWindowControl implements WindowControl {
    @Override
    public void raise() {}

    @Override
    public void reveal() {}
}
