package org.yici.catalogue.guide;

/** How a case is handled (办件类型, GB/T 39046 A.6). */
public enum CaseType {
    /** 即办件. */
    ON_THE_SPOT,
    /** 承诺件. */
    PROMISED,
    /** 其他. */
    OTHER
}
