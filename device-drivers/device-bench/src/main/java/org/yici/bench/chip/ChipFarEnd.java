package org.yici.bench.chip;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reader for chip cards as a kiosk finds it through PC/SC: Debian's service with the virtual reader of {@code vsmartcard-vpcd}, and the card
 * that is in it. The card stays where it is when the reader is unplugged or the service ends, and is there again afterwards. The virtual reader
 * cannot come and go while its service runs: to plug and to unplug starts the service anew. Any thread; nothing runs before {@link #startService}.
 */
public final class ChipFarEnd implements AutoCloseable {
    /** How the service calls the reader: its configured name, and the numbers of device and slot. */
    public static final String READER = "Virtual PCD 00 00";

    /** The service looks at its slots every 0.4 s. */
    private static final Duration TO_SEE_IT_GO = Duration.ofSeconds(5);

    private final ServiceFolder folder;
    private final ServiceView view;
    private final Pcscd service;
    private final Runnable changed;
    private final Supplier<List<String>> missing;
    private final Set<ChipQuirk> quirks = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged;
    private int port;
    private @Nullable CardLine line;
    private volatile @Nullable InsertedCard inserted;
    private volatile @Nullable InsertedCard last;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * @param folder where the service's socket will lie; made if it is missing
     * @param group who may use the service besides the bench's own user
     * @param changed called when a card was spoken to or went by itself, or the service ended, on some thread
     */
    public ChipFarEnd(Path folder, Optional<String> group, Runnable changed) throws IOException {
        this(folder, group, changed, DebianPackage::missing);
    }

    /**
     * @param missing the names of packages that the machine lacks
     */
    ChipFarEnd(Path folder, Optional<String> group, Runnable changed, Supplier<List<String>> missing)
            throws IOException {
        this.missing = missing;
        this.folder = new ServiceFolder(folder, group);
        this.view = new ServiceView(this.folder.socket());
        this.changed = changed;
        this.service = new Pcscd(this.folder, view, changed);
    }

    /** What the kiosk's PC/SC library has to be led to ({@link PcscLibrary#SOCKET_VARIABLE}); it is there while the service runs. */
    public Path socket() {
        return folder.socket();
    }

    /** Packages of Debian that this needs and the machine lacks. */
    public List<String> missingPackages() {
        return missing.get();
    }

    /** Why the service does not run although it should; empty: it does, or it was killed. */
    public Optional<String> trouble() {
        return service.isDead() && trouble.isEmpty()
                ? Optional.of("the smart-card service ended: " + folder.lastWord())
                : trouble;
    }

    public boolean serviceRuns() {
        return service.runs();
    }

    /** Starts the service, with the reader if it is plugged; returns when it answers. Running already, it goes on. */
    public synchronized void startService() throws IOException {
        if (service.runs()) {
            return;
        }
        service.kill();
        try {
            start();
            trouble = Optional.empty();
        } catch (IOException | RuntimeException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void start() throws IOException {
        List<String> lacking = missingPackages();
        if (!lacking.isEmpty()) {
            throw new IOException("a reader for chip cards needs the packages " + String.join(", ", lacking));
        }
        port = folder.configure(plugged).orElse(0);
        service.start();
        contact();
    }

    /** Ends the service as a crash would. */
    public synchronized void killService() throws IOException {
        trouble = Optional.empty();
        service.kill();
        loseContact();
    }

    public boolean isPlugged() {
        return plugged;
    }

    public synchronized void plug() throws IOException {
        set(true);
    }

    public synchronized void unplug() throws IOException {
        set(false);
    }

    private void set(boolean in) throws IOException {
        if (plugged == in) {
            return;
        }
        plugged = in;
        if (service.runs()) {
            killService();
            startService();
        }
    }

    /** Puts a card in. False: another is in it. Waits, if need be, until the service has seen the one before go. */
    public boolean insert(ChipCard card) throws IOException {
        return insert(card, new Oddities(this::has));
    }

    /** The same with a whim instead of the switches that change answers. */
    public synchronized boolean insert(ChipCard card, Whim whim) throws IOException {
        if (inserted != null) {
            return false;
        }
        awaitEmptySlot();
        InsertedCard fresh = new InsertedCard(card, card.maker().program(this::has), whim, changed);
        inserted = fresh;
        last = fresh;
        contact();
        return true;
    }

    /** A card that comes before the service has seen the last one go is taken for that one; no hand is that fast. */
    private void awaitEmptySlot() throws IOException {
        long began = System.nanoTime();
        while (plugged && isCardSeen()) {
            if (System.nanoTime() - began > TO_SEE_IT_GO.toNanos()) {
                throw new IOException("the smart-card service does not see that the last card is gone");
            }
            Pause.moment();
        }
    }

    private void contact() throws IOException {
        InsertedCard card = inserted;
        if (card != null && plugged && service.runs()) {
            line = new CardLine(port, card, () -> yanked(card));
        }
    }

    private void loseContact() throws IOException {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /** On the card's thread, which may hold up whoever waits for it. */
    private void yanked(InsertedCard card) {
        if (inserted == card) {
            inserted = null;
        }
        changed.run();
    }

    /** Pulls the card. False: none is in it. */
    public synchronized boolean take() throws IOException {
        boolean was = inserted != null;
        inserted = null;
        loseContact();
        return was;
    }

    /** Whether the service, if it runs, sees a card in the reader; it looks every 0.4 s. */
    public boolean isCardSeen() throws IOException {
        return service.runs() && view.isCardIn(READER);
    }

    /** The card that is in it. */
    public Optional<ChipCard> card() {
        return Optional.ofNullable(inserted).map(InsertedCard::card);
    }

    /** What was said to the card that is in it, or to the last one. */
    public CardTalk talk() {
        return Optional.ofNullable(last).map(InsertedCard::talk).orElse(CardTalk.NONE);
    }

    /** All commands to that card, in hexadecimal digits; of very many the first 10,000. */
    public List<String> heard() {
        return Optional.ofNullable(last).map(InsertedCard::heard).orElse(List.of());
    }

    /** From now on so, or no longer. */
    public void set(ChipQuirk quirk, boolean on) {
        if (on) {
            quirks.add(quirk);
        } else {
            quirks.remove(quirk);
        }
    }

    public boolean has(ChipQuirk quirk) {
        return quirks.contains(quirk);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            take();
        } finally {
            service.close();
        }
    }
}
