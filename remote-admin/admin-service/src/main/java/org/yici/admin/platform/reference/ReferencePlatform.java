package org.yici.admin.platform.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.platform.CopyOrder;
import org.yici.admin.platform.Issue;
import org.yici.admin.platform.NumberedCopy;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.base.Time;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.Offers.Offer;
import org.yici.contract.https.Offers.Wording;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.certificate.InsuranceCertificate;
import org.yici.paper.certificate.UnprintableTextException;

/**
 * A platform for demonstrations and tests: an invented department that issues 社会保险个人参保证明 to invented people. Everything it
 * issues carries «样张»; nothing switches that off.
 */
final class ReferencePlatform implements Platform {
    static final String KIND = "social-insurance-record";

    /** Invented: the authority's credit code (region 000100, check character by GB 32100), and its type of certificate no. 1. */
    static final String TYPE_CODE = "11000100000000019X" + "001";
    /** Invented: the issuing department's credit code. */
    static final String ISSUER_CODE = "12000100000000027M";

    private static final String ENGLISH_TITLE = "Personal Social Insurance Record";
    private static final String ENGLISH_ISSUER = "the Demonstration Province Social Insurance Centre";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String VERSION = "001";

    private final Register register;
    private final ReferenceStore store;
    private final CertificatePress certificates;
    private final DocumentExecutor documents;
    private final TransactionOperations transaction;
    private final Time time;

    ReferencePlatform(
            Register register,
            ReferenceStore store,
            CertificatePress certificates,
            DocumentExecutor documents,
            TransactionOperations transaction,
            Time time) {
        this.register = register;
        this.store = store;
        this.certificates = certificates;
        this.documents = documents;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public List<Offer> offers(Citizen citizen) {
        Optional<Register.Person> person = register.find(citizen);
        if (person.isEmpty()) {
            return List.of(offer(
                    false,
                    "没有查到您的登记信息。请带身份证到社会保险经办窗口核对，办好后再来打印。",
                    "You are not registered here. Please take your ID card to a social insurance counter first."));
        }
        if (person.get().insurance().isEmpty()) {
            return List.of(
                    offer(
                            false,
                            "没有查到您的参保记录，现在不能出具这份证明。如已参保，请联系单位或到社会保险经办窗口核对；如需参保，可在窗口登记。",
                            "No insurance record was found. If you are insured, ask your employer or a social insurance counter."));
        }
        return List.of(offer(
                true,
                "证明您参加社会保险的险种、状态和缴费时间，可用于贷款、入学、求职等。",
                "Shows your social insurance, for example for a loan, a school or an employer."));
    }

    private static Offer offer(boolean available, String sentence, String english) {
        return new Offer(
                KIND,
                InsuranceCertificate.TITLE,
                CertificatePress.ISSUER,
                available,
                sentence,
                Map.of("en", new Wording(ENGLISH_TITLE, ENGLISH_ISSUER, english)));
    }

    @Override
    public Issue issue(CopyOrder order) throws PlatformException {
        Optional<Register.Person> person = register.find(order.citizen())
                .filter(known -> !known.insurance().isEmpty())
                .filter(known -> order.kind().equals(KIND));
        try {
            return person.isEmpty() ? new Issue.NotAvailable() : issue(order, person.get());
        } catch (UnprintableTextException e) {
            return new Issue.NotAvailable();
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            throw new PlatformException("the reference platform failed", e);
        }
    }

    @Override
    public Optional<NumberedCopy> find(String copyId) throws PlatformException {
        try {
            return store.copy(copyId).map(copy -> issued(copy).numbered());
        } catch (DataAccessException e) {
            throw new PlatformException("the reference platform failed", e);
        }
    }

    private Issue issue(CopyOrder order, Register.Person person) throws PlatformException {
        Optional<ReferenceStore.Copy> before = store.copy(order.copyId());
        if (before.isPresent()) {
            return again(before.get(), order, person);
        }
        ReferenceStore.Certificate certificate = certificate(person);
        try {
            return Objects.requireNonNull(transaction.execute(status -> number(certificate, order, person)));
        } catch (DuplicateKeyException e) {
            // Numbered meanwhile as a copy of another certificate: at midnight, or the order's name is used twice.
            return again(store.copy(order.copyId()).orElseThrow(() -> e), order, person);
        }
    }

    /** The next copy of this certificate; copies of one are numbered one after another, and a number is given with its copy or not at all. */
    private Issue number(ReferenceStore.Certificate certificate, CopyOrder order, Register.Person person) {
        store.lock(certificate.identifier());
        Optional<ReferenceStore.Copy> before = store.copy(order.copyId());
        return before.isPresent()
                ? again(before.get(), order, person)
                : issued(new ReferenceStore.Copy(certificate, store.addCopy(certificate.identifier(), order.copyId())));
    }

    private static Issue again(ReferenceStore.Copy copy, CopyOrder order, Register.Person person) {
        boolean same = copy.certificate().holderNumber().equals(person.number())
                && copy.certificate().kind().equals(order.kind());
        return same ? issued(copy) : new Issue.OrderReused();
    }

    private static Issue.Issued issued(ReferenceStore.Copy copy) {
        return new Issue.Issued(
                copy.certificate().identifier(),
                InsuranceCertificate.TITLE,
                copy.copyNumber(),
                copy.certificate().sheets(),
                copy.certificate().document());
    }

    /** Today's certificate of this person, made if it is the day's first. No transaction is open meanwhile. */
    private ReferenceStore.Certificate certificate(Register.Person person) throws PlatformException {
        LocalDate day = LocalDate.ofInstant(time.now(), CHINA);
        Optional<ReferenceStore.Certificate> before = store.find(person.number(), KIND, day);
        return before.isPresent() ? before.get() : documents.run(() -> first(person, day));
    }

    /** Somebody else may have made it while this one waited for its turn, or makes it beside this one: then theirs counts. */
    private ReferenceStore.Certificate first(Register.Person person, LocalDate day) {
        return store.find(person.number(), KIND, day).orElseGet(() -> {
            ReferenceStore.Certificate made = make(person, day);
            return store.add(made, day)
                    ? made
                    : store.find(person.number(), KIND, day).orElseThrow();
        });
    }

    private ReferenceStore.Certificate make(Register.Person person, LocalDate day) {
        CertificateIdentifier identifier = identifier(day, store.nextSerial());
        try {
            CertificatePress.Sealed sealed = certificates.make(person, identifier, day, time.now());
            return new ReferenceStore.Certificate(
                    identifier.toString(), person.number(), KIND, sealed.sheets(), sealed.pdf());
        } catch (IOException e) {
            throw new UncheckedIOException("sealing in memory failed", e);
        }
    }

    private static CertificateIdentifier identifier(LocalDate day, long serial) {
        String number = DateTimeFormatter.BASIC_ISO_DATE.format(day) + String.format(Locale.ROOT, "%06d", serial);
        return new CertificateIdentifier(TYPE_CODE, ISSUER_CODE, number, VERSION);
    }

    /** Makes a certificate for nobody and drops it, so that the first citizen does not wait for classes and fonts. */
    void warmUp() {
        Instant now = time.now();
        Register.Insurance insurance = new Register.Insurance("企业职工基本养老保险", "正常参保", YearMonth.of(2020, 1), null);
        Register.Person nobody =
                new Register.Person("000101198802290029", "样张", null, List.of(insurance, insurance, insurance));
        LocalDate day = LocalDate.ofInstant(now, CHINA);
        try {
            certificates.make(nobody, identifier(day, 0), day, now);
        } catch (IOException e) {
            throw new UncheckedIOException("sealing in memory failed", e);
        }
    }
}
