package org.yici.catalogue.guide;

/** The level that exercises the power (行使层级, GB/T 39046 A.2). */
public enum ExerciseLevel {
    /** 国家. */
    STATE,
    /** 省级. */
    PROVINCE,
    /** 市级. */
    CITY,
    /** 县级. */
    COUNTY,
    /** 乡镇. */
    TOWN,
    /** 村级. */
    VILLAGE,
    /** 分级. */
    SEVERAL
}
