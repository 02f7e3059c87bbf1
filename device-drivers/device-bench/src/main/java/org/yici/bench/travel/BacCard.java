package org.yici.bench.travel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yici.bench.chip.CardProgram;

/**
 * The chip of a travel document with Basic Access Control (ICAO 9303-11, 4.3 and 9.8), made without any of the libraries that drivers use.
 * Files may be put on it and taken off it at any time.
 */
public final class BacCard implements CardProgram {
    private static final byte[] SELECT = HexFormat.of().parseHex("00a4040c07a0000002471001");
    private static final byte[] NOTHING = {};

    private final Map<Integer, Supplier<byte[]>> files = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final byte[] seed;
    private int challengeStatus = 0x9000;
    private IntSupplier most = () -> 256;
    private int tooMuchStatus = 0x6700;
    private boolean tooMuchEnds;
    private boolean unsealed;
    private boolean selected;
    private byte[] challenge = NOTHING;
    private byte[] sealing = NOTHING;
    private byte[] authenticating = NOTHING;
    private byte[] counter = NOTHING;
    private byte[] file = NOTHING;

    /** {@code printed}: number, birth and expiry of the machine-readable zone, each with its check digit. */
    public BacCard(String printed) {
        seed = Arrays.copyOf(sha1(printed.getBytes(StandardCharsets.US_ASCII)), 16);
    }

    /** Also with this file, or with this instead of the one that is there. */
    public BacCard with(int id, byte[] content) {
        byte[] kept = content.clone();
        return with(id, () -> kept);
    }

    /** The same with a file whose content is asked for each time it is selected. */
    BacCard with(int id, Supplier<byte[]> content) {
        files.put(id, content);
        return this;
    }

    /** Without that file. */
    public BacCard without(int id) {
        files.remove(id);
        return this;
    }

    /** Wants another way of access: answers each request for a challenge with that status. */
    public BacCard refusingChallenges(int status) {
        challengeStatus = status;
        return this;
    }

    /**
     * Gives at most so many bytes of a file a command; more is answered with that status.
     *
     * @param ends whether secure messaging ends with it, which is then not sealed
     */
    public BacCard givingAtMost(IntSupplier bytes, int status, boolean ends) {
        most = bytes;
        tooMuchStatus = status;
        tooMuchEnds = ends;
        return this;
    }

    /** Forgets secure messaging once it is open, and answers success alone. */
    public BacCard unsealed() {
        unsealed = true;
        return this;
    }

    @Override
    public byte[] atr() {
        return HexFormat.of().parseHex("3b80800101");
    }

    @Override
    public void reset() {
        selected = false;
        counter = NOTHING;
        file = NOTHING;
    }

    @Override
    public byte[] answer(byte[] command) {
        if (Arrays.equals(command, SELECT)) {
            selected = true;
            return status(0x9000);
        }
        if (!selected) {
            return status(0x6A82);
        }
        if (counter.length > 0) {
            return unsealed ? status(0x9000) : secured(command);
        }
        return switch (command[1] & 0xFF) {
            case 0x84 -> challenge();
            case 0x82 -> authenticated(Arrays.copyOfRange(command, 5, 45));
            default -> status(0x6982);
        };
    }

    private byte[] challenge() {
        challenge = fresh(8);
        return challengeStatus == 0x9000 ? joined(challenge, status(0x9000)) : status(challengeStatus);
    }

    private byte[] authenticated(byte[] data) {
        byte[] sealed = Arrays.copyOf(data, 32);
        byte[] said = cbc(Cipher.DECRYPT_MODE, key(seed, 1), sealed);
        if (!Arrays.equals(mac(key(seed, 2), padded(sealed)), Arrays.copyOfRange(data, 32, 40))
                || !Arrays.equals(challenge, Arrays.copyOfRange(said, 8, 16))) {
            return status(0x6300);
        }
        byte[] mine = fresh(16);
        byte[] session = Arrays.copyOfRange(said, 16, 32);
        for (int i = 0; i < 16; i++) {
            session[i] ^= mine[i];
        }
        byte[] answer = cbc(Cipher.ENCRYPT_MODE, key(seed, 1), joined(challenge, Arrays.copyOf(said, 8), mine));
        sealing = key(session, 1);
        authenticating = key(session, 2);
        counter = joined(Arrays.copyOfRange(challenge, 4, 8), Arrays.copyOfRange(said, 4, 8));
        return joined(answer, mac(key(seed, 2), padded(answer)), status(0x9000));
    }

    private byte[] secured(byte[] command) {
        count();
        int end = 5 + (command[4] & 0xFF);
        byte[] objects = Arrays.copyOfRange(command, 5, end - 10);
        byte[] header = padded(Arrays.copyOf(command, 4));
        byte[] content = objects.length == 0 ? header : joined(header, padded(objects));
        if (command[0] != 0x0C
                || !Arrays.equals(
                        mac(authenticating, joined(counter, content)), Arrays.copyOfRange(command, end - 8, end))) {
            counter = NOTHING;
            return status(0x6988);
        }
        return (command[1] & 0xFF) == 0xA4 ? select(objects) : read(command, objects);
    }

    private byte[] select(byte[] objects) {
        byte[] plain = cbc(Cipher.DECRYPT_MODE, sealing, Arrays.copyOfRange(objects, 3, 11));
        int id = (plain[0] & 0xFF) << 8 | plain[1] & 0xFF;
        Supplier<byte[]> found = files.get(id);
        file = found == null ? NOTHING : found.get();
        return seal(NOTHING, found == null ? 0x6A82 : 0x9000);
    }

    /** Beyond the end there is success and nothing else, as some cards answer. */
    private byte[] read(byte[] command, byte[] objects) {
        int from = Math.min(file.length, (command[2] & 0xFF) << 8 | command[3] & 0xFF);
        int length = objects[objects.length - 1] & 0xFF;
        if (length > most.getAsInt()) {
            byte[] answer = tooMuchEnds ? status(tooMuchStatus) : seal(NOTHING, tooMuchStatus);
            counter = tooMuchEnds ? NOTHING : counter;
            return answer;
        }
        return seal(Arrays.copyOfRange(file, from, Math.min(file.length, from + length)), 0x9000);
    }

    private byte[] seal(byte[] data, int status) {
        count();
        byte[] sealed = data.length == 0 ? NOTHING : cbc(Cipher.ENCRYPT_MODE, sealing, padded(data));
        byte[] first = data.length == 0 ? NOTHING : joined(length(sealed.length + 1), new byte[] {1}, sealed);
        byte[] objects = joined(first, new byte[] {(byte) 0x99, 2}, status(status));
        byte[] code = mac(authenticating, padded(joined(counter, objects)));
        return joined(objects, new byte[] {(byte) 0x8E, 8}, code, status(status));
    }

    private static byte[] length(int length) {
        return length < 0x80
                ? new byte[] {(byte) 0x87, (byte) length}
                : new byte[] {(byte) 0x87, (byte) 0x81, (byte) length};
    }

    private void count() {
        for (int i = 7; i >= 0 && ++counter[i] == 0; i--) {
            // Carried to the next byte.
        }
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(byte[] seed, int use) {
        return Arrays.copyOf(sha1(joined(seed, new byte[] {0, 0, 0, (byte) use})), 16);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] cbc(int mode, byte[] key, byte[] bytes) {
        return des("DESede", mode, joined(key, Arrays.copyOf(key, 8)), bytes);
    }

    private static byte[] des(String name, int mode, byte[] key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(name + "/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, name), new IvParameterSpec(new byte[8]));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ISO/IEC 9797-1, algorithm 3; {@code bytes} are padded. */
    private static byte[] mac(byte[] key, byte[] bytes) {
        byte[] first = Arrays.copyOf(key, 8);
        byte[] all = des("DES", Cipher.ENCRYPT_MODE, first, bytes);
        byte[] last = Arrays.copyOfRange(all, all.length - 8, all.length);
        byte[] middle = des("DES", Cipher.DECRYPT_MODE, Arrays.copyOfRange(key, 8, 16), last);
        return des("DES", Cipher.ENCRYPT_MODE, first, middle);
    }

    private static byte[] padded(byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, bytes.length / 8 * 8 + 8);
        padded[bytes.length] = (byte) 0x80;
        return padded;
    }

    private static byte[] status(int status) {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
