package org.yici.paper.certificate;

import java.time.YearMonth;

/**
 * One kind of insurance on a certificate.
 *
 * @param kind for instance 企业职工基本养老保险
 * @param status for instance 正常参保 or 暂停参保
 * @param since first month of insurance here
 * @param months months paid in all, 0 or more
 */
public record InsuranceRow(String kind, String status, YearMonth since, int months) {
    public InsuranceRow {
        Texts.require("kind of insurance", kind, 40);
        Texts.require("status", status, 20);
        if (months < 0) {
            throw new IllegalArgumentException("months paid cannot be negative: " + months);
        }
    }

    /** Tells nothing: a row belongs to a citizen. */
    @Override
    public String toString() {
        return "InsuranceRow";
    }
}
