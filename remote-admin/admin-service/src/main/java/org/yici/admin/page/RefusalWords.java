package org.yici.admin.page;

import java.util.Map;
import org.yici.admin.refusal.Gate;
import org.yici.admin.refusal.RefusalKind;

/** The pages' Chinese for what is refused. */
final class RefusalWords {
    private static final Map<String, String> FACT = Map.ofEntries(
            Map.entry("wildcard", "通配符"),
            Map.entry("release", "发布通告的主题"),
            Map.entry("own, of another form", "自己名下、合约以外的主题"),
            Map.entry("another terminal's", "其他终端的主题"),
            Map.entry("other", "其他主题"),
            Map.entry("its connection was ended", "已断开它的连接"),
            Map.entry("its connections count backwards", "连接序号倒退"),
            Map.entry("FLOOD", "消息过多"),
            Map.entry("FOREIGN_SUBSCRIPTION", "订阅越权"),
            Map.entry("OLD_PROTOCOL", "协议版本过旧"),
            Map.entry("a page", "在终端端口访问页面"),
            Map.entry("a terminal's resource", "在页面端口访问终端接口"));

    private RefusalWords() {}

    static String fact(String fact) {
        return FACT.getOrDefault(
                fact,
                fact.replaceFirst("^([0-9]+) bytes$", "$1 字节")
                        .replaceFirst("^version ", "版本 ")
                        .replaceFirst("^> ([0-9]+)$", "每小时上限 $1 次"));
    }

    static String gate(Gate gate) {
        return switch (gate) {
            case BROKER -> "消息服务器";
            case MESSAGE -> "终端消息";
            case REQUEST -> "终端请求";
            case PAGE -> "管理页面";
        };
    }

    static String kind(RefusalKind kind) {
        return switch (kind) {
            case NO_CERTIFICATE -> "连接时没有出示证书";
            case FOREIGN_CERTIFICATE -> "证书不是本机构签发、已过期或已吊销";
            case REQUEST_CERTIFICATE_FOREIGN -> "证书不是本机构签发或已过期";
            case NOT_MQTT -> "不是 MQTT 连接";
            case CERTIFICATE_ENDED -> "证书已吊销或已被更换";
            case OLD_PROTOCOL -> "使用旧版协议";
            case FOREIGN_SUBSCRIBE -> "订阅不属于自己的主题";
            case SHARED_SUBSCRIPTION -> "请求共享订阅";
            case INTERNAL_ADDRESS -> "访问服务器内部地址";
            case PACKET_TOO_LONG -> "报文过长";
            case PACKET_BROKEN -> "报文不符合协议";
            case BLOCKED -> "暂时断开并屏蔽";
            case MESSAGE_TOO_LONG -> "消息过长";
            case MESSAGE_MALFORMED -> "消息不能解析";
            case MESSAGE_UNKNOWN_TOPIC -> "消息主题不认识";
            case MESSAGE_UNKNOWN_VERSION -> "消息版本不认识";
            case MESSAGE_FOREIGN -> "冒用其他终端的名字";
            case MESSAGE_NOT_ENROLLED -> "终端未登记";
            case MESSAGE_REVOKED -> "终端证书已吊销";
            case MESSAGE_TOO_FAST -> "消息过多，已丢弃";
            case ENTRY_QUARANTINED -> "记录不能受理，已隔离";
            case IDENTITY_TAKEN_OVER -> "终端身份被另一台机器使用";
            case REQUEST_MALFORMED -> "请求不能解析";
            case WRONG_PORT -> "走错端口";
            case ENROLMENT_REFUSED -> "登记代码不正确";
            case CERTIFICATE_MISSING -> "申请通行证时没有证书";
            case TERMINAL_REFUSED -> "终端未登记、已吊销或已更换";
            case PASS_MISSING -> "没有通行证";
            case PASS_FORGED -> "通行证是伪造的";
            case PASS_ENDED -> "通行证已过期";
            case PASS_OTHER_AUDIENCE -> "通行证另有用途";
            case READER_UNKNOWN -> "读卡器不是本终端的";
            case LEVEL_TOO_LOW -> "身份核验级别不够";
            case EVIDENCE_NOT_CURRENT -> "证件读取时间过早或有误";
            case OVER_QUOTA -> "超过每小时次数";
            case OUTSIDE_HOURS -> "不在服务时间内";
            case KEY_REUSED -> "重复编号、内容不同";
            case PAGE_WITHOUT_SESSION -> "未登录访问";
            case PAGE_FOREIGN_ORIGIN -> "来自其他网站的提交";
            case PAGE_WITHOUT_TOKEN -> "提交缺少防伪令牌";
            case FIRST_CODE_WRONG -> "一次性代码不正确";
            case FIRST_CODE_LOCKED -> "一次性代码尝试过多";
            case PASSWORD_WRONG -> "用户名或密码不正确";
            case PASSWORD_LOCKED -> "密码尝试过多";
            case ENROLMENT_TOO_MANY -> "登记代码尝试过多";
            case STATE_TOO_FAST -> "状态上报过频，已丢弃";
            case ENTRY_DEFERRED -> "记录过多，稍后由终端重发";
            case CONNECTION_AHEAD -> "连接序号超前，终端时钟可能不准";
            case MESSAGE_NOT_STORED -> "数据库未能存储，未受理";
            case ENTRY_REJECTED -> "隔离区当日额度已满，未保存";
            case PASSWORD_BUSY -> "登录过多，暂未受理";
        };
    }
}
