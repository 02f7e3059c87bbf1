package org.yici.catalogue.sample;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.publication.IndexBuilder;
import org.yici.catalogue.search.IndexSegment;
import org.yici.catalogue.search.SearchIndex;

/** Types queries key by key into the search over an invented catalogue and prints how much of the processor each key took. */
public final class SearchMeasurement {
    private static final List<String> QUERIES = List.of(
            "居民身份证换领",
            "身份证 补领",
            "shenfenzhenghuanling",
            "sfzhl",
            "yinhangzhanghu",
            "yhzh",
            "chongqing",
            "个体工商户设立登记",
            "getigongshanghu",
            "gtgshsl",
            "74494",
            "7349",
            "94664",
            "sample item 42",
            "zheng",
            "s",
            "z",
            "d",
            "登",
            "2",
            "9",
            "bu dong chan",
            "社保 转移",
            "一件事");

    /** The processor's time: other programs on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SearchMeasurement() {}

    public static void main(String[] arguments) {
        System.out.println(measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000, 40));
    }

    /** @param rounds how often each query is typed; the first half only warms up */
    static String measure(int items, int rounds) {
        Catalogue catalogue = SampleCatalogue.generate(1, items);
        List<IndexSegment> segments =
                List.copyOf(IndexBuilder.build(catalogue.items()).values());
        long began = CLOCK.getCurrentThreadCpuTime();
        SearchIndex index = SearchIndex.of(segments);
        long built = CLOCK.getCurrentThreadCpuTime() - began;
        List<Long> times = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < rounds; round++) {
            for (String query : QUERIES) {
                for (int typed = 1; typed <= query.length(); typed++) {
                    long start = CLOCK.getCurrentThreadCpuTime();
                    found += index.search(query.substring(0, typed), 50).total();
                    long took = CLOCK.getCurrentThreadCpuTime() - start;
                    if (round >= rounds / 2) {
                        times.add(took);
                    }
                }
            }
        }
        Collections.sort(times);
        return String.format(
                "%d items, %d keys: p50 %.3f ms, p99 %.3f ms, longest %.3f ms; index in memory after %d ms (%d found)",
                items,
                times.size(),
                at(times, 0.50),
                at(times, 0.99),
                times.get(times.size() - 1) / 1e6,
                built / 1_000_000,
                found);
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.get((int) (sorted.size() * part)) / 1e6;
    }
}
