package org.yici.view.kit;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Cards dealt out on pages, as many on each as there is room for, and never more than seven. */
public final class Paginator {
    private static final int MOST = 7;

    private final List<JComponent> cards;
    private final int columns;
    private final int gap;
    private final List<Integer> starts;

    /** @param keys the height that keys for turning pages need; they are there only if there is more than one */
    public Paginator(List<JComponent> cards, int columns, int gap, int room, int keys) {
        this.cards = List.copyOf(cards);
        this.columns = columns;
        this.gap = gap;
        List<Integer> onOne = starts(room);
        this.starts = onOne.size() == 1 ? onOne : starts(room - gap - keys);
    }

    private List<Integer> starts(int room) {
        List<Integer> found = new ArrayList<>(List.of(0));
        int left = room;
        int onPage = 0;
        for (int i = 0; i < cards.size(); i += columns) {
            int row = rowHeight(i) + gap;
            boolean full = left + gap < row || onPage + columns > MOST;
            if (full && onPage > 0) {
                found.add(i);
                left = room;
                onPage = 0;
            }
            left -= row;
            onPage += columns;
        }
        return found;
    }

    private int rowHeight(int from) {
        return cards.subList(from, Math.min(cards.size(), from + columns)).stream()
                .mapToInt(card -> card.getPreferredSize().height)
                .max()
                .orElse(0);
    }

    public int count() {
        return starts.size();
    }

    public int first(int page) {
        return starts.get(page);
    }

    public int end(int page) {
        return page + 1 < starts.size() ? starts.get(page + 1) : cards.size();
    }

    /** The page on which the card of this number is; the last one if there is no such card. */
    public int with(int card) {
        int page = 0;
        while (page + 1 < count() && first(page + 1) <= card) {
            page++;
        }
        return page;
    }

    public List<JComponent> cards(int page) {
        return cards.subList(first(page), end(page));
    }
}
