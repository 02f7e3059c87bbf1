package org.yici.bench.x11;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret that lets us in, looked up in the file that {@code XAUTHORITY} names (format: Xau(3)). */
record Cookie(String name, byte[] secret) {
    private static final String MIT = "MIT-MAGIC-COOKIE-1";

    static Cookie none() {
        return new Cookie("", new byte[0]);
    }

    /** The first cookie for the display; none if the file has none or cannot be read. */
    static Cookie find(Path file, DisplayName display) throws IOException {
        if (!Files.isReadable(file)) {
            return none();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (true) {
                in.readUnsignedShort();
                field(in);
                String number = text(field(in));
                String name = text(field(in));
                byte[] secret = field(in);
                if (name.equals(MIT) && (number.isEmpty() || number.equals(Integer.toString(display.number())))) {
                    return new Cookie(name, secret);
                }
            }
        } catch (EOFException e) {
            return none();
        }
    }

    private static byte[] field(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
