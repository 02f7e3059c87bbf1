package org.yici.contract.message;

/**
 * The last message of a connection: published before a clean disconnect, or by the broker as the will.
 *
 * @param version version of this message's form, 1
 * @param connection the connection that ended
 * @param clean true if the terminal said so itself
 */
public record Death(int version, String terminal, long connection, boolean clean) {}
