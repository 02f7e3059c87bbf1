package org.yici.check.faults;

import java.util.List;

/**
 * One cell as {@code result.json} lists it.
 *
 * @param seen sentences that came, in their order, those of one screen apart by a slash
 * @param books outcomes that the centre has on record for the copies of this cell
 * @param wrong what was missing and what was there instead; empty if all came as it should
 * @param pictures files beside {@code result.json}
 */
record Result(
        String table,
        String cell,
        boolean ok,
        List<String> seen,
        List<String> books,
        String wrong,
        List<String> pictures,
        double seconds) {}
