package org.yici.catalogue.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.guide.CaseType;
import org.yici.catalogue.guide.Element;
import org.yici.catalogue.guide.ExerciseLevel;
import org.yici.catalogue.guide.Faq;
import org.yici.catalogue.guide.Fees;
import org.yici.catalogue.guide.FlowStep;
import org.yici.catalogue.guide.Guide;
import org.yici.catalogue.guide.GuideExtras;
import org.yici.catalogue.guide.HandlingForm;
import org.yici.catalogue.guide.LegalBasis;
import org.yici.catalogue.guide.Material;
import org.yici.catalogue.guide.MaterialNeed;
import org.yici.catalogue.guide.MaterialSource;
import org.yici.catalogue.guide.Provision;
import org.yici.catalogue.guide.ResultDocument;
import org.yici.catalogue.guide.ServiceObject;
import org.yici.catalogue.guide.ServiceScope;
import org.yici.catalogue.guide.TimeLimit;
import org.yici.catalogue.guide.TimeUnit;
import org.yici.catalogue.item.Bundle;
import org.yici.catalogue.item.CodeProfile;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemCodes;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.ItemKind;
import org.yici.catalogue.item.ItemStatus;
import org.yici.catalogue.item.ItemType;
import org.yici.catalogue.item.RegionalOffer;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.item.Verification;
import org.yici.catalogue.place.BodyNature;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.Classification;
import org.yici.catalogue.place.CreditCode;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.Phone;
import org.yici.catalogue.place.RegionCode;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.place.Site;
import org.yici.catalogue.place.SiteId;
import org.yici.catalogue.place.SiteKind;
import org.yici.catalogue.situation.Answer;
import org.yici.catalogue.situation.AnswerTest;
import org.yici.catalogue.situation.Clause;
import org.yici.catalogue.situation.Condition;
import org.yici.catalogue.situation.Outcome;
import org.yici.catalogue.situation.OutcomeKind;
import org.yici.catalogue.situation.Question;
import org.yici.catalogue.situation.Situation;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.source.Source;
import org.yici.catalogue.source.SourceKind;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.LocalizedText;

/**
 * A county's catalogue of any size, all of it invented and marked 示范数据. The same seed and size give the same catalogue.
 * Names are made of words that real items use, so that search has as much to tell apart as it would have there.
 */
public final class SampleCatalogue {
    private static final Instant WHEN = Instant.parse("2026-12-01T00:00:00Z");
    private static final RegionCode COUNTY = new RegionCode("000101");
    private static final List<String> SUBJECTS = List.of(
            "居民身份证",
            "居民户口簿",
            "居住证",
            "出生医学证明",
            "结婚证",
            "社会保障卡",
            "养老保险",
            "医疗保险",
            "失业保险",
            "工伤保险",
            "生育津贴",
            "残疾人证",
            "低保待遇",
            "特困人员供养",
            "高龄津贴",
            "老年人优待证",
            "不动产权",
            "宅基地",
            "房屋租赁",
            "公共租赁住房",
            "住房公积金",
            "机动车行驶证",
            "机动车驾驶证",
            "道路运输证",
            "个体工商户",
            "有限责任公司",
            "农民专业合作社",
            "食品经营许可证",
            "公共场所卫生许可证",
            "药品经营许可证",
            "特种设备",
            "建筑工程施工",
            "临时用地",
            "取水许可",
            "林木采伐",
            "种子生产",
            "动物防疫",
            "渔业捕捞",
            "民办学校",
            "教师资格",
            "义务教育入学",
            "学籍",
            "助学贷款",
            "就业登记",
            "灵活就业",
            "职业技能等级",
            "退役军人优待证",
            "烈属抚恤金",
            "普通护照",
            "往来港澳通行证",
            "法律援助",
            "公证",
            "银行账户",
            "会计代理记账",
            "音乐培训机构",
            "重大项目",
            "城市道路占用",
            "排水许可",
            "户外广告",
            "文化娱乐场所");
    private static final List<String> ACTIONS = List.of(
            "申领", "换领", "补领", "注销", "设立登记", "变更登记", "注销登记", "信息查询", "备案", "核准", "认定", "年度审验", "延续", "缴费", "转移接续",
            "补贴申请", "资格确认", "信息变更");
    private static final List<String> GROUPS =
            List.of("个人", "单位", "未成年人", "老年人", "残疾人", "军人", "港澳台居民", "外国人", "农村居民", "新就业人员");
    private static final List<String> MATERIALS =
            List.of("申请表", "本人身份证明", "户口簿", "委托书", "代办人身份证明", "近期照片", "营业执照", "场所证明", "收入申报", "医疗证明", "单位证明", "承诺书");
    private static final int DEPARTMENTS = 40;
    private static final int VILLAGES = 200;
    private static final Key SOURCE = new Key("sample");
    private static final Citation CITED = new Citation(SOURCE, "示范");

    private final SplittableRandom random;
    private final int items;

    private SampleCatalogue(long seed, int items) {
        this.random = new SplittableRandom(seed);
        this.items = items;
    }

    /**
     * Makes a catalogue.
     *
     * @param items at most {@link Catalogue#MOST_ITEMS}
     */
    public static Catalogue generate(long seed, int items) {
        return new SampleCatalogue(seed, items).catalogue();
    }

    private Catalogue catalogue() {
        List<Item> all = new ArrayList<>();
        for (int number = 1; number <= items; number++) {
            all.add(item(number));
        }
        return new Catalogue(
                new CatalogueInfo(COUNTY, LocalizedText.of("示范县", "Demo County"), TrustLevel.DEMO, WHEN),
                classes(),
                departments(),
                sites(),
                all);
    }

    private static List<ServiceClass> classes() {
        List<ServiceClass> classes = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            classes.add(new ServiceClass(
                    ClassId.of("class-" + number),
                    number < 18 ? Classification.LIFE_EVENT : Classification.BUSINESS_EVENT,
                    LocalizedText.of("示范分类" + number, "Sample class " + number),
                    Optional.empty(),
                    number,
                    List.of()));
        }
        return classes;
    }

    private static List<Department> departments() {
        List<Department> departments = new ArrayList<>();
        for (int number = 0; number < DEPARTMENTS; number++) {
            departments.add(new Department(
                    DepartmentId.of("department-" + number),
                    LocalizedText.of("示范县示范局" + number, "Sample office " + number),
                    Optional.empty(),
                    Optional.of(creditCode(number)),
                    Optional.of(BodyNature.STATUTORY_BODY),
                    Optional.of(phone(number))));
        }
        return departments;
    }

    /** Of the county that does not exist. */
    private static String creditCode(int department) {
        String first = String.format("11000101%09d", department);
        return first + CreditCode.checkCharacter(first);
    }

    private static Phone phone(int number) {
        return new Phone(String.format("000-%08d", number));
    }

    private static List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        sites.add(site(SiteKind.COUNTY_HALL, "county-hall", COUNTY, "示范县政务服务中心"));
        for (int number = 0; number < VILLAGES; number++) {
            RegionCode region = new RegionCode(String.format("000101%03d%03d", 1 + number / 20, 1 + number % 20));
            sites.add(site(SiteKind.VILLAGE_STATION, "village-" + number, region, "示范村" + number + "便民服务站"));
        }
        return sites;
    }

    private static Site site(SiteKind kind, String id, RegionCode region, String name) {
        return new Site(
                SiteId.of(id),
                kind,
                region,
                LocalizedText.of(name),
                LocalizedText.of("示范县示范路"),
                Optional.of(LocalizedText.of("工作日 9:00—17:00（示范）")),
                Optional.empty(),
                List.of(phone(5000)));
    }

    private Item item(int number) {
        String subject = pick(SUBJECTS);
        String action = pick(ACTIONS);
        boolean bundle = number > 10 && number % 25 == 0;
        String name = bundle
                ? subject + "“一件事”（示范" + number + "）"
                : subject + action + "（" + pick(GROUPS) + "，示范" + number + "）";
        int department = random.nextInt(DEPARTMENTS);
        String catalog = String.format("99%010d", number);
        ItemCodes codes = new ItemCodes(
                CodeProfile.NATIONAL,
                Optional.of(catalog),
                Optional.of(creditCode(department) + "4" + catalog),
                Optional.empty());
        return new Item(
                ItemId.of(String.format("sample-%05d", number)),
                bundle ? ItemKind.BUNDLE : ItemKind.SINGLE,
                ItemStatus.IN_USE,
                1 + random.nextInt(9),
                codes,
                Optional.of(ItemType.PUBLIC_SERVICE),
                LocalizedText.of(name, "Sample item " + number),
                List.of(
                        LocalizedText.of(action + subject),
                        LocalizedText.of("办" + subject),
                        LocalizedText.of(pick(GROUPS) + subject)),
                Optional.empty(),
                new TreeSet<>(
                        List.of(ClassId.of("class-" + random.nextInt(24)), ClassId.of("class-" + random.nextInt(24)))),
                DepartmentId.of("department-" + department),
                bundle ? Optional.of(bundle(number)) : Optional.empty(),
                guide(subject + action),
                offers(department),
                new Verification(
                        TrustLevel.DEMO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2027, 1 + random.nextInt(12), 1)),
                        WHEN),
                Optional.empty());
    }

    /** Of the items before it. */
    private static Bundle bundle(int number) {
        return new Bundle(
                new Key("variant-" + number),
                List.of(
                        ItemId.of(String.format("sample-%05d", number - 1)),
                        ItemId.of(String.format("sample-%05d", number - 2))),
                List.of());
    }

    private List<RegionalOffer> offers(int department) {
        List<SiteId> sites = new ArrayList<>(List.of(SiteId.of("county-hall")));
        int villages = random.nextInt(10) == 0 ? VILLAGES : random.nextInt(3);
        for (int village = 0; village < villages; village++) {
            sites.add(SiteId.of("village-" + village));
        }
        return List.of(new RegionalOffer(
                COUNTY,
                Optional.empty(),
                sites,
                Optional.empty(),
                List.of(phone(department)),
                List.of(phone(9999)),
                Optional.of(LocalizedText.of("示范数据。"))));
    }

    private Guide guide(String matter) {
        boolean asks = random.nextInt(4) == 0;
        TreeMap<Element, List<Citation>> citations = new TreeMap<>();
        for (Element element : Element.values()) {
            if (!element.isLocal() && element != Element.NAME && element != Element.AUTHORITY) {
                citations.put(element, List.of(CITED));
            }
        }
        return new Guide(
                Optional.of(LocalizedText.of("示范数据：" + matter + "的办理说明。", "Sample data.")),
                List.of(new LegalBasis(LocalizedText.of("示范规定"), "示范条", Optional.empty(), Optional.of(CITED))),
                Optional.of(new TimeLimit(1 + random.nextInt(60), TimeUnit.WORKING_DAY, Optional.empty())),
                Optional.of(new TimeLimit(1 + random.nextInt(20), TimeUnit.WORKING_DAY, Optional.empty())),
                List.of(new ResultDocument(
                        LocalizedText.of("示范结果"), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.of(new Fees(false, List.of(), List.of(CITED))),
                Optional.of(materials(asks)),
                flow(),
                new TreeSet<>(List.of(HandlingForm.WINDOW, pick(List.of(HandlingForm.values())))),
                Optional.of(LocalizedText.of("示范审查标准。")),
                Optional.of(pick(List.of(ServiceScope.values()))),
                Optional.of(pick(List.of(Provision.values()))),
                Optional.of(pick(List.of(Provision.values()))),
                Optional.of(pick(List.of(Provision.values()))),
                asks ? Optional.of(situation()) : Optional.empty(),
                faqs(matter),
                new GuideExtras(
                        Optional.of(LocalizedText.of("示范服务对象。")),
                        new TreeSet<>(List.of(ServiceObject.NATURAL_PERSON)),
                        List.of(LocalizedText.of("示范受理条件。")),
                        Optional.of(CaseType.PROMISED),
                        Optional.of(ExerciseLevel.COUNTY),
                        Optional.of(random.nextInt(3)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(LocalizedText.of("示范救济途径。")),
                        Optional.empty()),
                List.of(new Source(
                        SOURCE,
                        SourceKind.INVENTED,
                        "示范数据",
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2026, 12, 1))),
                citations);
    }

    private List<Material> materials(boolean asks) {
        List<Material> materials = new ArrayList<>();
        int count = 3 + random.nextInt(MATERIALS.size() - 2);
        for (int number = 0; number < count; number++) {
            Optional<Condition> when = asks && number == 2 ? Optional.of(is("applicant", "agent")) : Optional.empty();
            materials.add(new Material(
                    new Key("material-" + number),
                    LocalizedText.of(MATERIALS.get(number) + "（示范）", "Sample material " + number),
                    pick(List.of(MaterialNeed.values())),
                    pick(List.of(MaterialSource.values())),
                    Optional.of(1),
                    Optional.of(random.nextInt(3)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LocalizedText.of("示范文本。")),
                    Optional.of(LocalizedText.of("示范填报须知。")),
                    List.of(LocalizedText.of("示范易错提醒。")),
                    Optional.of(LocalizedText.of("示范用途。")),
                    Optional.empty(),
                    when,
                    List.of(CITED)));
        }
        return materials;
    }

    private static Condition is(String question, String answer) {
        return new Condition(List.of(
                new Clause(List.of(new AnswerTest(new Key(question), new TreeSet<>(List.of(new Key(answer))))))));
    }

    private static Situation situation() {
        Answer unknown = new Answer(Answer.UNKNOWN, LocalizedText.of("不清楚", "I do not know"));
        return new Situation(
                List.of(
                        new Question(
                                new Key("applicant"),
                                LocalizedText.of("谁来办？"),
                                Optional.empty(),
                                List.of(
                                        new Answer(new Key("self"), LocalizedText.of("本人")),
                                        new Answer(new Key("agent"), LocalizedText.of("委托别人")),
                                        unknown)),
                        new Question(
                                new Key("local"),
                                LocalizedText.of("在本地办吗？"),
                                Optional.empty(),
                                List.of(
                                        new Answer(new Key("here"), LocalizedText.of("在本地")),
                                        new Answer(new Key("elsewhere"), LocalizedText.of("在外地")),
                                        unknown))),
                List.of(
                        new Outcome(
                                new Key("elsewhere"),
                                OutcomeKind.ELSEWHERE,
                                LocalizedText.of("请到外地办理（示范）。"),
                                Optional.of(is("local", "elsewhere")),
                                List.of(CITED)),
                        new Outcome(
                                new Key("here"),
                                OutcomeKind.PROCEED,
                                LocalizedText.of("可以办理（示范）。"),
                                Optional.empty(),
                                List.of())));
    }

    private static List<FlowStep> flow() {
        return List.of(
                new FlowStep(LocalizedText.of("申请"), LocalizedText.of("示范步骤。"), Optional.empty(), Optional.empty()),
                new FlowStep(LocalizedText.of("办结"), LocalizedText.of("示范步骤。"), Optional.empty(), Optional.empty()));
    }

    private List<Faq> faqs(String matter) {
        List<Faq> faqs = new ArrayList<>();
        for (int number = random.nextInt(8); number >= 0; number--) {
            faqs.add(new Faq(
                    LocalizedText.of(matter + "示范问题" + number + "？"), LocalizedText.of("示范答复。"), List.of(CITED)));
        }
        return faqs;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
