package org.yici.kiosk.visit;

import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.ui.CitizenAction;

/** What a citizen does before and between services. */
public sealed interface VisitAction extends CitizenAction {
    /** One of the services, on the idle screen or in the menu. */
    record ChooseService(ServiceId service) implements VisitAction {}
}
