package org.yici.catalogue.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the dictionary was found to know, and not to know. */
class PinyinTest {
    @Test
    void readsPhrasesRight() {
        assertThat(Pinyin.read("重庆")).containsExactly("chong", "qing");
        assertThat(Pinyin.read("银行")).containsExactly("yin", "hang");
        assertThat(Pinyin.read("会计")).containsExactly("kuai", "ji");
        assertThat(Pinyin.read("女职工")).containsExactly("nv", "zhi", "gong");
    }

    /** It reads these wrong; that is why no reading of a character is left out of the index. */
    @Test
    void readsSomePhrasesWrong() {
        assertThat(Pinyin.read("银行行长")).containsExactly("yin", "hang", "xing", "zhang");
        assertThat(Pinyin.read("还款")).containsExactly("hai", "kuan");
        assertThat(Pinyin.read("给付")).containsExactly("gei", "fu");
        assertThat(Pinyin.all('行')).contains("hang", "xing");
        assertThat(Pinyin.all('还')).contains("huan", "hai");
        assertThat(Pinyin.all('给')).contains("ji", "gei");
    }

    @Test
    void givesEachReadingOnce() {
        assertThat(Pinyin.all('转')).containsOnlyOnce("zhuan");
        assertThat(Pinyin.all('A')).isEmpty();
        assertThat(Pinyin.all('，')).isEmpty();
    }

    @Test
    void countsOneSyllableForEachChineseCharacter() {
        assertThat(Pinyin.read("身份证、ETC办理（60岁）")).hasSize(6);
        assertThat(Pinyin.read("𠮷龘")).containsExactly("", "da");
        assertThat(Pinyin.read("ETC")).isEmpty();
        assertThat(Pinyin.read("")).isEmpty();
    }
}
