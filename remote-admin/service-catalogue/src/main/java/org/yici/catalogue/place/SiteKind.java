package org.yici.catalogue.place;

/** What a site is. */
public enum SiteKind {
    /** 县级政务服务中心. */
    COUNTY_HALL,
    /** 乡镇（街道）便民服务中心. */
    TOWN_CENTRE,
    /** 村（社区）便民服务站. */
    VILLAGE_STATION,
    /** A department's own hall, for example a police station. */
    DEPARTMENT_HALL,
    /** 24小时自助服务点. */
    SELF_SERVICE_POINT
}
