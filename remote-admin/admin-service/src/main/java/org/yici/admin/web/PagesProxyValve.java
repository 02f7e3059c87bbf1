package org.yici.admin.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;

/** Believes the forwarding headers of the proxy that stands before the pages; at the terminals' port nobody's. */
final class PagesProxyValve extends RemoteIpValve {
    PagesProxyValve() {
        setRemoteIpHeader("X-Forwarded-For");
        setProtocolHeader("X-Forwarded-Proto");
        setHostHeader("X-Forwarded-Host");
        setPortHeader("X-Forwarded-Port");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (Connectors.PAGES.matches(request)) {
            super.invoke(request, response);
        } else {
            getNext().invoke(request, response);
        }
    }
}
