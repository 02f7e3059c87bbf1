package org.yici.driver.chip;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yici.bench.chip.CardProgram;

/** A golden card without a reader. */
public final class GoldenLink extends ProgramLink {
    private final UnaryOperator<byte[]> damage;
    private final List<String> heard = new ArrayList<>();

    public GoldenLink(String title) {
        this(Golden.card(title), UnaryOperator.identity());
    }

    /** Each answer passes {@code damage} on its way. */
    public GoldenLink(Golden.GoldenCard card, UnaryOperator<byte[]> damage) {
        super(new GoldenProgram(card));
        this.damage = damage;
    }

    @Override
    byte[] answer(byte[] command, CardProgram program) {
        heard.add(HexFormat.of().formatHex(command));
        return damage.apply(program.answer(command));
    }

    /** All commands that came, in hexadecimal digits. */
    public List<String> heard() {
        return List.copyOf(heard);
    }
}
