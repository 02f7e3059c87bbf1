package org.yici.catalogue.guide;

/** Who an item is for (服务对象, GB/T 39046 A.4). */
public enum ServiceObject {
    /** 自然人. */
    NATURAL_PERSON,
    /** 企业法人. */
    ENTERPRISE,
    /** 事业法人. */
    INSTITUTION,
    /** 社会组织法人. */
    SOCIAL_ORGANISATION,
    /** 行政机关. */
    ADMINISTRATIVE_BODY,
    /** 其他组织. */
    OTHER
}
