package org.yici.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.admin.config.ServiceConfig;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;

/** A database that takes what it is asked and then stops: whoever wants a connection gets an error, and no line stays open. */
@Timeout(60)
class StoppedDatabaseTest {
    /** No TLS: the answer to the driver's first question. */
    private static final byte[] NO_TLS = {'N'};
    /** The head of a message that is longer than what comes of it in a minute. */
    private static final int LONG = 20_000;

    /** One message of PostgreSQL's protocol, version 3. */
    private static byte[] message(char type, int length, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(length)
                .put(body)
                .array();
    }

    private static byte[] whole(char type, byte... body) {
        return message(type, 4 + body.length, body);
    }

    private static byte[] parameter(String name, String value) {
        return whole('S', (name + "\0" + value + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void isAnErrorAndNoLineStays(CounterpartThatStops database) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/yici";
        try (HikariDataSource pool =
                StoreWiring.pool(new ServiceConfig.Database(url, "yici", ""), Duration.ofSeconds(2))) {
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
            assertThat(database.wasAsked(0, TimeUnit.SECONDS)).isTrue();
            assertThat(database.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAnErrorWhenItStopsAtTheLogin(Way way) throws Exception {
        byte[] refusalBegun = together(NO_TLS, message('E', LONG, new byte[0]));
        try (CounterpartThatStops database = CounterpartThatStops.onLoopback(way, refusalBegun)) {
            isAnErrorAndNoLineStays(database);
        }
    }

    /** The pool asks a new connection whether it is good. */
    @ParameterizedTest
    @EnumSource(names = "SAYS_NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void isAnErrorWhenItStopsInTheAnswerToAStatement(Way way) throws Exception {
        byte[] answerBegun = together(
                NO_TLS,
                whole('R', (byte) 0, (byte) 0, (byte) 0, (byte) 0),
                parameter("server_version", "15.0"),
                parameter("client_encoding", "UTF8"),
                parameter("DateStyle", "ISO, MDY"),
                parameter("standard_conforming_strings", "on"),
                parameter("integer_datetimes", "on"),
                whole('K', new byte[8]),
                whole('Z', (byte) 'I'),
                message('E', LONG, new byte[0]));
        try (CounterpartThatStops database = CounterpartThatStops.onLoopback(way, answerBegun)) {
            isAnErrorAndNoLineStays(database);
        }
    }
}
