package org.yici.agent.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yici.base.Folders;

/** Where the terminal's key lies: a PKCS#12 file and, beside it, its password; both 0600. */
public record KeyFiles(Path keyStore, Path password) {
    /** The key's name in the key store. */
    public static final String ALIAS = "terminal";

    /** The files of the terminal below {@code folders}. */
    public static KeyFiles of(Folders folders) {
        return in(folders.state());
    }

    static KeyFiles in(Path folder) {
        return new KeyFiles(folder.resolve("terminal.p12"), folder.resolve("terminal.password"));
    }

    /** Whether this machine is enrolled: the key store comes last. */
    public boolean exist() {
        return Files.exists(keyStore);
    }
}
