package org.yici.device;

import java.util.List;

/** What came of a self-test, step by step, up to the first that did not pass. */
public record SelfTestResult(List<Step> steps) {
    public SelfTestResult {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a self-test has a step at least");
        }
    }

    /** One step that failed, with the fault's name. */
    public static SelfTestResult failed(String step, DeviceFault fault) {
        return new SelfTestResult(List.of(new Step(step, false, fault.words())));
    }

    public boolean passed() {
        return steps.stream().allMatch(Step::passed);
    }

    /**
     * One thing that was tried.
     *
     * @param name in plain words, {@code security module}
     * @param seen what was seen; never personal
     */
    public record Step(String name, boolean passed, String seen) {}
}
