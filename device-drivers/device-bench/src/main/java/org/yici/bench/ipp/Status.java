package org.yici.bench.ipp;

/** Status codes of RFC 8011 appendix B that this printer gives. */
final class Status {
    static final int OK = 0x0000;
    static final int OK_IGNORED = 0x0001;
    static final int BAD_REQUEST = 0x0400;
    static final int NOT_POSSIBLE = 0x0404;
    static final int NOT_FOUND = 0x0406;
    static final int FORMAT_NOT_SUPPORTED = 0x040A;
    static final int ATTRIBUTES_NOT_SUPPORTED = 0x040B;
    static final int CHARSET_NOT_SUPPORTED = 0x040D;
    static final int COMPRESSION_NOT_SUPPORTED = 0x040F;
    static final int INTERNAL_ERROR = 0x0500;
    static final int OPERATION_NOT_SUPPORTED = 0x0501;
    static final int VERSION_NOT_SUPPORTED = 0x0503;
    static final int NOT_ACCEPTING_JOBS = 0x0506;
    static final int BUSY = 0x0507;

    private Status() {}
}
