package org.yici.driver.chip;

import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.yici.bench.chip.CardProgram;

/** A card without a reader: fetches what T=0 wants fetched, as the provider does. */
class ProgramLink implements CardLink {
    private final CardProgram card;

    ProgramLink(CardProgram card) {
        this.card = card;
    }

    @Override
    public final ResponseAPDU transmit(CommandAPDU command) {
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
        byte[] answer = answer(command, card);
        return new ResponseAPDU(answer.length < 2 ? new byte[] {0x6F, 0x00} : answer);
    }

    byte[] answer(byte[] command, CardProgram program) {
        return program.answer(command);
    }
}
