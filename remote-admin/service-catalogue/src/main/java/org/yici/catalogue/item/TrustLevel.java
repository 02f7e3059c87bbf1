package org.yici.catalogue.item;

/** How far a reader can trust an item; every reader is shown it. */
public enum TrustLevel {
    /** 示范数据: for trying out, places and people invented. */
    DEMO,
    /** 县级核对: the county compared it with what is in force. */
    COUNTY,
    /** 事权单位确认: the body in charge confirmed it. */
    AUTHORITY
}
