package org.yici.kiosk.visit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.service.KioskService;
import org.yici.kiosk.service.Requirement;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.kiosk.service.ServiceTile;

/**
 * What can be done here now, told before anybody begins: each {@link Requirement} with the reason why it cannot be met.
 *
 * @param accepted the cards that this terminal has readers for
 * @param devices what each device said last; nothing before the devices are open
 * @param server why the server cannot be asked; empty if it can
 * @param terminal why the terminal serves nobody; empty if it does
 * @param stopped services that were stopped until staff release them
 * @param printOpen whether a print of a former session may still come out
 */
record Availability(
        Set<Card> accepted,
        Map<DeviceKind, DeviceStatus> devices,
        Optional<ErrorCode> server,
        Optional<ErrorCode> terminal,
        Map<StoppableService, ErrorCode> stopped,
        boolean printOpen) {
    Availability {
        accepted = Set.copyOf(accepted);
        devices = Map.copyOf(devices);
        stopped = Map.copyOf(stopped);
    }

    static Availability unknown(Set<Card> accepted) {
        return new Availability(accepted, Map.of(), Optional.empty(), Optional.empty(), Map.of(), false);
    }

    /** Why nobody can be served at all: the terminal is out of order, or none of {@code services} could be. */
    Optional<DisplayedError> anything(ServiceRegistry services) {
        if (terminal.isPresent()) {
            return terminal.map(DisplayedError::of);
        }
        boolean someNeedNoCard = services.services().stream()
                .anyMatch(service -> service.identity().isEmpty());
        return someNeedNoCard || !cards().isEmpty()
                ? Optional.empty()
                : Optional.of(DisplayedError.of(ErrorCode.READER_GONE));
    }

    /** The cards that can be read now. */
    Set<Card> cards() {
        Set<Card> cards = EnumSet.noneOf(Card.class);
        for (Card card : accepted) {
            if (Optional.ofNullable(devices.get(card.reader()))
                    .map(Availability::mayRead)
                    .orElse(true)) {
                cards.add(card);
            }
        }
        return cards;
    }

    private static boolean mayRead(DeviceStatus status) {
        return status.state().usable() || status.state() == DeviceState.STARTING;
    }

    /** The services as the menu offers them. */
    List<ServiceTile> tiles(ServiceRegistry services) {
        return services.services().stream()
                .map(service -> new ServiceTile(service.id(), whyNot(service)))
                .toList();
    }

    /** Why {@code service} cannot be used now; of several reasons the one that nothing else mends. */
    Optional<DisplayedError> whyNot(KioskService service) {
        if (terminal.isPresent()) {
            return terminal.map(DisplayedError::of);
        }
        if (isStopped(service.id())) {
            return Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED));
        }
        Set<Requirement> needs = service.needs();
        Optional<DisplayedError> reason = Optional.empty();
        if (needs.contains(Requirement.Resource.PRINTER)) {
            reason = printer();
        }
        if (reason.isEmpty() && needs.contains(Requirement.Resource.SERVER)) {
            reason = server.map(DisplayedError::of);
        }
        return reason.isPresent() ? reason : service.identity().flatMap(this::identity);
    }

    private boolean isStopped(ServiceId service) {
        return stopped.keySet().stream().anyMatch(one -> one.word().equals(service.value()));
    }

    private Optional<DisplayedError> printer() {
        Optional<DisplayedError> atPrinter =
                Optional.ofNullable(devices.get(DeviceKind.DOCUMENT_PRINTER)).flatMap(PrinterErrorMapper::of);
        return atPrinter.isEmpty() && printOpen ? Optional.of(DisplayedError.of(ErrorCode.PRINTER_GONE)) : atPrinter;
    }

    private Optional<DisplayedError> identity(Requirement.Identity needed) {
        boolean someCard = cards().stream().map(Card::factor).anyMatch(needed.anyOf()::contains);
        return someCard ? Optional.empty() : Optional.of(DisplayedError.of(ErrorCode.READER_GONE));
    }

    /** Whether an order would reach the printer. */
    boolean printerAnswers() {
        return Optional.ofNullable(devices.get(DeviceKind.DOCUMENT_PRINTER))
                .filter(status -> status.state().usable())
                .isPresent();
    }

    /** The same with what a device says of itself. */
    Availability with(DeviceStatus status) {
        Map<DeviceKind, DeviceStatus> now = new EnumMap<>(DeviceKind.class);
        now.putAll(devices);
        now.put(status.kind(), status);
        return new Availability(accepted, now, server, terminal, stopped, printOpen);
    }

    /** The same with what the agent says. */
    Availability with(AgentClient.DisplayGrant grant) {
        return new Availability(accepted, devices, grant.server(), grant.outOfOrder(), grant.stopped(), printOpen);
    }

    Availability withPrintOpen(boolean open) {
        return new Availability(accepted, devices, server, terminal, stopped, open);
    }
}
