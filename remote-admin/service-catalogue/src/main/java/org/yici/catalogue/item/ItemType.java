package org.yici.catalogue.item;

/** The type of power behind an item (事项类型, GB/T 39046 A.1). */
public enum ItemType {
    /** 行政许可, 01. */
    LICENCE,
    /** 行政处罚, 02. */
    PENALTY,
    /** 行政强制, 03. */
    COERCION,
    /** 行政征收, 04. */
    LEVY,
    /** 行政给付, 05. */
    PAYMENT,
    /** 行政检查, 06. */
    INSPECTION,
    /** 行政确认, 07. */
    CONFIRMATION,
    /** 行政奖励, 08. */
    REWARD,
    /** 行政裁决, 09. */
    RULING,
    /** 其他行政权力, 10. */
    OTHER_POWER,
    /** 公共服务, 20. */
    PUBLIC_SERVICE
}
