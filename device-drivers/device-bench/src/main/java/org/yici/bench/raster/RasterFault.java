package org.yici.bench.raster;

import java.io.IOException;

/** The bytes are not what PWG 5102.4 allows, or more than this printer takes. */
public final class RasterFault extends IOException {
    private static final long serialVersionUID = 1;

    RasterFault(String message) {
        super(message);
    }
}
