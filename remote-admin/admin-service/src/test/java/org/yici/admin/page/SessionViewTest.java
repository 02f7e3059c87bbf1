package org.yici.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.ErrorCode;
import org.yici.base.ErrorTexts;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.entry.SessionEvent.Level;

class SessionViewTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static SessionEvent event(String session, String code, Level level, int second) {
        return new SessionEvent(session, code, level, Map.of("millis", 5230L, "P", 1L), START.plusSeconds(second));
    }

    @Test
    void groupsEventsBySessionTheLatestFirst() {
        List<SessionView> views = SessionView.of(
                List.of(
                        event("a-first", "SESSION_SHOWN", Level.INFO, 0),
                        event("b-other", "SESSION_SHOWN", Level.INFO, 5),
                        event("a-first", "PRINT_FAILED", Level.ERROR, 70)),
                new ChinaTime(START.plusSeconds(80)));

        assertThat(views).extracting(SessionView::name).containsExactly("会话 a-first", "会话 b-other");
        assertThat(views.get(0).tone()).isEqualTo("bad");
        assertThat(views.get(0).length()).isEqualTo("1 分钟");
        assertThat(views.get(0).from()).isEqualTo("今天 18:00:00");
        assertThat(views.get(0).lines().get(1))
                .isEqualTo(new SessionView.Line("18:01:10", "打印失败", "bad", List.of("P01 打印机缺纸，暂时无法打印。", "用时 5.2 秒")));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void readsTheCodeAndSentenceOfAnErrorFromItsLetterAndNumber(ErrorCode code) {
        Map<String, Long> asSent =
                Map.of(code.code().substring(0, 1), Long.valueOf(code.code().substring(1)));

        assertThat(EventNumbers.words(asSent))
                .containsExactly(code.code() + " "
                        + ErrorTexts.in(Locale.SIMPLIFIED_CHINESE).title(code));
    }

    @Test
    void showsANumberThatItDoesNotKnowAsItCame() {
        assertThat(EventNumbers.words(Map.of("P", 99L, "Q", 1L, "later", -3L)))
                .containsExactly("P 99", "Q 1", "later -3");
    }

    @ParameterizedTest
    @EnumSource(EventCode.class)
    void hasAChineseWordForEachEvent(EventCode code) {
        assertThat(Words.event(code.name())).matches(".*\\p{IsHan}.*");
    }

    @Test
    void showsAWordThatItDoesNotKnowAsItCame() {
        assertThat(Words.event("OF_TOMORROW")).isEqualTo("OF_TOMORROW");
    }
}
