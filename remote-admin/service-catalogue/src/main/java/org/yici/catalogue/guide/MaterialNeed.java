package org.yici.catalogue.guide;

/** Whether a material must be handed in. */
public enum MaterialNeed {
    /** 0: 必要. */
    REQUIRED,
    /** 1: 非必要. */
    OPTIONAL,
    /** 2: 容缺后补, can be handed in later. */
    MAY_FOLLOW,
    /** 3: 信息免交, the office fetches it itself. */
    EXEMPT
}
