package org.yici.admin.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Keeps enrolment codes, by their hashes alone. */
final class CodeStore {
    private final JdbcClient jdbc;

    CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An issued code.
     *
     * @param usedBy hash of the request that used it, empty while it is good
     * @param answer the certificate chain that was given for it
     */
    record Issued(
            byte[] codeHash,
            TerminalId terminal,
            String name,
            String safeModule,
            Instant expires,
            Optional<byte[]> usedBy,
            Optional<String> answer) {}

    /** Adds a code; earlier codes of this terminal that were not used are void. */
    void add(Issued code, Instant now) {
        jdbc.sql("delete from enrolment_code where terminal = ? and used_at is null")
                .param(code.terminal().value())
                .update();
        jdbc.sql(
                        """
                        insert into enrolment_code (code_sha256, terminal, name, safe_module, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        code.codeHash(),
                        code.terminal().value(),
                        code.name(),
                        code.safeModule(),
                        Timestamp.from(now),
                        Timestamp.from(code.expires()))
                .update();
    }

    /**
     * The code with this hash, by the index of hashes: no row of another code is read or locked. How long that takes tells nothing that
     * helps, since whoever asks does not know the hash of a code that he does not have.
     */
    Optional<Issued> find(byte[] codeHash) {
        return find("select * from enrolment_code where code_sha256 = ?", codeHash);
    }

    /** The same, kept from others until the transaction ends. */
    Optional<Issued> lock(byte[] codeHash) {
        return find("select * from enrolment_code where code_sha256 = ? for update", codeHash);
    }

    private Optional<Issued> find(String sql, byte[] codeHash) {
        return jdbc.sql(sql).param(codeHash).query((row, number) -> issued(row)).optional();
    }

    void use(Issued code, byte[] requestHash, String answer, Instant now) {
        jdbc.sql("update enrolment_code set used_at = ?, request_sha256 = ?, answer = ? where code_sha256 = ?")
                .params(Timestamp.from(now), requestHash, answer, code.codeHash())
                .update();
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                row.getBytes("code_sha256"),
                new TerminalId(row.getString("terminal")),
                row.getString("name"),
                row.getString("safe_module"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getBytes("request_sha256")),
                Optional.ofNullable(row.getString("answer")));
    }
}
