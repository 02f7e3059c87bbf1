package org.yici.kiosk.ui;

/** What a citizen can do on a screen. */
public sealed interface CitizenAction {
    /** 打证明 on the greeting. */
    record ChooseCertificates() implements CitizenAction {}

    /** One of the offers. */
    record ChooseOffer(String kind) implements CitizenAction {}

    /** 同意并继续. */
    record Agree() implements CitizenAction {}

    /** 打印 on the preview. */
    record Print() implements CitizenAction {}

    /** 返回. */
    record Back() implements CitizenAction {}

    /** 结束并清除我的信息, or 完成. */
    record End() implements CitizenAction {}

    /** 再给我一些时间, and any touch beside a button. */
    record Stay() implements CitizenAction {}

    /**
     * The answer to whether the paper came.
     *
     * @param all whether the citizen holds all of it
     */
    record PaperCame(boolean all) implements CitizenAction {}

    /** 再试一次 on an error. */
    record Retry() implements CitizenAction {}
}
