package org.yici.kiosk.error;

import org.yici.base.ErrorCode;
import org.yici.contract.https.ProblemCode;
import org.yici.kiosk.port.ServerResult;

/** What the server's refusals mean to a citizen. */
public final class ServerErrorMapper {
    private ServerErrorMapper() {}

    public static ErrorCode code(ServerResult<?> answer) {
        if (answer instanceof ServerResult.Unreachable<?>) {
            return ErrorCode.SERVER_GONE;
        }
        if (answer instanceof ServerResult.Refused<?> refusal && refusal.code() == ProblemCode.LEVEL_TOO_LOW) {
            return ErrorCode.CARD_NOT_ENOUGH;
        }
        if (answer instanceof ServerResult.Refused<?> refusal && refusal.code() == ProblemCode.EVIDENCE_NOT_CURRENT) {
            return ErrorCode.CARD_READ_TOO_OLD;
        }
        if (answer instanceof ServerResult.Refused<?> refusal && refusal.code() == ProblemCode.PLATFORM_BUSY) {
            return ErrorCode.SERVER_BUSY;
        }
        boolean refused = answer instanceof ServerResult.Refused<?> refusal && isFinal(refusal.code());
        return refused ? ErrorCode.SERVER_REFUSED : ErrorCode.SERVER_FAULT;
    }

    /** Whether asking again makes sense. */
    public static boolean mayPass(ErrorCode code) {
        return code != ErrorCode.SERVER_REFUSED
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
