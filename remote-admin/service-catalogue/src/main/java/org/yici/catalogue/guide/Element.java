package org.yici.catalogue.guide;

/**
 * The elements of a guide: the 22 that policy asks of each office guide (办事指南要素), in their order, and three more.
 * Where each lives is told in {@code docs/catalogue.md}.
 */
public enum Element {
    /** 1 事项名称. */
    NAME(1, Maintainer.CENTRAL),
    /** 2 事项类型. */
    TYPE(2, Maintainer.CENTRAL),
    /** 3 设定依据. */
    LEGAL_BASIS(3, Maintainer.CENTRAL),
    /** 4 实施机构. */
    AUTHORITY(4, Maintainer.CENTRAL),
    /** 5 法定办结时限. */
    STATUTORY_LIMIT(5, Maintainer.CENTRAL),
    /** 6 承诺办结时限. */
    PROMISED_LIMIT(6, Maintainer.CENTRAL),
    /** 7 结果名称. */
    RESULT_NAME(7, Maintainer.CENTRAL),
    /** 8 结果样本. */
    RESULT_SAMPLE(8, Maintainer.CENTRAL),
    /** 9 收费标准. */
    FEE_STANDARD(9, Maintainer.CENTRAL),
    /** 10 收费依据. */
    FEE_BASIS(10, Maintainer.CENTRAL),
    /** 11 申请材料. */
    MATERIALS(11, Maintainer.CENTRAL),
    /** 12 办理流程. */
    FLOW(12, Maintainer.CENTRAL),
    /** 13 办理形式. */
    FORM(13, Maintainer.CENTRAL),
    /** 14 审查标准. */
    REVIEW_STANDARD(14, Maintainer.CENTRAL),
    /** 15 通办范围. */
    SCOPE(15, Maintainer.CENTRAL),
    /** 16 预约办理. */
    APPOINTMENT(16, Maintainer.CENTRAL),
    /** 17 网上支付. */
    ONLINE_PAYMENT(17, Maintainer.CENTRAL),
    /** 18 物流快递. */
    DELIVERY(18, Maintainer.CENTRAL),
    /** 19 办理地点. */
    PLACE(19, Maintainer.LOCAL),
    /** 20 办理时间. */
    HOURS(20, Maintainer.LOCAL),
    /** 21 咨询电话. */
    ENQUIRY_PHONE(21, Maintainer.LOCAL),
    /** 22 监督电话. */
    COMPLAINT_PHONE(22, Maintainer.LOCAL),
    /** 受理条件, beyond the 22. */
    CONDITIONS(23, Maintainer.CENTRAL),
    /** 服务对象, beyond the 22. */
    AUDIENCE(24, Maintainer.CENTRAL),
    /** 救济途径 (appeal), beyond the 22. */
    APPEAL(25, Maintainer.CENTRAL);

    /** How many of them policy counts. */
    public static final int OFFICIAL = 22;

    private enum Maintainer {
        CENTRAL,
        LOCAL
    }

    private final int number;
    private final Maintainer maintainer;

    Element(int number, Maintainer maintainer) {
        this.number = number;
        this.maintainer = maintainer;
    }

    /** 1 to 22 for the official ones, 23 and more for the rest. */
    public int number() {
        return number;
    }

    public boolean isOfficial() {
        return number <= OFFICIAL;
    }

    /** Whether the county itself says it (place, hours, phones); all others come from above and are locked. */
    public boolean isLocal() {
        return maintainer == Maintainer.LOCAL;
    }
}
