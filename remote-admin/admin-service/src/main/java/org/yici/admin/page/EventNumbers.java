package org.yici.admin.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yici.base.ErrorCode;
import org.yici.base.ErrorTexts;

/** The numbers of an event in words. */
final class EventNumbers {
    private static final ErrorTexts ERRORS = ErrorTexts.in(Locale.SIMPLIFIED_CHINESE);
    private static final List<String> REASONS = List.of("办理完毕", "群众离开", "等待超时", "故障");

    private EventNumbers() {}

    static List<String> words(Map<String, Long> numbers) {
        return new TreeMap<>(numbers)
                .entrySet().stream()
                        .map(number -> word(number.getKey(), number.getValue()))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static String word(String name, long number) {
        return switch (name) {
            case "millis" -> "用时 " + span(number);
            case "sheets" -> number + " 张";
            case "copy" -> "第 " + number + " 份";
            case "offers" -> number + " 种证明";
            // Which of the keeper's places it was: nothing that an administrator asks for.
            case "slot" -> "";
            case "reason" -> number >= 0 && number < REASONS.size() ? REASONS.get((int) number) : "原因 " + number;
            case "rows" -> number + " 条";
            case "longest" -> "上限 " + number + " 字节";
            case "connection" -> "连接 " + number;
            case "changed" -> "内容与摘要不符";
            case "rejected" -> number + " 处";
            // Equal faults of equal programs have equal numbers.
            case "fingerprint" -> "特征 " + number;
            default ->
                error(name, number)
                        .map(code -> code.code() + " " + ERRORS.title(code))
                        .orElse(name + " " + number);
        };
    }

    /** Names of numbers are letters alone, so that the code {@code P06} comes as {@code P=6}. */
    private static Optional<ErrorCode> error(String letter, long number) {
        return ErrorCode.of(String.format(Locale.ROOT, "%s%02d", letter, number));
    }

    private static String span(long millis) {
        return millis < 1000
                ? millis + " 毫秒"
                : millis < 60_000
                        ? String.format(Locale.ROOT, "%.1f 秒", millis / 1000.0)
                        : millis / 60_000 + " 分 " + millis / 1000 % 60 + " 秒";
    }
}
