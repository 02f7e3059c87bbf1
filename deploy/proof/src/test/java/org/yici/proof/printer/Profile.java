package org.yici.proof.printer;

/** The classes of evidence that a printer's profile can name, as the driver's setting {@code evidence} has them. */
enum Profile {
    IMPRESSIONS("impressions"),
    JOB_STATE("job-state"),
    CITIZEN_WORD("citizen-word");

    private final String setting;

    Profile(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
