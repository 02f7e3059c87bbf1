package org.yici.bench.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.raster.PageHeader;
import org.yici.bench.raster.RasterDocument;
import org.yici.bench.raster.RasterPage;

/** A document in PWG Raster. */
final class RasterPages implements Pages {
    private static final Logger LOG = LoggerFactory.getLogger(RasterPages.class);

    private final RasterDocument document;

    RasterPages(byte[] bytes) {
        document = RasterDocument.read(bytes);
        document.fault().ifPresent(fault -> LOG.warn("A raster document is wrong, {}", fault));
    }

    @Override
    public int count() {
        return document.pages().size();
    }

    @Override
    public boolean isWhole() {
        return document.fault().isEmpty();
    }

    @Override
    public byte[] png(int page, Medium medium) throws IOException {
        RasterPage raster = document.pages().get(page);
        PageHeader header = raster.header();
        Coarse coarse = new Coarse(header);
        raster.read(coarse);
        BufferedImage image = coarse.image();
        Placement placement = Placement.of(header.widthMm(), header.heightMm(), medium);
        if (placement.isExact()) {
            return Paper.png(image);
        }
        int width = (int) Math.round(image.getWidth() * placement.scale());
        int height = (int) Math.round(image.getHeight() * placement.scale());
        return Paper.png(Paper.draw(placement, pen -> pen.drawImage(image, 0, 0, width, height, null)));
    }

    @Override
    public void close() {}
}
