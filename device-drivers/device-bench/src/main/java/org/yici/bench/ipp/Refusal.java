package org.yici.bench.ipp;

/** The printer declines a request; {@code status} is one of {@link Status}. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    private final String remark;

    Refusal(int status, String remark) {
        super(remark);
        this.status = status;
        this.remark = remark;
    }

    int status() {
        return status;
    }

    /** What the answer says beside the code. */
    String remark() {
        return remark;
    }
}
