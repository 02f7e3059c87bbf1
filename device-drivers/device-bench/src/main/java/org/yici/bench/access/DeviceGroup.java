package org.yici.bench.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The group that may use the bench's devices besides the bench's own user. Without one nothing is shared, and files keep the owner and the
 * permissions that they were made with.
 */
public record DeviceGroup(Optional<String> name) {
    /** Makes the folder and those above it that are missing; the group gets through all that were made, and into this one. */
    public void makeFolder(Path folder) throws IOException {
        makeMissing(folder);
        share(folder, "rwxr-x---");
    }

    private void makeMissing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above != null) {
                makeMissing(above);
            }
            Files.createDirectory(folder);
            share(folder, "rwxr-x---");
        }
    }

    /** Lets the group read and write a file, a socket or a terminal. */
    public void shareFile(Path file) throws IOException {
        share(file, "rw-rw----");
    }

    private void share(Path shared, String permissions) throws IOException {
        if (name.isEmpty()) {
            return;
        }
        var view = Files.getFileAttributeView(shared, PosixFileAttributeView.class);
        view.setGroup(shared.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(name.get()));
        view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
}
