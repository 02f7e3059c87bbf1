package org.yici.driver.serial;

/** A configured serial port that can be opened, again and again. */
@FunctionalInterface
public interface SerialOpener {
    /** Opens the port at {@code baud} bits a second and drops what had come before. */
    SerialLink open(int baud) throws SerialLinkException;
}
