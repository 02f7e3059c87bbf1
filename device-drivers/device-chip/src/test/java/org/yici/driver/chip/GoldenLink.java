package org.yici.driver.chip;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A golden card without a reader: fetches what T=0 wants fetched. */
public final class GoldenLink implements CardLink {
    private final CardProgram card;
    private final UnaryOperator<byte[]> damage;
    private final List<String> heard = new ArrayList<>();

    public GoldenLink(String title) {
        this(Golden.card(title), UnaryOperator.identity());
    }

    /** Each answer passes {@code damage} on its way. */
    public GoldenLink(Golden.GoldenCard card, UnaryOperator<byte[]> damage) {
        this.card = CardProgram.of(card);
        this.damage = damage;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
        ResponseAPDU answer = send(command.getBytes());
        if (answer.getSW1() == 0x61) {
            return send(new byte[] {0, (byte) 0xC0, 0, 0, (byte) answer.getSW2()});
        }
        if (answer.getSW1() == 0x6C) {
            byte[] again = command.getBytes();
            again[again.length - 1] = (byte) answer.getSW2();
            return send(again);
        }
        return answer;
    }

    private ResponseAPDU send(byte[] command) {
        heard.add(HexFormat.of().formatHex(command));
        byte[] answer = damage.apply(card.answer(command));
        return new ResponseAPDU(answer.length < 2 ? new byte[] {0x6F, 0x00} : answer);
    }

    /** All commands that came, in hexadecimal digits. */
    public List<String> heard() {
        return List.copyOf(heard);
    }
}
