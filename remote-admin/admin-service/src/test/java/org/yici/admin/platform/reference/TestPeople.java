package org.yici.admin.platform.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.yici.base.CitizenNumber;
import org.yici.contract.https.Citizen;

/** As many invented people as a test wants, each with a name and number of their own, in the place of the register that ships. */
public final class TestPeople {
    private static final String[] FAMILIES = {"林", "欧阳", "陈", "王", "司徒", "赵", "周", "诸葛", "韦", "朴", "童"};
    private static final String[] FIRST = {"知", "明", "小", "守", "静", "一", "晓", "临", "顺", "立"};
    private static final String[] SECOND = {"夏", "远", "满", "拙", "姝", "鸣", "春", "风", "姬", "新"};
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
    private static final int MOST = 1100;

    private TestPeople() {}

    /** The person of this number, 0 to 1099. */
    public static Citizen citizen(int index) {
        if (index < 0 || index >= MOST) {
            throw new IllegalArgumentException("there are " + MOST + " people");
        }
        String name = FAMILIES[index / 100] + FIRST[index / 10 % 10] + SECOND[index % 10];
        LocalDate birth = FIRST_BIRTH.plusDays(17L * index);
        String digits = "000101" + birth.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", index % 1000);
        return new Citizen(name, digits + CitizenNumber.checkCharacter(digits));
    }

    /** Puts a register of the first {@code count} of them in the place of the one that ships. */
    public static BeanPostProcessor inThePlaceOfTheRegister(int count) {
        Register register = Register.of(IntStream.range(0, count)
                .mapToObj(TestPeople::citizen)
                .map(citizen -> new Register.Person(
                        citizen.number(),
                        citizen.name(),
                        null,
                        List.of(new Register.Insurance("企业职工基本养老保险", "正常参保", YearMonth.of(2012, 7), null))))
                .toList());
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Register ? register : bean;
            }
        };
    }
}
