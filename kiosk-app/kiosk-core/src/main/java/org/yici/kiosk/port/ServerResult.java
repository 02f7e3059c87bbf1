package org.yici.kiosk.port;

import org.yici.contract.https.ProblemCode;

/** What came of a request to the server. */
public sealed interface ServerResult<T> {
    /** What was asked for. */
    record Success<T>(T value) implements ServerResult<T> {}

    /** The server understood and refused. */
    record Refused<T>(ProblemCode code) implements ServerResult<T> {}

    /** No answer in time, or no pass to ask with: whether the server heard the request is not known. */
    record Unreachable<T>() implements ServerResult<T> {}

    /** The server failed, or answered what this program does not understand. */
    record ServerError<T>() implements ServerResult<T> {}
}
