package org.yici.endurance;

/** The sweep found that a promise is not kept, or could not go on. */
final class Unkept extends Exception {
    private static final long serialVersionUID = 1L;

    Unkept(String sentence) {
        super(sentence);
    }
}
