package org.yici.service.certificate;

import org.yici.kiosk.ui.CitizenAction;

/** What a citizen does on the screens of certificates. */
public sealed interface CertificateAction extends CitizenAction {
    /** One of the offers. */
    record ChooseOffer(String kind) implements CertificateAction {}

    /** 同意并继续. */
    record Agree() implements CertificateAction {}

    /** 打印 on the preview. */
    record Print() implements CertificateAction {}
}
