package org.yici.admin.refusal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.yici.base.TerminalId;

/**
 * To whom something was refused: a terminal, the address of a browser, or nobody known. What a stranger can choose freely never becomes
 * a row of its own: the {@link RefusalStore} keeps enrolled terminals and a limited number of addresses apart, all others together.
 *
 * @param name a terminal's id or an address; empty for nobody known
 */
public record Who(String name) {
    public static final Who NOBODY = new Who("");

    private static final int NETWORK_BYTES = 8;
    /** What a proxy hands on as an address may be anything; a name is never looked up. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    public static Who terminal(TerminalId terminal) {
        return new Who(terminal.value());
    }

    /** @param name that a certificate of the terminals' authority bears */
    public static Who terminalNamed(String name) {
        return TerminalId.isValid(name) ? new Who(name) : NOBODY;
    }

    /**
     * A browser, by its address as the server saw it; of IPv6 the network alone counts, since a machine has as many addresses in it as
     * it likes.
     */
    public static Who browser(String address) {
        if (!NUMERIC.matcher(address).matches()) {
            return NOBODY;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length == 4) {
                return new Who(address);
            }
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            return new Who(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
        } catch (UnknownHostException e) {
            return NOBODY;
        }
    }
}
