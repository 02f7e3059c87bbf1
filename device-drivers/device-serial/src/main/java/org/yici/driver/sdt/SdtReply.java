package org.yici.driver.sdt;

/** What came back for a command. */
sealed interface SdtReply {
    /** What was seen, for whoever looks for the fault. */
    String words();

    /** An answer to this very command: success or the reader's refusal. */
    record Answered(SdtAnswer answer) implements SdtReply {
        @Override
        public String words() {
            return answer.words();
        }
    }

    /** Something came and was not a whole answer: noise on the line. */
    record Garbled() implements SdtReply {
        @Override
        public String words() {
            return "garbled";
        }
    }

    /** Nothing, or half an answer and then nothing. */
    record Silence() implements SdtReply {
        @Override
        public String words() {
            return "silence";
        }
    }

    /** An answer still came in when it was given up. */
    record TooSlow() implements SdtReply {
        @Override
        public String words() {
            return "too slow";
        }
    }
}
