package org.yici.admin.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Marks each request with the connector that accepted it. */
final class ConnectorValve extends ValveBase {
    private final Connector terminals;

    ConnectorValve(Connector terminals) {
        super(true);
        this.terminals = terminals;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean onTerminals = request.getConnector() == terminals;
        (onTerminals ? Connectors.TERMINALS : Connectors.PAGES).mark(request);
        getNext().invoke(request, response);
    }
}
