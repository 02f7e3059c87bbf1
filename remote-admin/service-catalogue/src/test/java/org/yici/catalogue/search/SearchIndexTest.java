package org.yici.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.file.CatalogueFolder;
import org.yici.catalogue.file.CatalogueWriter;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.ItemStatus;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.publication.IndexBuilder;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;
import org.yici.catalogue.text.LocalizedText;

class SearchIndexTest {
    private static final SearchIndex DEMO = demo();
    private static final SearchIndex NAMES = named(
            "重庆通行证",
            "银行账户备案",
            "行政复议申请",
            "银行行长任职核准",
            "会计从业登记",
            "音乐培训",
            "单位参保登记",
            "还款计划备案",
            "女职工生育津贴",
            "ETC办理",
            "60周岁以上老年人优待",
            "𠮷龘村道路",
            "绿化许可",
            "都江堰供水",
            "长途客运");

    private static SearchIndex demo() {
        try {
            return of(DemoContent.catalogue().items());
        } catch (CatalogueException e) {
            throw new AssertionError(e);
        }
    }

    private static SearchIndex of(List<Item> items) {
        return SearchIndex.of(List.copyOf(IndexBuilder.build(items).values()));
    }

    private static SearchIndex named(String... names) {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < names.length; number++) {
            items.add(with("n-" + number, LocalizedText.of(names[number]), List.of(), ItemStatus.IN_USE));
        }
        return of(items);
    }

    private static Item with(String id, LocalizedText name, List<LocalizedText> aliases, ItemStatus status) {
        Item base = SampleCatalogue.generate(1, 1).items().get(0);
        return new Item(
                ItemId.of(id),
                base.kind(),
                status,
                base.version(),
                base.codes(),
                base.type(),
                name,
                aliases,
                Optional.empty(),
                base.classes(),
                base.department(),
                base.bundle(),
                base.guide(),
                base.offers(),
                base.verification(),
                base.origin());
    }

    private static List<String> found(SearchIndex index, String query) {
        return index.search(query, 50).hits().stream()
                .map(hit -> hit.item().id().toString())
                .toList();
    }

    private static List<String> names(String query) {
        return NAMES.search(query, 50).hits().stream()
                .map(hit -> hit.item().name().zh())
                .toList();
    }

    /** Characters of several readings, by the right one and by the others, in full, shortened and by initials. */
    @ParameterizedTest
    @CsvSource({
        "chongqing, 重庆通行证",
        "zhongqing, 重庆通行证",
        "cqtxz, 重庆通行证",
        "yinhang, 银行账户备案",
        "yinhangzhanghu, 银行账户备案",
        "yhzh, 银行账户备案",
        "yinxing, 银行账户备案",
        "xingzheng, 行政复议申请",
        "hangzheng, 行政复议申请",
        "yinhanghangzhang, 银行行长任职核准",
        "yinhangxingzhang, 银行行长任职核准",
        "yhhz, 银行行长任职核准",
        "kuaiji, 会计从业登记",
        "huiji, 会计从业登记",
        "yinyue, 音乐培训",
        "yinle, 音乐培训",
        "danwei, 单位参保登记",
        "canbao, 单位参保登记",
        "huankuan, 还款计划备案",
        "haikuan, 还款计划备案",
        "nvzhigong, 女职工生育津贴",
        "shengyu, 女职工生育津贴",
        "lvhua, 绿化许可",
        "dujiangyan, 都江堰供水",
        "djy, 都江堰供水",
        "changtu, 长途客运",
        "zhangtu, 长途客运",
        "changt, 长途客运",
        "chtky, 长途客运",
        "ctuky, 长途客运",
        "etc, ETC办理",
        "ETC办理, ETC办理",
        "etcbl, ETC办理",
        "60, 60周岁以上老年人优待",
        "60zhousui, 60周岁以上老年人优待",
        "𠮷龘, 𠮷龘村道路",
        "老年人优待, 60周岁以上老年人优待",
        "身份, ''",
        "xyz, ''"
    })
    void findsByAnyReading(String query, String name) {
        if (name.isEmpty()) {
            assertThat(names(query)).isEmpty();
        } else {
            assertThat(names(query)).contains(name);
        }
    }

    /** 2 abc, 3 def, 4 ghi, 5 jkl, 6 mno, 7 pqrs, 8 tuv, 9 wxyz. */
    @ParameterizedTest
    @CsvSource({
        "2789, 重庆通行证",
        "9494, 银行账户备案",
        "5529, 会计从业登记",
        "4529, 会计从业登记",
        "359, 都江堰供水",
        "28, 长途客运",
        "98, 长途客运",
        "38225, ETC办理"
    })
    void findsByTheKeysOfAPad(String keys, String name) {
        assertThat(names(keys)).contains(name);
    }

    @Test
    void ranksBeginningsOfTitlesThenTitlesThenAliases() {
        SearchIndex index = of(List.of(
                with("alias-in", LocalizedText.of("甲"), List.of(LocalizedText.of("我的居住证明")), ItemStatus.IN_USE),
                with("alias-at", LocalizedText.of("乙"), List.of(LocalizedText.of("居住证办理")), ItemStatus.IN_USE),
                with("title-in", LocalizedText.of("港澳台居住证申领"), List.of(), ItemStatus.IN_USE),
                with("title-at", LocalizedText.of("居住证申领"), List.of(), ItemStatus.IN_USE),
                with("title-long", LocalizedText.of("居住证签注和变更"), List.of(), ItemStatus.IN_USE),
                with("cancelled", LocalizedText.of("居住证"), List.of(), ItemStatus.CANCELLED)));
        List<String> order = List.of("title-at", "title-long", "title-in", "alias-at", "alias-in", "cancelled");
        assertThat(found(index, "居住证")).isEqualTo(order);
        assertThat(found(index, "juzhuzheng")).isEqualTo(order);
        assertThat(found(index, "jzz")).isEqualTo(order);
        assertThat(found(index, "599")).isEqualTo(order);
    }

    @Test
    void prefersWhatIsReadThatWay() {
        SearchIndex index = named("银行账户", "营销许可");
        assertThat(index.search("yinxing", 5).hits())
                .extracting(hit -> hit.item().name().zh())
                .containsExactly("银行账户");
        SearchIndex both = named("行业许可", "兴业登记");
        assertThat(both.search("xingye", 5).hits())
                .extracting(hit -> hit.item().name().zh())
                .containsExactly("兴业登记", "行业许可");
    }

    @Test
    void needsEveryWord() {
        assertThat(found(DEMO, "身份证 补")).containsExactly("id-card-replacement");
        assertThat(found(DEMO, "shenfenzheng bl")).containsExactly("id-card-replacement");
        assertThat(found(DEMO, "身份证、补领")).containsExactly("id-card-replacement");
        assertThat(found(DEMO, "居民身份证换领、补领")).containsExactly("id-card-replacement");
        assertThat(found(DEMO, "ＳＦＺ")).first().isEqualTo("id-card-replacement");
        assertThat(found(DEMO, "身份证 护照")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "身份证丢了, id-card-replacement",
        "sfz, id-card-replacement",
        "上户口, birth-registration",
        "低保, living-allowance",
        "jiazhao, driving-licence-renewal",
        "营业执照, individual-business",
        "wu fang, real-estate-records",
        "marriage, marriage-registration",
        "passport, ordinary-passport",
        "licence, driving-licence-renewal",
        "失业金, unemployment-benefit",
        "免费律师, legal-aid",
        "居住证, residence-permit",
        "cbzm, social-insurance-record"
    })
    void findsTheDemosItems(String query, String item) {
        assertThat(found(DEMO, query)).first().isEqualTo(item);
    }

    @Test
    void findsMoreWithFewerLettersAtEachKey() {
        for (Item item : SampleCatalogue.generate(11, 40).items()) {
            String title = TextForm.of(item.name().zh());
            SearchIndex index = of(SampleCatalogue.generate(11, 40).items());
            int before = Integer.MAX_VALUE;
            for (int typed = 1; typed <= Math.min(title.length(), Matcher.LONGEST_QUERY); typed++) {
                SearchResult result = index.search(title.substring(0, typed), 50);
                assertThat(result.hits()).extracting(hit -> hit.item().id()).contains(item.id());
                assertThat(result.total()).isLessThanOrEqualTo(before);
                before = result.total();
            }
        }
    }

    @Test
    void answersTheSameWhateverTheOrderOfSegments() {
        List<IndexSegment> segments = new ArrayList<>(
                IndexBuilder.build(SampleCatalogue.generate(5, 300).items()).values());
        SearchIndex first = SearchIndex.of(segments);
        Collections.reverse(segments);
        SearchIndex second = SearchIndex.of(segments);
        for (String query : List.of("s", "登记", "shenfen", "7", "个人", "sfz")) {
            assertThat(found(second, query))
                    .as(query)
                    .isEqualTo(found(first, query))
                    .isNotEmpty();
        }
    }

    @Test
    void finishesWithWhateverIsTyped() {
        SplittableRandom random = new SplittableRandom(42);
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789身份证行长 　、'\"%_\\\u202e\ud840\udfb7\ud800";
        for (int round = 0; round < 2000; round++) {
            StringBuilder query = new StringBuilder();
            for (int length = random.nextInt(1, 60); length > 0; length--) {
                query.append(letters.charAt(random.nextInt(letters.length())));
            }
            SearchResult result = DEMO.search(query.toString(), 3);
            assertThat(result.hits()).hasSizeLessThanOrEqualTo(3);
            assertThat(result.total()).isGreaterThanOrEqualTo(result.hits().size());
        }
        assertThat(DEMO.search("a".repeat(1_000_000), 3).total()).isZero();
        assertThat(DEMO.search("  \t ", 3)).isEqualTo(SearchResult.NONE);
    }

    @Test
    void refusesAnIndexOfMoreItemsThanACatalogueHas(@TempDir Path temp) throws Exception {
        Item one = DemoContent.catalogue().items().get(0);
        IndexSegment segment =
                IndexBuilder.build(List.of(one)).values().iterator().next();
        IndexSegment large = new IndexSegment(
                Collections.nCopies(Catalogue.MOST_ITEMS, segment.items().get(0)), List.of(), segment.readings());
        Catalogue none = new Catalogue(DemoContent.catalogue().info(), List.of(), List.of(), List.of(), List.of());
        byte[] bytes = CatalogueCodec.encode(large);
        Map<String, byte[]> index = Map.of("index/0.json", bytes, "index/1.json", bytes);
        CatalogueWriter.write(none, index, temp.resolve("large"));
        CatalogueFolder folder = CatalogueFolder.open(temp.resolve("large"));
        assertThatThrownBy(() -> SearchIndex.read(folder))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("CAT-009");
    }

    @Test
    void listsClassesAndItems() {
        assertThat(DEMO.items()).hasSize(12);
        assertThat(DEMO.inClass(ClassId.of("household")))
                .extracting(item -> item.id().toString())
                .containsExactly("residence-permit", "id-card-replacement", "birth-registration");
        assertThat(DEMO.item(ItemId.of("social-insurance-record")))
                .get()
                .extracting(ItemSummary::kiosk)
                .isEqualTo(true);
        assertThat(DEMO.item(ItemId.of("nothing"))).isEmpty();
    }
}
