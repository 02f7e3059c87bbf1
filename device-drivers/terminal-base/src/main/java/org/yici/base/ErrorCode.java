package org.yici.base;

import java.util.Locale;
import java.util.Optional;

/**
 * The one registry of what can go wrong before a citizen's eyes: a short stable code, what happened and what to do now, in plain
 * words, and who has to act. The screen shows sentence, remedy and code; staff look the code up in {@code docs/errors.md}.
 */
public enum ErrorCode {
    CARD_UNREADABLE("R01", WhoActs.CITIZEN, "没有读到您的身份证。", "请把身份证拿起来，重新平放在感应区。", "The card could not be read."),
    CARD_NOT_TRUSTED(
            "R02", WhoActs.CITIZEN, "这张证件的信息有误，不能使用。", "请换一张有效证件，或到人工窗口办理。", "The card's data is not consistent."),
    CARD_EXPIRED("R03", WhoActs.CITIZEN, "这张证件已过有效期。", "请使用有效期内的身份证，或到人工窗口办理。", "The card has expired."),
    READER_GONE("R04", WhoActs.RESET, "读卡器暂时不能使用。", "请稍等片刻，或到其他自助终端办理。", "The card reader is not available."),
    CARD_LEFT(
            "R05",
            WhoActs.CITIZEN,
            "感应区上可能留有一张身份证。",
            "如果是您的，请拿起来，重新平放；如果不是，请交给工作人员。",
            "A card lay on the reader already; it greets nobody."),
    CARD_UNSUPPORTED(
            "R06",
            WhoActs.CITIZEN,
            "这不是这里能用的证件。",
            "请使用居民身份证、港澳台居民居住证或外国人永久居留身份证。",
            "The card is of a kind that is not read here."),
    CHIP_CARD_UNREADABLE(
            "R07", WhoActs.CITIZEN, "没有读到您的社会保障卡。", "请取出卡片，芯片朝前重新插到底；也可以改用身份证。", "The chip card could not be read."),
    CHIP_CARD_NAMELESS(
            "R08",
            WhoActs.CITIZEN,
            "这张社会保障卡不向这台终端提供姓名。",
            "请取出卡片，改用身份证。",
            "The social-security card guards its holder's name and number."),
    CHIP_CARD_LEFT(
            "R09",
            WhoActs.CITIZEN,
            "卡槽里留有一张卡。",
            "如果是您的，请取出后重新插入；如果不是，请交给工作人员。",
            "A card was in the slot already; it greets nobody."),
    CARD_NOT_YET_VALID("R10", WhoActs.CITIZEN, "这张证件尚未到有效期。", "请使用有效期内的身份证，或到人工窗口办理。", "The card is not valid yet."),
    PRINTER_PAPER_OUT(
            "P01", WhoActs.CLEAR, "打印机缺纸，现在不能打印。", "请联系旁边的工作人员加纸，或到其他自助终端办理。", "The printer is out of paper."),
    PRINTER_GONE("P02", WhoActs.RESET, "打印机暂时不能使用。", "请稍后再试，或到其他自助终端办理。", "The printer cannot be reached."),
    PRINTER_FAULT("P03", WhoActs.MAINTENANCE, "打印机出现故障，现在不能打印。", "请到其他自助终端或人工窗口办理。", "The printer reports a fault."),
    PRINT_FAILED("P04", WhoActs.CITIZEN, "没有打印出来。", "本次没有出纸，您可以重新办理。", "Nothing was printed."),
    PRINT_PARTIAL("P05", WhoActs.CITIZEN, "没有全部打印出来。", "请取走已打印的纸张，凭屏幕上的代码联系人工窗口。", "Only part was printed."),
    PRINT_UNCERTAIN(
            "P06",
            WhoActs.CITIZEN,
            "不能确认纸张是否已打印出来。",
            "请看一看出纸口；如果没有纸，请凭代码联系人工窗口，不会重复计份。",
            "It is not certain whether the paper came out."),
    PRINT_NOT_SEEN(
            "P07",
            WhoActs.CITIZEN,
            "纸张没有全部出来。",
            "请取走已有的纸张，凭屏幕上的代码联系人工窗口，不会重复计份。",
            "The citizen did not get all of the paper."),
    PRINTER_JAMMED("P08", WhoActs.CLEAR, "打印机卡纸，现在不能打印。", "请联系旁边的工作人员处理，或到其他自助终端办理。", "The printer is jammed."),
    PRINTER_TONER_OUT(
            "P09", WhoActs.CLEAR, "打印机碳粉用尽，现在不能打印。", "请联系旁边的工作人员更换，或到其他自助终端办理。", "The printer is out of toner."),
    PRINTER_NOT_READY(
            "P10",
            WhoActs.CLEAR,
            "打印机机盖没有关好，或出纸口已满。",
            "请联系旁边的工作人员处理，或到其他自助终端办理。",
            "The printer is open or its output is full."),
    CENTRE_GONE("C01", WhoActs.RESET, "暂时连接不上服务中心。", "您没有提交任何内容，请稍后再试。", "The centre cannot be reached."),
    CENTRE_REFUSED(
            "C02", WhoActs.MAINTENANCE, "服务中心没有接受这台终端的请求。", "请到其他自助终端或人工窗口办理。", "The centre refused the request."),
    CENTRE_FAULT("C03", WhoActs.RESET, "服务中心暂时出错。", "您没有损失任何内容，请稍后再试。", "The centre reports a fault."),
    CENTRE_UNPROVEN(
            "C04",
            WhoActs.MAINTENANCE,
            "这台终端现在不能确认服务中心的身份。",
            "请到其他自助终端或人工窗口办理。",
            "The centre's certificate does not hold here: the clock is wrong, or the certificate."),
    CARD_NOT_ENOUGH(
            "C05",
            WhoActs.CITIZEN,
            "办理这项业务需要居民身份证。",
            "请结束本次办理，改用身份证重新开始。",
            "The centre asks for a card that proves more."),
    CARD_READ_TOO_OLD(
            "C06",
            WhoActs.CITIZEN,
            "证件读取已超时。",
            "请结束本次办理，重新读取证件后再办理。",
            "The card was read too long ago, or at a time that cannot be."),
    CENTRE_BUSY(
            "C07", WhoActs.CITIZEN, "当前办理人数较多。", "您的信息不受影响，请稍后再试。", "More citizens ask than can be served at once."),
    DOCUMENT_SEAL_BAD(
            "D01",
            WhoActs.MAINTENANCE,
            "证明上的电子印章没有通过检验，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "The seal of the document was refused."),
    DOCUMENT_CHANGED("D02", WhoActs.RESET, "证明文件在传送中有误，没有打印。", "请重新办理一次。", "The document's hash does not match."),
    DOCUMENT_ALTERED(
            "D03",
            WhoActs.MAINTENANCE,
            "证明文件在盖章以后被改动过，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "The document or its seal was changed after sealing."),
    DOCUMENT_APPENDED(
            "D04",
            WhoActs.MAINTENANCE,
            "证明文件在盖章以后被添加过内容，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "Something was added to the document after sealing."),
    SEAL_ISSUER_UNKNOWN(
            "D05",
            WhoActs.MAINTENANCE,
            "盖章单位不是这台终端认可的单位，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "The seal leads to no authority that this terminal trusts."),
    SEAL_EXPIRED(
            "D06",
            WhoActs.MAINTENANCE,
            "盖章时印章证书不在有效期内，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "The certificate of the seal was not valid when it was set."),
    SEAL_MISSING("D07", WhoActs.MAINTENANCE, "证明上没有电子印章，不能打印。", "请到人工窗口办理；工作人员已收到通知。", "The document carries no seal."),
    SEAL_WRONG_USE(
            "D08",
            WhoActs.MAINTENANCE,
            "盖章所用的证书不能用于盖章，不能打印。",
            "请到人工窗口办理；工作人员已收到通知。",
            "The certificate of the seal is not one for sealing."),
    DOCUMENT_HOLDER_WRONG(
            "D09",
            WhoActs.MAINTENANCE,
            "这份证明未通过安全验证，没有打印。",
            "请到人工窗口办理。",
            "The sealed document is about somebody else, or does not say about whom; the service is stopped here until staff release it."),
    CERTIFICATES_STOPPED(
            "D10",
            WhoActs.MAINTENANCE,
            "本机暂停打印证明。",
            "请到其他自助终端或人工窗口办理。",
            "The printing of certificates was stopped on this terminal until staff release it."),
    KEEPER_GONE("K01", WhoActs.RESET, "这台终端需要重新准备。", "已保存的内容不会丢失，请稍等片刻后重新办理。", "The agent cannot be reached."),
    STORE_FULL("K02", WhoActs.MAINTENANCE, "这台终端暂停服务。", "请到其他自助终端或人工窗口办理。", "The terminal cannot store anything."),
    KEEPER_REFUSED("K03", WhoActs.MAINTENANCE, "这台终端不能继续办理。", "请到其他自助终端或人工窗口办理。", "The agent refused to keep it."),
    STORE_DAMAGED(
            "K04",
            WhoActs.MAINTENANCE,
            "这台终端的存储出现故障，暂停服务。",
            "请到其他自助终端或人工窗口办理；以前提交的内容由工作人员核对。",
            "The terminal's store is damaged or gone."),
    STORE_NEWER(
            "K05",
            WhoActs.MAINTENANCE,
            "这台终端的软件需要维护，暂停服务。",
            "请到其他自助终端或人工窗口办理。",
            "The terminal's store was written by a newer version."),
    TERMINAL_FAULT(
            "T01", WhoActs.RESET, "这台终端出了一点问题，本次办理已停止。", "如果已有纸张打印出来请取走；稍等片刻即可重新办理。", "The session program failed.");

    private final String code;
    private final WhoActs whoActs;
    private final String sentence;
    private final String remedy;
    private final String english;

    ErrorCode(String code, WhoActs whoActs, String sentence, String remedy, String english) {
        this.code = code;
        this.whoActs = whoActs;
        this.sentence = sentence;
        this.remedy = remedy;
        this.english = english;
    }

    /** The short code that the screen shows, for example {@code P01}. */
    public String code() {
        return code;
    }

    public WhoActs whoActs() {
        return whoActs;
    }

    /** What happened, in the citizen's words. */
    public String sentence() {
        return sentence;
    }

    /** What the citizen can do now. */
    public String remedy() {
        return remedy;
    }

    /** What happened, in one English sentence, for logs and staff. */
    public String english() {
        return english;
    }

    /** The entry with this short code. */
    public static Optional<ErrorCode> of(String code) {
        for (ErrorCode entry : values()) {
            if (entry.code.equals(code.toUpperCase(Locale.ROOT))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
