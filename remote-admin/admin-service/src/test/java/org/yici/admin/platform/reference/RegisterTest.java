package org.yici.admin.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yici.base.CitizenNumber;
import org.yici.contract.https.Citizen;

class RegisterTest {
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void knowsAtLeastTwelvePeopleWhoCannotBeReal() throws IOException {
        try (InputStream in = Objects.requireNonNull(Register.class.getResourceAsStream("register.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> numbers = Pattern.compile("\\d{17}[\\dX]|[A-Z]{3}\\d{12}")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .toList();

            assertThat(numbers).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
            assertThat(numbers)
                    .allMatch(number -> number.startsWith("UTO")
                            || number.matches("(000|900000).*") && CitizenNumber.isValid(number));
            assertThat(Register.load().size()).isEqualTo(numbers.size());
        }
    }

    @Test
    void findsAPersonByNumberAndNameTogether() {
        Register register = Register.load();

        assertThat(register.find(new Citizen("林知夏", "000101198802290029"))).isPresent();
        assertThat(register.find(new Citizen("林知秋", "000101198802290029"))).isEmpty();
        assertThat(register.find(new Citizen("杜珍", "UTO000085010101"))).isPresent();
        assertThat(register.find(new Citizen("黎未央", "000101198707072867"))).isEmpty();
    }

    /** Cards and registers do not agree on the dot, nor older software on some letters. */
    @Test
    void findsAPersonWhoseNameIsWrittenInOtherForms() {
        Register register = Register.load();

        for (String dot : List.of("\u00B7", "\u2022", "\uFF0E", "\u30FB", "\u2027", " ")) {
            assertThat(register.find(new Citizen("阿依古丽" + dot + "麦麦提", "000101199011210488")))
                    .isPresent();
        }
        assertThat(register.find(new Citizen("\uF9F4知夏", "000101198802290029"))).isPresent();
        assertThat(register.find(new Citizen("周\u2F29满", "000102200405200620"))).isPresent();
        assertThat(register.find(new Citizen("阿依古丽麦麦提", "000101199011210488"))).isEmpty();
    }

    @Test
    void countsMonthsWherePaymentGoesOn() {
        Register.Insurance paying = new Register.Insurance("失业保险", "正常参保", YearMonth.of(2026, 8), null);
        Register.Insurance ended = new Register.Insurance("失业保险", "暂停参保", YearMonth.of(2020, 1), 12);

        assertThat(paying.row(YearMonth.of(2026, 11)).months()).isEqualTo(3);
        assertThat(ended.row(YearMonth.of(2026, 11)).months()).isEqualTo(12);
    }

    @Test
    void issuesUnderCreditCodesThatWereNeverGivenOut() {
        for (String code : List.of(ReferencePlatform.TYPE_CODE.substring(0, 18), ReferencePlatform.ISSUER_CODE)) {
            assertThat(code).hasSize(18).matches("..000100.*");
            assertThat(code.charAt(17)).isEqualTo(creditCheck(code));
        }
    }

    /** The check character of a credit code (GB 32100): weights 3^i modulo 31. */
    private static char creditCheck(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
