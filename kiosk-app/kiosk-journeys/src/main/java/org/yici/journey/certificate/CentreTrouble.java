package org.yici.journey.certificate;

import org.yici.base.ErrorCode;
import org.yici.contract.https.ProblemCode;
import org.yici.journey.port.Answer;

/** What the centre's refusals mean to a citizen. */
final class CentreTrouble {
    private CentreTrouble() {}

    static ErrorCode code(Answer<?> answer) {
        if (answer instanceof Answer.Unreachable<?>) {
            return ErrorCode.CENTRE_GONE;
        }
        if (answer instanceof Answer.Refused<?> refusal && refusal.code() == ProblemCode.LEVEL_TOO_LOW) {
            return ErrorCode.CARD_NOT_ENOUGH;
        }
        if (answer instanceof Answer.Refused<?> refusal && refusal.code() == ProblemCode.EVIDENCE_NOT_CURRENT) {
            return ErrorCode.CARD_READ_TOO_OLD;
        }
        if (answer instanceof Answer.Refused<?> refusal && refusal.code() == ProblemCode.PLATFORM_BUSY) {
            return ErrorCode.CENTRE_BUSY;
        }
        boolean refused = answer instanceof Answer.Refused<?> refusal && isFinal(refusal.code());
        return refused ? ErrorCode.CENTRE_REFUSED : ErrorCode.CENTRE_FAULT;
    }

    /** Whether asking again makes sense. */
    static boolean mayPass(ErrorCode code) {
        return code != ErrorCode.CENTRE_REFUSED
                && code != ErrorCode.CARD_NOT_ENOUGH
                && code != ErrorCode.CARD_READ_TOO_OLD;
    }

    private static boolean isFinal(ProblemCode code) {
        return switch (code) {
            case PLATFORM_BUSY, PLATFORM_FAILED, KEY_REUSED, MALFORMED -> false;
            case ENROLMENT_REFUSED,
                    PASS_REFUSED,
                    TERMINAL_REFUSED,
                    READER_UNKNOWN,
                    LEVEL_TOO_LOW,
                    EVIDENCE_NOT_CURRENT,
                    OVER_QUOTA,
                    OUTSIDE_HOURS,
                    NOT_AVAILABLE -> true;
        };
    }
}
