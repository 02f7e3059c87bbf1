package org.yici.driver.ipp;

import com.hp.jipp.encoding.IppPacket;

/** What came back for a request. */
sealed interface IppReply {
    /** An IPP answer, success or refusal. */
    record Answer(IppPacket packet) implements IppReply {}

    /** No connection could be made: nothing was sent. */
    record Unreachable(String seen) implements IppReply {}

    /** Its certificate is not the one that it is known by: nothing was sent. */
    record Untrusted(String sha256) implements IppReply {}

    /** HTTP itself refused (4xx): the request was not carried out. */
    record HttpRefused(int code) implements IppReply {}

    /** Something was sent and no answer came: whether it was carried out is not known. */
    record Broken(String seen) implements IppReply {}

    /** An answer came that cannot be understood: whether it was carried out is not known. */
    record Garbled(String seen) implements IppReply {}
}
