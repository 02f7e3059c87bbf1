package org.yici.catalogue.fault;

/**
 * The rules of a catalogue. A rule keeps its number for ever; the sentence of each, in Chinese and English, is in
 * {@code messages_zh.properties} and {@code messages_en.properties} beside this class.
 */
public enum Rule {
    /** The folder has a manifest that can be read. */
    MANIFEST(1),
    /** The format's version is known. */
    FORMAT(2),
    /** Each listed file is there. */
    FILE_MISSING(3),
    /** Each file has the listed size. */
    FILE_SIZE(4),
    /** Each file has the listed SHA-256. */
    FILE_HASH(5),
    /** Each file is listed. */
    FILE_UNLISTED(6),
    /** Paths are of the form that the format knows. */
    PATH(7),
    /** Files are plain files, folders plain folders: no links. */
    PLAIN_FILE(8),
    /** Files, and all of them together, keep their bounds. */
    TOO_LARGE(9),
    /** Each file is JSON of the right structure, each value within its range. */
    STRUCTURE(10),
    /** No id and no path stands there twice. */
    DUPLICATE(11),
    /** A file's name says the id that is in it. */
    FILE_NAME(12),
    /** Fields are known. Readers ignore others; who publishes is told of them. */
    UNKNOWN_FIELD(13),
    /** Codes fit their profile. */
    CODE(20),
    /** Departments are known. */
    DEPARTMENT(21),
    /** Classes are known. */
    CLASS(22),
    /** Sites are known. */
    SITE(23),
    /** A bundle consists of known items that are no bundles. */
    BUNDLE(24),
    /** No two items share a task code. */
    DUPLICATE_CODE(25),
    /** Attachments are there. */
    ATTACHMENT(26),
    /** Credit codes have the right check character. */
    CREDIT_CODE(27),
    /** Offers and sites lie in the county. */
    REGION(28),
    /** Texts hold no markup. */
    MARKUP(30),
    /** No two items of one department share a name. */
    DUPLICATE_NAME(31),
    /** Phones of demo content are numbers that nobody can have. */
    DEMO_PHONE(32),
    /** Sites, departments and the county of demo content say 示范. */
    DEMO_MARK(33),
    /** Who verified an item, and when, is named from 县级核对 on. */
    VERIFIED(34),
    /** Dates are in order, and none is after the publication. */
    DATES(35),
    /** Each element that is there says where it was read. */
    CITATION(36),
    /** Citations name sources of the guide. */
    SOURCE(37),
    /** A given reading fits the name. */
    PINYIN(38),
    /** A catalogue is trusted no more than the least of its items. */
    TRUST(39),
    /** At most five questions. */
    QUESTIONS(40),
    /** A question has at least two known answers. */
    ANSWERS(41),
    /** A question can be answered 不清楚. */
    UNKNOWN_ANSWER(42),
    /** Conditions test known answers of known questions. */
    TEST(43),
    /** A test beside others names fewer answers than its question has; otherwise it decides nothing. */
    IDLE_TEST(45),
    /** Each clause of a condition decides something. */
    DEAD_CLAUSE(46),
    /** A condition does not hold for all answers; without it, the same is said more plainly. */
    IDLE_CONDITION(47),
    /** Each question can change the result. */
    IDLE_QUESTION(48),
    /** Each outcome can be reached. */
    DEAD_OUTCOME(49);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /** For example {@code CAT-045}. */
    public String id() {
        return String.format("CAT-%03d", number);
    }
}
