package org.yici.paper.certificate;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as official papers write them. */
final class ChineseDates {
    private ChineseDates() {}

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
