package org.yici.device;

import java.util.concurrent.CompletableFuture;

/** A device that can try itself out: it reads or prints something that can be checked. */
public interface SelfTesting {
    /**
     * Tries the device out, in turn with its other work. The future never fails: what is wrong is a step that did not pass. A device that
     * is not there is told of within some seconds; a printer may wait for paper as long as for any other order.
     */
    CompletableFuture<SelfTestResult> selfTest();
}
