package org.yici.code;

import com.google.zxing.ResultPoint;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.List;

/** What looks like a position pattern of a QR code (ISO/IEC 18004:2015, 6.3.3), all of them; ZXing's own search ends at the third. */
final class PositionPatterns extends FinderPatternFinder {
    private PositionPatterns(BitMatrix black, Limit limit) {
        super(black, limit);
    }

    /** The middles of those beside an area. */
    static List<Point2D> beside(Rectangle area, BitMatrix black, Limit limit) {
        PositionPatterns patterns = new PositionPatterns(black, limit);
        // As often as ZXing does: a pattern is three modules high where it is darkest.
        int step = Math.max(MIN_SKIP, 3 * black.getHeight() / (4 * MAX_MODULES));
        for (int y = step - 1; y < black.getHeight(); y += step) {
            if (y < area.y || y >= area.y + area.height) {
                patterns.search(y, 0, black.getWidth());
            } else {
                patterns.search(y, 0, area.x);
                patterns.search(y, area.x + area.width, black.getWidth());
            }
        }
        return patterns.getPossibleCenters().stream()
                .map(middle -> (Point2D) new Point2D.Float(middle.getX(), middle.getY()))
                .toList();
    }

    private void search(int y, int from, int to) {
        BitMatrix black = getImage();
        int[] runs = new int[5];
        int run = 0;
        for (int x = from; x < to; x++) {
            boolean dark = black.get(x, y);
            boolean darkRun = (run & 1) == 0;
            if (dark == darkRun) {
                runs[run]++;
            } else if (dark || run < 4) {
                runs[++run]++;
            } else if (foundPatternCross(runs) && handlePossibleCenter(runs, y, x)) {
                doClearCounts(runs);
                run = 0;
            } else {
                doShiftCounts2(runs);
                run = 3;
            }
        }
        if (foundPatternCross(runs)) {
            handlePossibleCenter(runs, y, to);
        }
    }

    /**
     * Ends a search that would take too long, by {@link Reached}: ZXing compares all threes of what looks like a position pattern, and somebody
     * may draw thousands of them.
     */
    static final class Limit implements ResultPointCallback {
        /** Enough for forty codes; their threes take 10 ms. */
        private static final int MOST = 120;

        private final Deadline deadline;
        private int count;

        Limit(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public void foundPossibleResultPoint(ResultPoint point) {
            count++;
            if (count > MOST || deadline.passed()) {
                throw new Reached();
            }
        }
    }

    /** The limit is reached. */
    static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1;

        Reached() {
            super("too many position patterns", null, false, false);
        }
    }
}
