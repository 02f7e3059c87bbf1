package org.yici.catalogue.item;

/** Whether an item can be asked for. */
public enum ItemStatus {
    /** 在用. */
    IN_USE,
    /** 暂停. */
    SUSPENDED,
    /** 取消; kept so that who asks for it is told so. */
    CANCELLED
}
