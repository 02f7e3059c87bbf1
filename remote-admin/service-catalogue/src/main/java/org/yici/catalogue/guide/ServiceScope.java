package org.yici.catalogue.guide;

/** How far from home an item can be asked for (通办范围). */
public enum ServiceScope {
    /** 全国. */
    NATIONAL,
    /** 跨省. */
    CROSS_PROVINCE,
    /** 跨市. */
    CROSS_CITY,
    /** 跨县. */
    CROSS_COUNTY,
    /** Only where the law says, no 通办. */
    LOCAL
}
