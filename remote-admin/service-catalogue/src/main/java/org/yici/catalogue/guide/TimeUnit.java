package org.yici.catalogue.guide;

/** The unit of a time limit. Working days and calendar days are never compared with each other. */
public enum TimeUnit {
    /** 工作日. */
    WORKING_DAY,
    /** 自然日. */
    DAY,
    /** 月. */
    MONTH,
    /** 小时. */
    HOUR,
    /** 当场; the value is 0. */
    ON_THE_SPOT
}
