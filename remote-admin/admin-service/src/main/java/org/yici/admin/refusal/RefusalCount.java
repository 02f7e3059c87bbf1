package org.yici.admin.refusal;

import java.time.Instant;

/**
 * One kind of refusal to one of whom something was refused.
 *
 * @param times in the last ninety days
 * @param today of them on this day, China's time
 * @param fact what it was like the last time, in a number or a few words; may be empty
 */
public record RefusalCount(RefusalKind kind, Who who, long times, long today, Instant lastAt, String fact) {}
