package org.yici.admin.account;

/** What a password must be: long enough, and nothing else (NIST SP 800-63B, 5.1.1.2). */
final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private PasswordRules() {}

    static boolean isSuitable(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST && length <= LONGEST;
    }
}
