package org.yici.journey.stage;

/** What a citizen can do on a screen. */
public sealed interface Touch {
    /** 打证明 on the greeting. */
    record ChooseCertificates() implements Touch {}

    /** One of the offers. */
    record ChooseOffer(String kind) implements Touch {}

    /** 同意并继续. */
    record Agree() implements Touch {}

    /** 打印 on the preview. */
    record Print() implements Touch {}

    /** 返回. */
    record Back() implements Touch {}

    /** 结束并清除我的信息, or 完成. */
    record End() implements Touch {}

    /** 再给我一些时间, and any touch beside a button. */
    record Stay() implements Touch {}

    /**
     * The answer to whether the paper came.
     *
     * @param all whether the citizen holds all of it
     */
    record PaperCame(boolean all) implements Touch {}

    /** 再试一次 on a trouble. */
    record Retry() implements Touch {}
}
