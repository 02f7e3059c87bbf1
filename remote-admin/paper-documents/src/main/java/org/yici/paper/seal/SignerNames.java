package org.yici.paper.seal;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The name by which a certificate's owner is shown. */
final class SignerNames {
    private SignerNames() {}

    /** The common name, or else the whole subject. */
    static String of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] commonNames = subject.getRDNs(BCStyle.CN);
        return commonNames.length == 0
                ? certificate.getSubjectX500Principal().getName()
                : IETFUtils.valueToString(commonNames[0].getFirst().getValue());
    }
}
