package org.yici.catalogue.guide;

/** Where a material comes from. */
public enum MaterialSource {
    /** 申请人自备. */
    APPLICANT,
    /** 政府部门核发. */
    ISSUED_BY_OFFICE,
    /** 电子证照库. */
    ELECTRONIC_CERTIFICATE,
    /** 在线填写. */
    FILLED_ONLINE,
    /** 其他. */
    OTHER
}
