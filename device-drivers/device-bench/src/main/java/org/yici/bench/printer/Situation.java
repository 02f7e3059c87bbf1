package org.yici.bench.printer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the printer's switches stand.
 *
 * @param ranOut whether the sheet that {@link Obstacle#PAPER_OUT_AFTER_ONE_SHEET} left has come out
 */
record Situation(Set<Obstacle> obstacles, Set<Lie> lies, Set<Lack> lacks, boolean ranOut) {
    static final Situation WELL = new Situation(Set.of(), Set.of(), Set.of(), false);

    Situation {
        obstacles = Set.copyOf(obstacles);
        lies = Set.copyOf(lies);
        lacks = Set.copyOf(lacks);
    }

    Situation with(Obstacle obstacle, boolean on) {
        boolean mended = obstacle == Obstacle.PAPER_OUT_AFTER_ONE_SHEET && !on;
        return new Situation(changed(Obstacle.class, obstacles, obstacle, on), lies, lacks, ranOut && !mended);
    }

    Situation with(Lie lie, boolean on) {
        return new Situation(obstacles, changed(Lie.class, lies, lie, on), lacks, ranOut);
    }

    Situation with(Lack lack, boolean on) {
        return new Situation(obstacles, lies, changed(Lack.class, lacks, lack, on), ranOut);
    }

    private static <E extends Enum<E>> Set<E> changed(Class<E> kind, Set<E> set, E element, boolean on) {
        Set<E> changed = EnumSet.noneOf(kind);
        changed.addAll(set);
        if (on) {
            changed.add(element);
        } else {
            changed.remove(element);
        }
        return changed;
    }

    /** A sheet has come out. */
    Situation sheetOut() {
        return new Situation(obstacles, lies, lacks, ranOut || obstacles.contains(Obstacle.PAPER_OUT_AFTER_ONE_SHEET));
    }

    boolean isOutOfPaper() {
        return ranOut || obstacles.contains(Obstacle.PAPER_OUT);
    }

    /** Whether no further sheet is drawn in. */
    boolean stops() {
        return standing().anyMatch(Obstacle::stops);
    }

    /** Whether all is well but for a pause, which lets the sheet in the path out before it counts. */
    boolean onlyPauses() {
        return standing().filter(Obstacle::stops).allMatch(obstacle -> obstacle == Obstacle.PAUSED);
    }

    /**
     * Keywords of RFC 8011 5.4.12, never empty.
     *
     * @param sheetInPath whether a sheet is on its way
     * @param jobWaits whether a job needs paper
     */
    List<String> reasons(boolean sheetInPath, boolean jobWaits) {
        Stream<String> said = standing()
                .flatMap(obstacle -> obstacle.reasons().stream())
                .map(reason -> reason.equals("paused") && sheetInPath ? "moving-to-paused" : reason);
        Stream<String> needed = isOutOfPaper() && jobWaits ? Stream.of("media-needed") : Stream.of();
        List<String> reasons = Stream.concat(said, needed).toList();
        return reasons.isEmpty() ? List.of("none") : reasons;
    }

    /** The same in plain English, empty when there is nothing to say. */
    String message() {
        return standing().map(Obstacle::message).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** In the order of the enum, with the paper that ran out. */
    private Stream<Obstacle> standing() {
        return Stream.of(Obstacle.values())
                .filter(obstacle -> obstacle == Obstacle.PAPER_OUT ? isOutOfPaper() : obstacles.contains(obstacle));
    }
}
