package org.yici.admin.platform.reference;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the reference platform issued, in its own schema. */
final class ReferenceStore {
    /** The schema. */
    static final String SCHEMA = "reference";

    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A certificate that was issued; copies of it are numbered. */
    record Certificate(String identifier, String holderNumber, String kind, int sheets, byte[] document) {
        @Override
        public String toString() {
            return "Certificate";
        }
    }

    /** A copy that was given out. */
    record Copy(Certificate certificate, int copyNumber) {}

    Optional<Copy> copy(String copyId) {
        return jdbc.sql(
                        """
                        select certificate.*, copy.copy_number from reference.copy
                        join reference.certificate using (identifier) where copy.copy_id = ?
                        """)
                .param(copyId)
                .query((row, number) -> new Copy(certificate(row), row.getInt("copy_number")))
                .optional();
    }

    /** Keeps others from numbering copies of this certificate until the transaction ends. */
    void lock(String identifier) {
        jdbc.sql("select 1 from reference.certificate where identifier = ? for update")
                .param(identifier)
                .query(Integer.class)
                .single();
    }

    /** This person's certificate of this kind and day. */
    Optional<Certificate> find(String holderNumber, String kind, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from reference.certificate
                        where holder_number = ? and kind = ? and issued_on = ?
                        """)
                .params(holderNumber, kind, Date.valueOf(day))
                .query((row, number) -> certificate(row))
                .optional();
    }

    long nextSerial() {
        return jdbc.sql("select nextval('reference.certificate_serial')")
                .query(Long.class)
                .single();
    }

    /** Adds a certificate; false if this person got one of this kind and day meanwhile. */
    boolean add(Certificate certificate, LocalDate day) {
        return jdbc.sql(
                                """
                                insert into reference.certificate
                                    (identifier, holder_number, kind, issued_on, sheets, copies, document)
                                values (?, ?, ?, ?, ?, 0, ?) on conflict (holder_number, kind, issued_on) do nothing
                                """)
                        .params(
                                certificate.identifier(),
                                certificate.holderNumber(),
                                certificate.kind(),
                                Date.valueOf(day),
                                certificate.sheets(),
                                certificate.document())
                        .update()
                == 1;
    }

    /** Numbers one more copy of a locked certificate. */
    int addCopy(String identifier, String copyId) {
        int number = jdbc.sql(
                        "update reference.certificate set copies = copies + 1 where identifier = ? returning copies")
                .param(identifier)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into reference.copy (copy_id, identifier, copy_number) values (?, ?, ?)")
                .params(copyId, identifier, number)
                .update();
        return number;
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                row.getString("identifier"),
                row.getString("holder_number"),
                row.getString("kind"),
                row.getInt("sheets"),
                row.getBytes("document"));
    }
}
