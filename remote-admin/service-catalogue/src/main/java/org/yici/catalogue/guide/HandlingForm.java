package org.yici.catalogue.guide;

/** Where a citizen can apply (办理形式, GB/T 39046 A.5, and the kiosk, which the standard does not know). */
public enum HandlingForm {
    /** 窗口. */
    WINDOW,
    /** 电脑端. */
    COMPUTER,
    /** 移动端. */
    MOBILE,
    /** 快递. */
    EXPRESS,
    /** 自助终端; told to a platform as 其他 with an own channel. */
    KIOSK,
    /** 其他. */
    OTHER
}
