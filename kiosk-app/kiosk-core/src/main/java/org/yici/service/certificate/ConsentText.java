package org.yici.service.certificate;

import java.util.List;
import org.yici.contract.https.Offers;

/** What a citizen agrees to before a certificate is asked for. Another wording is another version. */
public final class ConsentText {
    /** Goes to the server with the request, so that it is known later what was on the screen. */
    public static final String VERSION = "2026-11-01.1";

    private ConsentText() {}

    static List<String> sentences(Offers.Offer offer) {
        return List.of(
                "本次为您打印《" + offer.title() + "》一份。",
                "您的姓名和身份证号码将发送给" + offer.issuer() + "，只用于查询并出具这份证明。",
                "出具的时间、终端和份数由出具单位登记备查。",
                "办理结束后，这台终端上不保留您的任何信息。");
    }
}
