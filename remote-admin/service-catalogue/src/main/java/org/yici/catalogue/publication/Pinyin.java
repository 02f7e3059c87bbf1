package org.yici.catalogue.publication;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yici.catalogue.search.TextForm;

/**
 * How Chinese is read, without tones, ü written v. The first call reads a dictionary and takes about a second.
 *
 * <p>Houbb's dictionary of phrases knows 重庆 and 会计 but reads 银行行长 as xing zhang and 还款 as hai kuan, so its reading of a
 * text only says which of the readings comes first; none is left out.
 */
public final class Pinyin {
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]{1,6}");

    private Pinyin() {}

    /** One syllable for each Chinese character of {@code text}; empty where the dictionary knows none. */
    public static List<String> read(String text) {
        String han = text.codePoints()
                .filter(TextForm::isHan)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String[] syllables = PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL).split(" ", -1);
        List<String> read = new ArrayList<>();
        int count = han.codePointCount(0, han.length());
        if (syllables.length == count) {
            for (String syllable : syllables) {
                read.add(plain(syllable));
            }
            return read;
        }
        // Beyond the basic plane the dictionary answers for half a character: letter by letter.
        han.codePoints()
                .forEach(point -> read.add(all(point).stream().findFirst().orElse("")));
        return read;
    }

    /** Every syllable of a character, the most usual first; empty when the dictionary knows none. */
    public static List<String> all(int letter) {
        if (!Character.isBmpCodePoint(letter)) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        for (String syllable : PinyinHelper.toPinyinList((char) letter, PinyinStyleEnum.NORMAL)) {
            all.add(plain(syllable));
        }
        all.remove("");
        return List.copyOf(all);
    }

    private static String plain(String syllable) {
        String plain = syllable.replace('ü', 'v');
        return SYLLABLE.matcher(plain).matches() ? plain : "";
    }
}
