package org.yici.admin.platform;

/**
 * What may be noted about a copy; nothing of it tells whose it is.
 *
 * @param certificate identifier of the certificate (GB/T 36904)
 * @param copyNumber from 1, rising with each copy of this certificate
 */
public record NumberedCopy(String certificate, String title, int copyNumber, int sheets) {}
