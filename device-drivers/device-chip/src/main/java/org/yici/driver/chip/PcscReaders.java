package org.yici.driver.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.smartcardio.CardTerminal;
import org.yici.device.Candidate;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;

/** What the smart-card service knows of readers, as candidates: each reader, or in their place what has to be done before there is one. */
final class PcscReaders {
    private PcscReaders() {}

    /** No card is talked with. */
    static List<Candidate> of(PcscService service) {
        try (PcscConnection connection = service.open()) {
            List<Candidate> found = new ArrayList<>();
            for (String name : connection.readers()) {
                Optional<CardTerminal> reader = connection.reader(name);
                if (reader.isPresent()) {
                    found.add(candidate(name, found.size(), connection.isCardIn(reader.get())));
                }
            }
            return found.isEmpty()
                    ? List.of(advice("runs and knows no reader: plug one in, or install its driver (libccid)"))
                    : found;
        } catch (PcscTrouble e) {
            return List.of(advice(words(e)));
        }
    }

    private static Candidate candidate(String name, int before, boolean cardIn) {
        DeviceId id = new DeviceId(before == 0 ? "chip-card-reader" : "chip-card-reader-" + (before + 1));
        DeviceConfig config =
                new DeviceConfig(id, DeviceKind.CHIP_CARD_READER, PcscDriver.NAME, Map.of("reader", name));
        return new Candidate(
                cardIn ? name + ", a card is in it" : name,
                Optional.of(config),
                Map.of("reader", name, "card", cardIn ? "in" : "none"));
    }

    private static Candidate advice(String words) {
        return new Candidate("the smart-card service " + words, Optional.empty(), Map.of());
    }

    private static String words(PcscTrouble trouble) {
        return switch (trouble.kind()) {
            case SERVICE_GONE -> "does not run (" + trouble.nativeCode() + "): install and start pcscd";
            case LIBRARY_MISSING -> "cannot be asked (" + trouble.nativeCode() + "): install libpcsclite1";
            case READER_GONE, BUSY, CARD -> "refuses to name its readers (" + trouble.nativeCode() + ")";
        };
    }
}
