package org.yici.device;

/**
 * One document to print, once.
 *
 * @param jobName names the job at the printer, so that it is found again after a crash; no personal data
 * @param pdf the document; not copied, must not be changed afterwards
 * @param sheets how many sheets one-sided printing of it needs, 1 to 200
 */
public record PrintOrder(String jobName, byte[] pdf, int sheets) {
    public PrintOrder {
        if (jobName.isBlank() || jobName.length() > 127) {
            throw new IllegalArgumentException("a job name has 1 to 127 characters");
        }
        if (sheets < 1 || sheets > 200) {
            throw new IllegalArgumentException("sheets must be 1 to 200, not " + sheets);
        }
    }

    @Override
    public String toString() {
        return "PrintOrder[" + jobName + ", " + sheets + " sheets]";
    }
}
