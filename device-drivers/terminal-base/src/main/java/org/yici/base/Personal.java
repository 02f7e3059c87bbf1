package org.yici.base;

import java.util.Objects;

/**
 * A value that belongs to a citizen. It never prints itself: {@link #toString()} tells nothing, so that a log line, an exception
 * message or a debugger's view that meets it by accident gives nothing away.
 */
public final class Personal<T> {
    private final T value;

    private Personal(T value) {
        this.value = value;
    }

    public static <T> Personal<T> of(T value) {
        return new Personal<>(Objects.requireNonNull(value));
    }

    /** The value itself; the caller answers for where it goes. */
    public T reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "personal";
    }
}
