package org.yici.catalogue.place;

/** By what right a body acts (实施主体性质, GB/T 39046 A.3). */
public enum BodyNature {
    /** 法定机关. */
    STATUTORY_BODY,
    /** 授权组织. */
    AUTHORISED_BODY,
    /** 受委托组织. */
    ENTRUSTED_BODY,
    /** 其他. */
    OTHER
}
