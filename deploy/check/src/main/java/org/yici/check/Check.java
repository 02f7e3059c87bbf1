package org.yici.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yici.check.rig.Bench;
import org.yici.check.rig.Ready;
import org.yici.check.rig.Rows;
import org.yici.check.rig.Unmet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Goes through the running demo, as a citizen and as an administrator, and asserts each step from outside: pixels and letters of the
 * screen, the file that the printer received, rows at the centre, pages in a browser. Exit 0: all of it came as it should.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
public final class Check implements Runnable {
    private static final String INSURED = "lin-zhixia";
    private static final String NAME = "林知夏";
    private static final String NUMBER = "000101198802290029";
    /** R05: a card lay there before. */
    private static final String LEFT = "遗留";

    private static final String IN_SLOT = "未取走的卡";

    @Option(names = "--ready", required = true, description = "what deploy/keep wrote when all was up")
    private Path readyFile = Path.of("ready.json");

    @Option(names = "--out", required = true, description = "where pictures and check.json go")
    private Path out = Path.of(".");

    private boolean allOk;

    public static void main(String[] arguments) {
        Check check = new Check();
        int exit = new CommandLine(check).execute(arguments);
        System.exit(exit != 0 || check.allOk ? exit : 1);
    }

    @Override
    public void run() {
        try {
            Files.createDirectories(out);
            Ready ready = Ready.read(readyFile);
            Report report = new Report(out);
            try (Chromium chromium = new Chromium()) {
                AdminPages admin = new AdminPages(chromium.open(1440, 900), ready);
                new Walk(ready, report, admin, new BenchPage(chromium.open(1440, 1000), ready), out).all();
            }
            System.out.println(report.passed() + " passed, " + report.failed() + " failed");
            allOk = report.allOk();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The steps in their order. */
    private static final class Walk {
        private final Report report;
        private final AdminPages admin;
        private final BenchPage benchPage;
        private final Bench bench;
        private final Citizen citizen;
        private final Rows rows;
        private final Path out;

        Walk(Ready ready, Report report, AdminPages admin, BenchPage benchPage, Path out) {
            this.report = report;
            this.admin = admin;
            this.benchPage = benchPage;
            this.out = out;
            this.bench = new Bench(ready.bench());
            this.citizen = new Citizen(bench, new Eye(out));
            this.rows = new Rows(ready);
        }

        void all() {
            idle();
            if (!greeting()) {
                return;
            }
            certificate();
            paper();
            bench();
            farewell();
            centre();
            noRecord();
            withoutACard();
            slot();
            faults();
        }

        private void idle() {
            report.step("idle", bench::screen, () -> citizen.sees("身份证").all());
        }

        private boolean greeting() {
            return report.step("greeting", bench::screen, () -> {
                Text text = greeted(INSURED, "林*夏", "您好", "打证明");
                return unless(text.contains(NAME), "greeted by masked name: " + text.all());
            });
        }

        /** Who comes in the first moments of a session is taken for a forgotten card, and does what the screen says then. */
        private Text greeted(String person, String... phrases) throws IOException, InterruptedException {
            while (true) {
                bench.lay(person);
                Text text = citizen.looks(
                        seen -> seen.containsAll(phrases) || seen.contains(LEFT), "a greeting or " + LEFT, 60);
                if (text.containsAll(phrases)) {
                    return text;
                }
                bench.take();
            }
        }

        private void certificate() {
            report.step("offers", bench::screen, () -> {
                benchPage.touch(citizen.sees("打证明").find("打证明").orElseThrow());
                return citizen.sees("您可以打印的证明", "参保证明").all();
            });
            report.step("consent", bench::screen, () -> {
                citizen.touches("参保证明");
                return citizen.sees("同意").all();
            });
            report.step("preview", bench::screen, () -> {
                citizen.touches("同意");
                return citizen.looks(text -> text.contains("打印") && !text.contains("同意"), "打印", 60)
                        .all();
            });
            report.step("printed", bench::screen, () -> {
                citizen.touches("打印");
                return citizen.sees("打印完成", "证件").all();
            });
        }

        private void paper() {
            report.step("paper", () -> bench.get("api/paper/" + job() + "/1.png"), () -> {
                JsonNode job = bench.state().path("paper").path(0).path("job");
                byte[] pdf = bench.get("api/paper/" + job() + ".pdf");
                Files.write(out.resolve("received.pdf"), pdf);
                Sheet sheet = Sheet.read(pdf);
                for (String expected : List.of(NAME, NUMBER, "样张", "第 1 份", "demo-0001", "1.2.156.3005.2.")) {
                    unless(!sheet.text().contains(expected), "the paper lacks \"" + expected + "\": " + sheet.text());
                }
                unless(
                        job.path("printed").asInt() != sheet.pages(),
                        "printed " + job.path("printed") + " of " + sheet.pages());
                unless(job.path("name").asString("").contains(NUMBER), "the job's name is personal");
                return "job " + job.path("name").asString() + " by "
                        + job.path("user").asString() + ", " + sheet.pages()
                        + " page(s) counted in the PDF that the printer received";
            });
        }

        private void bench() {
            report.step("bench page", benchPage::picture, () -> {
                benchPage.waitForPaper();
                return "the page in a browser shows screen, cards and the paper in the exit; its screen passed a touch on before";
            });
        }

        private int job() throws Exception {
            JsonNode paper = bench.state().path("paper");
            unless(paper.isEmpty(), "no paper in the tray");
            return paper.path(0).path("job").path("job").asInt();
        }

        private void farewell() {
            report.step("farewell", bench::screen, () -> {
                citizen.touches("完成");
                return citizen.looks(text -> text.contains("感谢使用") && !text.contains("打印完成"), "感谢使用", 30)
                        .all();
            });
            report.step("next session", bench::screen, () -> {
                Text text = citizen.looks(seen -> seen.contains("感应区"), "idle again", 60);
                bench.take();
                bench.takePaper();
                return text.all();
            });
        }

        private void centre() {
            report.step(
                    "rows",
                    admin::picture,
                    () -> rows.until(
                            "SELECT outcome, evidence, sheets_out FROM certificate_copy",
                            answer -> answer.startsWith("DELIVERED"),
                            30));
            report.step("first account", admin::picture, () -> {
                admin.beFirst();
                admin.openList();
                admin.waitFor("在线 1", 30);
                return admin.text();
            });
            report.step("terminal page", admin::picture, () -> {
                admin.openTerminal();
                admin.waitFor("已出纸", 30);
                String text = admin.text();
                unless(text.contains(NAME) || text.contains(NUMBER), "the page knows the citizen");
                return text;
            });
        }

        private void noRecord() {
            report.step("no record", bench::screen, () -> {
                greeted("zhao-yiming", "您好");
                citizen.touches("打证明");
                return citizen.sees("没有查到").all();
            });
            leave("left without a certificate");
        }

        /** A visit that begins by a touch: the card is asked for when the service needs it, and nothing personal is left behind. */
        private void withoutACard() {
            report.step("begun by a touch", bench::screen, () -> {
                citizen.touches("打证明");
                return citizen.sees("需要您的证件").all();
            });
            report.step("card asked for by the service", bench::screen, () -> {
                bench.lay(INSURED);
                return citizen.sees("您可以打印的证明", "参保证明").all();
            });
            leave("left after the touch");
        }

        private void slot() {
            report.step("social-security card", bench::screen, () -> inserted(INSURED, "林*夏", "您好", "请取出收好"));
            report.step("offers to a social-security card", bench::screen, () -> {
                bench.takeOut();
                citizen.touches("打证明");
                return citizen.sees("您可以打印的证明", "参保证明").all();
            });
            leave("left after the slot");
        }

        /** As with a card on the pad: too soon, it is taken for one that somebody forgot. */
        private String inserted(String person, String... phrases) throws IOException, InterruptedException {
            while (true) {
                bench.insert(person);
                Text text = citizen.looks(
                        seen -> seen.containsAll(phrases) || seen.contains(IN_SLOT), "a greeting or " + IN_SLOT, 60);
                if (text.containsAll(phrases)) {
                    return text.all();
                }
                bench.takeOut();
                citizen.looks(seen -> !seen.contains(IN_SLOT), "no " + IN_SLOT, 30);
            }
        }

        private void leave(String name) {
            report.step(name, bench::screen, () -> {
                citizen.touches("退出");
                if (bench.cardLies()) {
                    bench.take();
                }
                return citizen.sees("感应区").all();
            });
        }

        private void faults() {
            report.step("paper out", bench::screen, () -> {
                bench.turn("paper-out", true);
                return citizen.sees("缺纸").all();
            });
            report.step("paper back", bench::screen, () -> {
                bench.turn("paper-out", false);
                return citizen.looks(text -> text.contains("感应区") && !text.contains("缺纸"), "no word of paper", 30)
                        .all();
            });
            report.step("printer gone", bench::screen, () -> {
                bench.turn("printer-gone", true);
                return citizen.sees("打印机暂时不能使用").all();
            });
            report.step("printer back", bench::screen, () -> {
                bench.turn("printer-gone", false);
                return citizen.looks(
                                text -> text.contains("感应区") && !text.contains("打印机"), "no word of the printer", 60)
                        .all();
            });
            report.step("service gone", bench::screen, () -> {
                greeted("ouyang-mingyuan", "欧阳", "您好");
                bench.turn("service-gone", true);
                citizen.touches("打证明");
                return citizen.sees("网络暂时不通", "再试一次").all();
            });
            report.step("service back", bench::screen, () -> {
                bench.turn("service-gone", false);
                citizen.touches("再试一次");
                return citizen.sees("您可以打印的证明").all();
            });
            leave("left after the cut");
            report.step("reader unplugged", bench::screen, () -> {
                bench.turn("reader-unplugged", true);
                return citizen.sees("请插入社会保障卡").all();
            });
            report.step("reader back", bench::screen, () -> {
                bench.turn("reader-unplugged", false);
                return citizen.sees("感应区").all();
            });
            report.step("broker gone", admin::picture, () -> {
                bench.turn("broker-gone", true);
                admin.openList();
                admin.waitFor("离线 1", 40);
                return admin.text();
            });
            report.step("broker back", admin::picture, () -> {
                bench.turn("broker-gone", false);
                admin.waitFor("在线 1", 60);
                return admin.text();
            });
        }

        private static String unless(boolean wrong, String what) {
            if (wrong) {
                throw new Unmet(what);
            }
            return what;
        }
    }
}
