package org.yici.view.kit;

import java.util.List;

/** TextBlock that a line end may not tear apart. The rules of line breaking know no Chinese words; these are the ones on our screens. */
final class NoBreakWords {
    private static final List<String> WORDS = List.of(
            "身份证", "感应区", "出纸口", "纸张", "打印机", "打印", "显示", "姓名", "号码", "信息", "内容", "证明", "印章", "工作人员", "自助终端", "人工窗口",
            "社会保险", "服务窗口", "服务中心", "服务", "保险中心", "登记", "备查", "用于", "出具", "发送", "单位", "份数", "时间", "本次", "结束", "参保",
            "个人", "记录", "查询", "确认", "检验", "办理", "重新", "是否", "没有", "如果", "现在", "其他", "返回", "不会", "任何", "窗口", "联系", "代码",
            "终端", "稍等", "片刻", "电子印章", "事业中心", "中心", "样张", "有效", "安全", "验证", "本机", "暂停");

    /** Nothing of these stands at the end of a line. */
    private static final String OPENING = "（《〈〔“";

    private NoBreakWords() {}

    /** Where to end the line that began at {@code start} and could go to {@code end}: earlier if a word would be torn. */
    static int cut(String text, int start, int end) {
        if (end >= text.length()) {
            return end;
        }
        int cut = end;
        for (String word : WORDS) {
            int from = text.indexOf(word, Math.max(start, end - word.length() + 1));
            if (from > start && from < cut && from < end && from + word.length() > end) {
                cut = from;
            }
        }
        while (cut > start + 1 && OPENING.indexOf(text.charAt(cut - 1)) >= 0) {
            cut--;
        }
        return cut;
    }
}
