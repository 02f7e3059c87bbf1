package org.yici.catalogue.item;

/** Whether a guide holds on a day. */
public enum Validity {
    NOT_YET_VALID,
    VALID,
    NO_LONGER_VALID
}
