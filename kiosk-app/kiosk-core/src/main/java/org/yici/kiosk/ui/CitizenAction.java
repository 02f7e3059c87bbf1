package org.yici.kiosk.ui;

/** What a citizen does on a screen. Each citizen service has its own sealed actions beside those that all screens share. */
public interface CitizenAction {
    /** 返回. */
    record Back() implements CitizenAction {}

    /** 退出并清除信息, or 完成. */
    record Exit() implements CitizenAction {}

    /** 继续办理, and any touch beside a key. */
    record KeepOpen() implements CitizenAction {}

    /** 中/EN: the same screen in another language. */
    record ChooseLanguage(Language language) implements CitizenAction {}

    /** 再试一次 on an error. */
    record Retry() implements CitizenAction {}
}
