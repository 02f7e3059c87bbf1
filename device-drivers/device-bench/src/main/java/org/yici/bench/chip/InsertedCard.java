package org.yici.bench.chip;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** One card from when it is put in until it is taken, and what was said to it. Any thread. */
final class InsertedCard {
    /** More than a reading has by far; what a reader asks for ever is only counted. */
    private static final int MOST_KEPT = 10_000;

    private final ChipCard card;
    private final CardProgram program;
    private final Whim whim;
    private final Runnable changed;
    private final List<String> heard = new ArrayList<>();
    private CardTalk talk = CardTalk.NONE;

    InsertedCard(ChipCard card, CardProgram program, Whim whim, Runnable changed) {
        this.card = card;
        this.program = program;
        this.whim = whim;
        this.changed = changed;
    }

    ChipCard card() {
        return card;
    }

    byte[] atr() {
        return program.atr();
    }

    void power() {
        program.reset();
    }

    void reset() {
        program.reset();
        update(CardTalk::withReset);
    }

    Reaction react(byte[] command) {
        int number = update(CardTalk::withCommand).commands();
        keep(HexFormat.of().formatHex(command));
        Reaction reaction = whim.instead(number, command, program.answer(command));
        update(now -> now.with(reaction));
        return reaction;
    }

    private synchronized void keep(String command) {
        if (heard.size() < MOST_KEPT) {
            heard.add(command);
        }
    }

    private CardTalk update(UnaryOperator<CardTalk> change) {
        CardTalk now;
        synchronized (this) {
            now = change.apply(talk);
            talk = now;
        }
        changed.run();
        return now;
    }

    synchronized CardTalk talk() {
        return talk;
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }
}
