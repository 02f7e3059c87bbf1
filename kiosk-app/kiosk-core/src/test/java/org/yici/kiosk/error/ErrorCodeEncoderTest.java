package org.yici.kiosk.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.ErrorCode;

class ErrorCodeEncoderTest {
    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeCanBeFoundAgain(ErrorCode code) {
        Map.Entry<String, Long> number =
                ErrorCodeEncoder.of(code).entrySet().iterator().next();
        assertThat(number.getKey()).matches("[A-Z]");
        assertThat(ErrorCode.of("%s%02d".formatted(number.getKey(), number.getValue())))
                .contains(code);
    }
}
