package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.onetime.OneTimeCode;
import org.yici.admin.refusal.RefusalKind;

/** Wrong enrolment codes hurt whoever sends them, and nobody else: the right code always gets through, once and until its end. */
class EnrolmentCodeAccessTest {
    private static final String WRONG = "AAAA-BBBB-CCCC-DDDD";

    @TempDir
    static Path data;

    private static TestService service;
    private static AdminBrowser admin;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        admin = AdminBrowser.first(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TestTerminal machine(String id) throws Exception {
        return new TestTerminal(id, service.terminals(), TestService.SAFE_MODULE);
    }

    private static HttpResponse<byte[]> tryCode(TestTerminal machine, String code) throws Exception {
        return machine.askToEnrol(code, machine.certificateRequest(machine.id()));
    }

    private static long counted(RefusalKind kind) throws Exception {
        return admin.refused(kind, "身份不明");
    }

    @Test
    void theRightCodeGetsThroughWhileOneAddressSendsWrongOnes() throws Exception {
        TestTerminal honest = machine("honest-0001");
        String code = service.enrolmentCode(honest.id(), "诚实点");
        TestTerminal guesser = machine("guesser-0001");
        String request = guesser.certificateRequest(guesser.id());
        long wrongBefore = counted(RefusalKind.ENROLMENT_REFUSED) + counted(RefusalKind.ENROLMENT_TOO_MANY);
        ExecutorService strangers = Executors.newFixedThreadPool(20);
        try {
            List<Callable<HttpResponse<byte[]>>> tries = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tries.add(() -> guesser.askToEnrol(WRONG, request));
            }
            List<Future<HttpResponse<byte[]>>> answers =
                    tries.stream().map(strangers::submit).toList();

            assertThat(tryCode(honest, code).statusCode())
                    .as("from the very same address, among 40 wrong ones")
                    .isEqualTo(200);
            for (Future<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(403);
                assertThat(TestTerminal.problem(answer.get()).code()).isEqualTo("ENROLMENT_REFUSED");
            }
        } finally {
            strangers.shutdownNow();
        }
        assertThat(counted(RefusalKind.ENROLMENT_TOO_MANY))
                .as("what is beyond the limit of an address is counted apart")
                .isPositive();
        assertThat(counted(RefusalKind.ENROLMENT_REFUSED) + counted(RefusalKind.ENROLMENT_TOO_MANY))
                .isEqualTo(wrongBefore + 40);
    }

    @Test
    void aCodeHasOneUse() throws Exception {
        TestTerminal first = machine("once-0001");
        String code = service.enrolmentCode(first.id(), "一次点");
        assertThat(tryCode(first, code).statusCode()).isEqualTo(200);

        HttpResponse<byte[]> second = tryCode(machine("once-0001"), code);

        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(service.rows("select used_at from enrolment_code where terminal = 'once-0001'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("used_at")).isNotNull());
    }

    @Test
    void aCodeHasAnEnd() throws Exception {
        TestTerminal late = machine("late-0001");
        String code = service.enrolmentCode(late.id(), "迟到点");
        service.sql()
                .sql("update enrolment_code set expires_at = now() - interval '1 second' where terminal = ?")
                .param(late.id())
                .update();

        assertThat(tryCode(late, code).statusCode()).isEqualTo(403);
        assertThat(service.rows("select 1 from terminal where id = ?", late.id()))
                .isEmpty();
    }

    @Test
    void aCodeIsForItsTerminalAlone() throws Exception {
        String code = service.enrolmentCode("owner-0001", "本点");

        assertThat(tryCode(machine("thief-0001"), code).statusCode()).isEqualTo(403);
        assertThat(tryCode(machine("owner-0001"), code).statusCode())
                .as("it is still good for its own")
                .isEqualTo(200);
    }

    /** Among 20,000 codes the one is found by the index of the hash; the best of a hundred look-ups is a machine's own pace. */
    @Test
    void aCodeIsFoundInLessThanAMillisecond() throws Exception {
        service.sql()
                .sql(
                        """
                        insert into enrolment_code (code_sha256, terminal, name, safe_module, issued_at, expires_at)
                        select sha256(convert_to('many ' || i, 'UTF8')), 'many-' || i % 5000, 'x', 'y', now(), now()
                        from generate_series(1, 20000) i
                        """)
                .update();
        service.sql().sql("analyze enrolment_code").update();
        String explain = "explain analyze select * from enrolment_code where code_sha256 = '\\x"
                + HexFormat.of().formatHex(OneTimeCode.hash(WRONG)) + "'";
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            List<String> plan = service.sql().sql(explain).query(String.class).list();
            assertThat(String.join("\n", plan)).contains("Index Scan using enrolment_code_pkey");
            String time = plan.get(plan.size() - 1).replaceAll("[^0-9.]", "");
            best = Math.min(best, Double.parseDouble(time));
        }
        assertThat(best).as("milliseconds").isLessThan(1.0);
    }
}
