package org.yici.service.certificate;

import java.util.UUID;
import java.util.function.Supplier;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.print.PrintService;

/**
 * What certificates are printed with.
 *
 * @param keys fresh UUIDs of version 7, not to be guessed
 */
public record CertificateDependencies(
        UiExecutor executor,
        ScreenFlow flow,
        AgentClient agent,
        CertificateApi api,
        Documents documents,
        PrintService prints,
        ErrorPresenter errors,
        Supplier<UUID> keys) {}
