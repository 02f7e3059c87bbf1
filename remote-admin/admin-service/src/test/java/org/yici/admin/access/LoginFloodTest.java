package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.ServiceProcess;
import org.yici.admin.TestAgent;
import org.yici.admin.TestTerminal;

/**
 * Five hundred strangers log in at once under invented names, from two hundred addresses: the program has the demo's memory and lives on,
 * terminals stay online, and honest people get in.
 */
class LoginFloodTest {
    private static final int STRANGERS = 500;
    private static final int ADDRESSES = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (yici-form=[^;]+)");

    @TempDir
    Path data;

    /** One stranger's log-in, on connections from its own loopback address; tells the status of the answer. */
    private static int logIn(URI pages, int stranger) throws IOException {
        String page = send(pages, stranger, "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        Matcher token = TOKEN.matcher(page);
        Matcher cookie = COOKIE.matcher(page);
        if (!token.find() || !cookie.find()) {
            throw new IOException("no form: " + page);
        }
        String form = "username=nobody-" + stranger + "&password=anything+at+all&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        String answer = send(
                pages,
                stranger,
                "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: " + cookie.group(1)
                        + "\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\n\r\n" + form);
        int status = Integer.parseInt(answer.substring(9, 12));
        if (status == 503) {
            assertThat(answer).contains("Retry-After: 5").contains("现在登录的人太多").contains("请等几秒钟");
        }
        return status;
    }

    private static String send(URI pages, int stranger, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(120_000);
            int address = stranger % ADDRESSES;
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 9, (byte) (address / 100), (byte) (1 + address % 100)}),
                    0));
            socket.connect(new InetSocketAddress("127.0.0.1", pages.getPort()), 60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isIn(AdminBrowser browser) throws Exception {
        browser.logIn(AdminBrowser.PASSWORD);
        return browser.get("/terminals").statusCode() == 200;
    }

    private static long online(ServiceProcess service) {
        return JdbcClient.create(PrivatePostgres.dataSource(service.database()))
                .sql("select count(*) from terminal_state where online")
                .query(Long.class)
                .single();
    }

    @Test
    void hurtsNeitherTheProgramNorTerminalsNorHonestPeople() throws Exception {
        ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS);
        List<TestAgent> agents = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(data, Map.of())) {
            AdminBrowser owner = new AdminBrowser(service.pages());
            owner.makeAccount(AdminBrowser.code(service.data()));
            assertThat(isIn(owner)).isTrue();
            for (int i = 0; i < 3; i++) {
                TestTerminal machine = service.enrolled("flood-000" + i);
                agents.add(TestAgent.connect(machine, service.broker(), 1));
                agents.get(i).birth();
            }
            await().until(() -> online(service) == 3);

            CountDownLatch together = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                int stranger = i;
                answers.add(strangers.submit(() -> {
                    together.await();
                    return logIn(service.pages(), stranger);
                }));
            }
            together.countDown();

            assertThat(isIn(owner))
                    .as("in a browser that is known, at the first try")
                    .isTrue();
            AdminBrowser elsewhere = new AdminBrowser(service.pages());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> isIn(elsewhere));
            assertThat(service.isReady()).as("while strangers go on").isTrue();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get(120, TimeUnit.SECONDS));
            }

            assertThat(statuses).as("refused, each with a page that says why").isSubsetOf(302, 429, 503);
            assertThat(statuses)
                    .as("some were told that others are before them")
                    .contains(503);
            assertThat(service.isAlive()).as("the same process").isTrue();
            assertThat(service.isReady()).isTrue();
            for (TestAgent agent : agents) {
                assertThat(agent.isConnected())
                        .as("on the connection of before")
                        .isTrue();
                agent.health("out");
            }
            await().until(() -> JdbcClient.create(PrivatePostgres.dataSource(service.database()))
                            .sql(
                                    "select count(*) from terminal_state where online and connection = 1 and condition::text like '%out%'")
                            .query(Long.class)
                            .single()
                    == 3);
            assertThat(service.log()).doesNotContain("OutOfMemoryError");
        } finally {
            strangers.shutdownNow();
            for (TestAgent agent : agents) {
                agent.close();
            }
        }
    }
}
