package org.yici.admin.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yici.admin.health.Presence;

/** The pages' Chinese for the words of the contracts. A word that is not known here is shown as it came. */
final class Words {
    private static final Map<String, String> DEVICE_KIND = Map.of(
            "identityreader",
            "身份证阅读器",
            "documentprinter",
            "文档打印机",
            "barcodereader",
            "扫码器",
            "chipcardreader",
            "芯片卡读卡器",
            "store",
            "存储");
    private static final Map<String, String> DEVICE_STATE = Map.ofEntries(
            Map.entry("online", "在线"),
            Map.entry("offline", "离线"),
            Map.entry("poweroff", "未通电"),
            Map.entry("nodevice", "未连接"),
            Map.entry("hardwareerror", "硬件故障"),
            Map.entry("usererror", "操作有误"),
            Map.entry("devicebusy", "工作中"),
            Map.entry("fraudattempt", "疑似被破坏"),
            Map.entry("potentialfraud", "可能被破坏"),
            Map.entry("starting", "启动中"),
            Map.entry("unknown", "未知"));
    private static final Map<String, String> DETAIL = Map.of(
            "paper", "纸张", "toner", "碳粉", "media", "卡位", "safemodule", "安全模块", "reader", "读卡器", "scanning", "扫码");
    private static final Map<String, String> DETAIL_VALUE = Map.ofEntries(
            Map.entry("full", "充足"),
            Map.entry("low", "偏少"),
            Map.entry("out", "用尽"),
            Map.entry("jammed", "卡住"),
            Map.entry("unknown", "未知"),
            Map.entry("present", "有卡"),
            Map.entry("notpresent", "无卡"),
            Map.entry("entering", "进入中"),
            Map.entry("retracted", "已回收"),
            Map.entry("on", "开启"),
            Map.entry("off", "关闭"));
    /** What devices count, in the order in which pages show it. */
    static final Map<String, String> COUNTERS = counters();

    private static final Map<String, String> WHO_ACTS =
            Map.of("clear", "现场人员处理", "maintenance", "需工程师处理", "reset", "自动恢复中", "citizen", "群众操作");
    private static final Map<String, String> SESSION = Map.of("none", "没有会话", "idle", "空闲，等待办理", "citizen", "有群众正在办理");
    private static final Map<String, String> EVIDENCE = Map.of(
            "exit_sensor", "出纸口传感器",
            "page_counter", "打印机计数器",
            "impressions", "打印机报告的页数",
            "job_state", "打印任务状态",
            "citizen_word", "群众确认");
    private static final Map<String, String> OUTCOME = Map.of(
            "delivered", "已出纸",
            "partial", "部分出纸",
            "failed", "未出纸",
            "uncertain", "不能确认");
    private static final Map<String, String> EVENT = Map.ofEntries(
            Map.entry("visit_begun", "触摸开始（未出示证件）"),
            Map.entry("visit_ended", "离开，未留下个人信息"),
            Map.entry("service_chosen", "选择了服务"),
            Map.entry("session_shown", "屏幕就绪"),
            Map.entry("card_read", "读取证件"),
            Map.entry("card_refused", "证件未通过"),
            Map.entry("card_forgotten", "发现遗留证件"),
            Map.entry("offers_shown", "显示可办证明"),
            Map.entry("consent_given", "同意办理"),
            Map.entry("copy_issued", "平台出具证明"),
            Map.entry("seal_good", "电子印章验证通过"),
            Map.entry("seal_refused", "电子印章未通过"),
            Map.entry("service_stopped", "持证人不符，本机已停办该业务"),
            Map.entry("service_released", "工作人员已恢复该业务"),
            Map.entry("print_sent", "送往打印机"),
            Map.entry("print_delivered", "出纸完成"),
            Map.entry("print_partial", "部分出纸"),
            Map.entry("print_failed", "打印失败"),
            Map.entry("print_uncertain", "出纸结果不确定"),
            Map.entry("print_reconciled", "补查上次打印结果"),
            Map.entry("error_shown", "屏幕提示故障"),
            Map.entry("session_ended", "会话结束"),
            Map.entry("session_timed_out", "超时结束"),
            Map.entry("session_lost", "会话异常中断"),
            Map.entry("program_fault", "程序故障"),
            Map.entry("words_rejected", "会话发送了不允许的内容，已拦截"),
            Map.entry("identity_taken_over", "终端身份被另一台机器使用"),
            Map.entry("store_refused", "存储不能使用，终端暂停服务"),
            Map.entry("entry_too_large", "记录过大，未能上传"),
            Map.entry("unknown_code", "未知事件"));
    private static final Map<String, String> QUARANTINE = Map.of(
            "unreadable", "格式不认识",
            "unopenable", "无法解封",
            "unknown_kind", "种类不认识",
            "unknown_copy", "不是发给本终端的证明",
            "other_content", "同一编号、内容不同",
            "program_fault", "处理时程序出错");

    private Words() {}

    static String presence(Presence presence) {
        return switch (presence) {
            case ONLINE -> "在线";
            case OFFLINE -> "离线";
            case UNKNOWN -> "未知";
        };
    }

    private static Map<String, String> counters() {
        Map<String, String> counters = new LinkedHashMap<>();
        counters.put("reads", "已读");
        counters.put("pages", "已出纸");
        counters.put("failures", "失败");
        counters.put("losses", "断开");
        return Collections.unmodifiableMap(counters);
    }

    static String deviceKind(String kind) {
        return word(DEVICE_KIND, kind);
    }

    static String deviceState(String state) {
        return word(DEVICE_STATE, state);
    }

    static String detail(String name) {
        return word(DETAIL, name);
    }

    static String detailValue(String value) {
        return word(DETAIL_VALUE, value);
    }

    static String whoActs(String who) {
        return word(WHO_ACTS, who);
    }

    static String fault(String name) {
        return word(FaultWords.BY_NAME, name);
    }

    static String session(String session) {
        return word(SESSION, session);
    }

    static String evidence(String evidence) {
        return word(EVIDENCE, evidence);
    }

    static String outcome(String outcome) {
        return word(OUTCOME, outcome);
    }

    static String event(String code) {
        return word(EVENT, code);
    }

    static String quarantine(String reason) {
        return word(QUARANTINE, reason);
    }

    private static String word(Map<String, String> words, String word) {
        return words.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }
}
