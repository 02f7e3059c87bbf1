package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCodePageTest {
    @Test
    void thePageOfErrorCodesSaysWhatTheRegistrySays() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("yici.root"), "docs/errors.md"));
        ErrorTexts texts = ErrorTexts.in(Locale.SIMPLIFIED_CHINESE);
        for (ErrorCode entry : ErrorCode.values()) {
            assertThat(page)
                    .contains("| " + entry.code() + " | " + entry.name() + " | " + texts.title(entry) + " | "
                            + texts.remedy(entry) + " | " + entry.english() + " | "
                            + entry.whoActs().name().toLowerCase(Locale.ROOT) + " |");
        }
    }
}
