package org.yici.journey.port;

import org.yici.contract.https.ProblemCode;

/** What came of a request to the centre. */
public sealed interface Answer<T> {
    /** What was asked for. */
    record Given<T>(T value) implements Answer<T> {}

    /** The centre understood and refused. */
    record Refused<T>(ProblemCode code) implements Answer<T> {}

    /** No answer in time, or no pass to ask with: whether the centre heard the request is not known. */
    record Unreachable<T>() implements Answer<T> {}

    /** The centre failed, or answered what this program does not understand. */
    record Faulty<T>() implements Answer<T> {}
}
