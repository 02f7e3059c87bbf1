package org.yici.journey.fake;

import org.yici.journey.port.Curtain;

/** For whoever has no window. */
public final class FakeCurtain implements Curtain {
    @Override
    public void raise() {}

    @Override
    public void reveal() {}
}
