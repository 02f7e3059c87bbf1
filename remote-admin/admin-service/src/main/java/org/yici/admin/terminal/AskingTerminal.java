package org.yici.admin.terminal;

import jakarta.servlet.http.HttpServletRequest;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;

/** Remembers with a request which terminal asks, as soon as that is known, so that a refusal can be counted under its name. */
public final class AskingTerminal {
    private static final String ATTRIBUTE = AskingTerminal.class.getName();

    private AskingTerminal() {}

    public static void is(HttpServletRequest request, TerminalId terminal) {
        request.setAttribute(ATTRIBUTE, Who.terminal(terminal));
    }

    /** Nobody known before somebody found out. */
    public static Who of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Who who ? who : Who.NOBODY;
    }
}
