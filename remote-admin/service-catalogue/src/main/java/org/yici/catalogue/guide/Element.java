package org.yici.catalogue.guide;

/**
 * The elements of a guide: the 22 that policy asks of each office guide (办事指南要素), in their order, and three more.
 * Where each lives is told in {@code docs/catalogue.md}.
 */
public enum Element {
    /** 1 事项名称. */
    NAME(1, Keeper.CENTRAL),
    /** 2 事项类型. */
    TYPE(2, Keeper.CENTRAL),
    /** 3 设定依据. */
    LEGAL_BASIS(3, Keeper.CENTRAL),
    /** 4 实施机构. */
    AUTHORITY(4, Keeper.CENTRAL),
    /** 5 法定办结时限. */
    STATUTORY_LIMIT(5, Keeper.CENTRAL),
    /** 6 承诺办结时限. */
    PROMISED_LIMIT(6, Keeper.CENTRAL),
    /** 7 结果名称. */
    RESULT_NAME(7, Keeper.CENTRAL),
    /** 8 结果样本. */
    RESULT_SAMPLE(8, Keeper.CENTRAL),
    /** 9 收费标准. */
    FEE_STANDARD(9, Keeper.CENTRAL),
    /** 10 收费依据. */
    FEE_BASIS(10, Keeper.CENTRAL),
    /** 11 申请材料. */
    MATERIALS(11, Keeper.CENTRAL),
    /** 12 办理流程. */
    FLOW(12, Keeper.CENTRAL),
    /** 13 办理形式. */
    FORM(13, Keeper.CENTRAL),
    /** 14 审查标准. */
    REVIEW_STANDARD(14, Keeper.CENTRAL),
    /** 15 通办范围. */
    SCOPE(15, Keeper.CENTRAL),
    /** 16 预约办理. */
    APPOINTMENT(16, Keeper.CENTRAL),
    /** 17 网上支付. */
    ONLINE_PAYMENT(17, Keeper.CENTRAL),
    /** 18 物流快递. */
    DELIVERY(18, Keeper.CENTRAL),
    /** 19 办理地点. */
    PLACE(19, Keeper.LOCAL),
    /** 20 办理时间. */
    HOURS(20, Keeper.LOCAL),
    /** 21 咨询电话. */
    ENQUIRY_PHONE(21, Keeper.LOCAL),
    /** 22 监督电话. */
    COMPLAINT_PHONE(22, Keeper.LOCAL),
    /** 受理条件, beyond the 22. */
    CONDITIONS(23, Keeper.CENTRAL),
    /** 服务对象, beyond the 22. */
    AUDIENCE(24, Keeper.CENTRAL),
    /** 救济途径 (appeal), beyond the 22. */
    APPEAL(25, Keeper.CENTRAL);

    /** How many of them policy counts. */
    public static final int OFFICIAL = 22;

    private enum Keeper {
        CENTRAL,
        LOCAL
    }

    private final int number;
    private final Keeper keeper;

    Element(int number, Keeper keeper) {
        this.number = number;
        this.keeper = keeper;
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
        return keeper == Keeper.LOCAL;
    }
}
