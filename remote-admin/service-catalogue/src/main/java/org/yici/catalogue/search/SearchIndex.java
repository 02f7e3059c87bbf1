package org.yici.catalogue.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.file.CatalogueFolder;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.file.FileEntry;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.ItemStatus;
import org.yici.catalogue.place.ClassId;

/**
 * The search over a catalogue: Chinese words, pinyin in full, initials, a mixture of them, words of other languages, and the
 * digits of a telephone pad over initials. Best first: beginning of a title, inside a title, beginning of an alias, inside an
 * alias; among equals what was typed as it is read, then initials, then other readings; then the shorter title, then the id.
 * Cancelled items come last. In memory, immutable, thread-safe.
 */
public final class SearchIndex {
    /** Further words of a query are ignored. */
    static final int MOST_WORDS = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_QUERY = 400;
    private static final int PAD = 3;
    /** A place is worth more than any quality, and a quality more than being the whole term. */
    private static final int PER_PLACE = 8;

    private static final int PER_QUALITY = 2;
    private final List<ItemSummary> items;
    private final Map<ItemId, ItemSummary> byId;
    private final TermTable table;
    private final Postings postings;
    /** By item: what decides between equal scores, the length of the name and then the id. */
    private final long[] ties;

    private SearchIndex(List<ItemSummary> items, TermTable table) {
        this.items = items;
        this.byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        this.table = table;
        this.ties = new long[items.size()];
        for (int item = 0; item < ties.length; item++) {
            ties[item] = (long) Math.min(items.get(item).name().zh().length(), 0xff) << 32 | item;
        }
        this.postings = Postings.of(table, item -> items.get(item).status() == ItemStatus.CANCELLED);
    }

    /** Reads all segments of {@code folder}. */
    public static SearchIndex read(CatalogueFolder folder) throws CatalogueException {
        List<IndexSegment> segments = new ArrayList<>();
        for (FileEntry entry : folder.manifest().files()) {
            if (entry.path().startsWith(CataloguePath.INDEX)) {
                segments.add(CatalogueCodec.decode(folder.content(entry.path()), IndexSegment.class, entry.path()));
            }
        }
        int items = 0;
        int terms = 0;
        int letters = 0;
        for (IndexSegment segment : segments) {
            items += segment.items().size();
            terms += segment.terms().size();
            letters += segment.terms().stream()
                    .mapToInt(term -> term.text().length())
                    .sum();
        }
        checkBound(items, Catalogue.MOST_ITEMS, "items");
        checkBound(terms, Postings.MOST_TERMS, "terms");
        checkBound(letters, Postings.MOST_LETTERS, "letters");
        return of(segments);
    }

    private static void checkBound(int count, int most, String what) throws CatalogueException {
        if (count > most) {
            throw new CatalogueException(
                    Fault.ofFile(Rule.TOO_LARGE, CataloguePath.INDEX, count + " " + what, String.valueOf(most)));
        }
    }

    /** At most {@link Catalogue#MOST_ITEMS} items. */
    public static SearchIndex of(List<IndexSegment> segments) {
        List<ItemSummary> items = segments.stream()
                .flatMap(segment -> segment.items().stream())
                .sorted(Comparator.comparing(ItemSummary::id))
                .toList();
        Map<ItemId, Integer> numbers = new HashMap<>();
        for (int at = 0; at < items.size(); at++) {
            numbers.put(items.get(at).id(), at);
        }
        TermTable.Builder table = new TermTable.Builder();
        for (IndexSegment segment : segments) {
            for (SearchTerm term : segment.terms()) {
                Integer item = numbers.get(term.item());
                if (item != null) {
                    table.add(item, term, segment.readings());
                }
            }
        }
        return new SearchIndex(items, table.build());
    }

    /** All items, ordered by id. */
    public List<ItemSummary> items() {
        return items;
    }

    public Optional<ItemSummary> item(ItemId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The items of a class, shorter names first, then by id. */
    public List<ItemSummary> inClass(ClassId id) {
        return items.stream()
                .filter(item -> item.classes().contains(id))
                .sorted(Comparator.comparingInt(
                                (ItemSummary item) -> item.name().zh().length())
                        .thenComparing(ItemSummary::id))
                .toList();
    }

    /**
     * Finds what fits every word of {@code query}; blank finds nothing.
     *
     * @param query its first {@value #MOST_WORDS} words count, and of each the first 40 letters
     * @param limit the most hits, at least 1
     */
    public SearchResult search(String query, int limit) {
        List<String> words = words(query);
        if (words.isEmpty()) {
            return SearchResult.NONE;
        }
        Matches all = match(words.get(0), new Matches(items.size()));
        for (String word : words.subList(1, words.size())) {
            all.keepThoseOf(match(word, Matches.among(all)));
        }
        return best(all, limit);
    }

    private static List<String> words(String query) {
        String bounded = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
        return BETWEEN_WORDS
                .splitAsStream(Normalizer.normalize(bounded, Normalizer.Form.NFKC))
                .map(TextForm::of)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), Matcher.LONGEST_QUERY)))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private Matches match(String word, Matches matches) {
        Matcher matcher = new Matcher(table, word);
        collect(postings.of(word.charAt(0)), wantedSecond(word), word, matches, matcher::quality);
        if (word.chars().allMatch(key -> key >= '2' && key <= '9')) {
            int wanted = word.length() > 1 ? ReadingTable.lettersOf(word.charAt(1)) | Postings.OTHER : Postings.ANY;
            for (int left = ReadingTable.lettersOf(word.charAt(0)); left != 0; left &= left - 1) {
                char initial = (char) ('a' + Integer.numberOfTrailingZeros(left));
                IntBinaryOperator pad = (start, end) -> matcher.fitsPad(start, end) ? PAD : -1;
                collect(postings.of(initial), wanted, word, matches, pad);
            }
        }
        return matches;
    }

    private static int wantedSecond(String word) {
        int bit = word.length() > 1 ? ReadingTable.bit(word.charAt(1)) : 0;
        return bit == 0 ? Postings.ANY : bit;
    }

    /** The most valuable places come first, so most later ones need no look any more. */
    private void collect(
            Postings.Part places, int wantedSecond, String word, Matches matches, IntBinaryOperator quality) {
        long[] all = places.postings();
        for (int at = 0; at < all.length; at++) {
            int item = Postings.item(all[at]);
            int value = Postings.value(all[at]) * PER_PLACE;
            int score = matches.score(item);
            if (score <= value || !places.mayFit(at, wantedSecond)) {
                continue;
            }
            int term = Postings.term(all[at]);
            int part = table.end(term) - table.start(term) == word.length() ? 0 : 1;
            if (score > value + part) {
                int fits = quality.applyAsInt(Postings.place(all[at]), table.end(term));
                if (fits >= 0) {
                    matches.add(item, term, value + fits * PER_QUALITY + part);
                }
            }
        }
    }

    private SearchResult best(Matches matches, int limit) {
        Best best = new Best(Math.max(1, Math.min(limit, items.size())));
        int total = 0;
        for (int item = 0; item < items.size(); item++) {
            int score = matches.score(item);
            if (score != Matches.NONE) {
                best.offer(((long) score << 40) | ties[item]);
                total++;
            }
        }
        List<SearchHit> hits = new ArrayList<>();
        for (long ranked : best.ordered()) {
            int item = (int) ranked;
            int term = matches.term(item);
            hits.add(new SearchHit(items.get(item), table.text(term), table.kind(term)));
        }
        return new SearchResult(hits, total);
    }
}
