package org.yici.admin.page;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chinese for the names of faults, those of the drivers and those that printers give themselves (RFC 8011, 5.4.12; PWG 5100.9). */
final class FaultWords {
    private static final Map<String, String> READER = Map.ofEntries(
            Map.entry("port-gone", "串口断开"),
            Map.entry("port-busy", "串口被占用"),
            Map.entry("port-forbidden", "没有串口权限"),
            Map.entry("library-missing", "缺少驱动库"),
            Map.entry("no-answer", "设备没有应答"),
            Map.entry("command-refused", "设备拒绝命令"),
            Map.entry("baud-differs", "波特率与配置不同"),
            Map.entry("safe-module-failed", "安全模块自检失败"),
            Map.entry("safe-module-not-authorised", "安全模块未授权"),
            Map.entry("reader-unplugged", "阅读器断开"),
            Map.entry("service-gone", "读卡服务没有运行"),
            Map.entry("reader-gone", "读卡器没有接上"),
            Map.entry("reader-refused", "读卡服务出错"),
            Map.entry("card-silent", "卡片没有应答"),
            Map.entry("card-busy", "卡片被其他程序占用"));
    private static final Map<String, String> STORE = Map.ofEntries(
            Map.entry("store-full", "存储已满"),
            Map.entry("store-read_only", "存储只能读，不能写"),
            Map.entry("store-damaged", "存储损坏或丢失"),
            Map.entry("store-newer", "存储属于更新的软件版本"),
            Map.entry("store-failed", "存储出错"));
    private static final Map<String, String> PAPER = Map.ofEntries(
            Map.entry("media-empty", "缺纸"),
            Map.entry("media-needed", "需要加纸"),
            Map.entry("media-low", "纸张偏少"),
            Map.entry("media-jam", "卡纸"),
            Map.entry("input-tray-missing", "纸盒未装好"),
            Map.entry("output-area-full", "出纸口已满"),
            Map.entry("output-area-almost-full", "出纸口将满"),
            Map.entry("output-tray-missing", "出纸盘未装好"));
    private static final Map<String, String> SUPPLIES = Map.ofEntries(
            Map.entry("toner-empty", "碳粉用尽"),
            Map.entry("toner-low", "碳粉偏少"),
            Map.entry("marker-supply-empty", "墨粉用尽"),
            Map.entry("marker-supply-low", "墨粉偏少"),
            Map.entry("marker-toner-empty", "碳粉用尽"),
            Map.entry("marker-toner-low", "碳粉偏少"),
            Map.entry("marker-toner-missing", "没有粉盒"),
            Map.entry("marker-ink-empty", "墨水用尽"),
            Map.entry("marker-ink-low", "墨水偏少"),
            Map.entry("developer-empty", "显影剂用尽"),
            Map.entry("developer-low", "显影剂偏少"),
            Map.entry("marker-waste-full", "废粉盒已满"),
            Map.entry("marker-waste-almost-full", "废粉盒将满"),
            Map.entry("opc-life-over", "感光鼓寿命已到"),
            Map.entry("opc-near-eol", "感光鼓寿命将到"));
    private static final Map<String, String> BODY = Map.ofEntries(
            Map.entry("door-open", "机门未关"),
            Map.entry("cover-open", "机盖未关"),
            Map.entry("interlock-open", "安全盖未关"),
            Map.entry("fuser-over-temp", "定影器过热"),
            Map.entry("fuser-under-temp", "定影器温度过低"),
            Map.entry("motor-failure", "电机故障"),
            Map.entry("interpreter-resource-unavailable", "打印机内存不足"),
            Map.entry("stopped", "打印机已停止"),
            Map.entry("paused", "打印机已暂停"),
            Map.entry("moving-to-paused", "打印机正在暂停"),
            Map.entry("stopping", "打印机正在停止"),
            Map.entry("shutdown", "打印机已关机"),
            Map.entry("power-down", "打印机正在断电"),
            Map.entry("offline", "打印机脱机"),
            Map.entry("deactivated", "打印机已停用"),
            Map.entry("timed-out", "打印机没有回应"),
            Map.entry("hold-new-jobs", "打印机暂不接收任务"),
            Map.entry("not-accepting-jobs", "打印机不接收任务"));
    private static final Map<String, String> ORDERS = Map.ofEntries(
            Map.entry("printer-gone", "打印机连接不上"),
            Map.entry("printer-busy", "打印机忙"),
            Map.entry("printer-refused", "打印机拒绝任务"),
            Map.entry("certificate-unknown", "打印机证书与配置不同"),
            Map.entry("not-understood", "听不懂打印机的回答"),
            Map.entry("format-unsupported", "打印机不支持文件格式"),
            Map.entry("paper-size-unsupported", "打印机不支持纸张尺寸"),
            Map.entry("sides-unsupported", "打印机不支持双面"),
            Map.entry("tray-unsupported", "打印机没有配置的纸盒"),
            Map.entry("document-unreadable", "文件无法转换"),
            Map.entry("connection-lost", "连接中断"),
            Map.entry("cancel-unanswered", "取消未得到执行"),
            Map.entry("job-canceled", "任务被取消"),
            Map.entry("job-aborted", "任务中止"),
            Map.entry("job-lost", "任务丢失"),
            Map.entry("job-unknown", "找不到任务"),
            Map.entry("job-name-used", "任务名称已用过"),
            Map.entry("job-name-twice", "任务名称重复"),
            Map.entry("not-sent", "没有送往打印机"));
    private static final Map<String, String> EVIDENCE = Map.ofEntries(
            Map.entry("no-evidence", "没有出纸凭据"),
            Map.entry("evidence-unsupported", "配置的出纸凭据在打印队列上不可用"),
            Map.entry("cups-ipp-missing-job-history", "打印机重启后丢失过任务"),
            Map.entry("impressions-missing", "没有页数记录"),
            Map.entry("impressions-short", "页数不足"),
            Map.entry("impressions-zero", "页数为零"),
            Map.entry("sheets-short", "报告的张数少于页数"),
            Map.entry("counter-missing", "打印机没有计数器"),
            Map.entry("counter-strange", "打印机计数器不符"),
            Map.entry("counter-short", "计数器增加不足"),
            Map.entry("counter-zero", "计数器没有增加"),
            Map.entry("job-completed-with-errors", "任务完成但有错误"),
            Map.entry("job-data-insufficient", "任务数据不完整"),
            Map.entry("citizen-saw-too-little", "群众说纸张没有全部出来"));
    private static final Map<String, String> PROGRAM = Map.ofEntries(
            Map.entry("driver", "驱动程序出错"),
            Map.entry("driver-silent", "驱动程序无响应"),
            Map.entry("unknown-fault", "未登记的故障"),
            Map.entry("closed", "设备已关闭"));
    static final Map<String, String> BY_NAME = Stream.of(
                    READER, STORE, PAPER, SUPPLIES, BODY, ORDERS, EVIDENCE, PROGRAM)
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private FaultWords() {}
}
