package org.yici.architecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a program waits for something else: calls of methods that return only when another thread, process or machine has acted. */
final class Waits {
    /** By the type that declares them; a call on a type below it counts, too. */
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("java.util.concurrent.Future", Set.of("get")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly", "tryAcquire")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("take", "poll", "put", "offer")),
            Map.entry("java.util.concurrent.ExecutorService", Set.of("awaitTermination", "invokeAll", "invokeAny")),
            Map.entry("java.util.concurrent.locks.Lock", Set.of("lock", "tryLock", "lockInterruptibly")),
            Map.entry(
                    "java.util.concurrent.locks.Condition",
                    Set.of("await", "awaitNanos", "awaitUninterruptibly", "awaitUntil")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Thread", Set.of("join", "sleep")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep", "timedJoin", "timedWait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.net.Socket", Set.of("connect")),
            Map.entry("java.net.ServerSocket", Set.of("accept")),
            Map.entry("java.nio.channels.ServerSocketChannel", Set.of("accept")),
            Map.entry("java.nio.channels.SocketChannel", Set.of("connect", "read", "write")),
            Map.entry("java.nio.channels.DatagramChannel", Set.of("receive", "read", "send", "write")),
            Map.entry("java.nio.channels.Selector", Set.of("select")),
            Map.entry("java.nio.channels.FileChannel", Set.of("lock", "tryLock")),
            Map.entry("java.net.http.HttpClient", Set.of("send", "sendAsync")),
            Map.entry("javax.swing.SwingUtilities", Set.of("invokeAndWait")),
            Map.entry("java.awt.EventQueue", Set.of("invokeAndWait")),
            Map.entry("javax.sql.DataSource", Set.of("getConnection")),
            Map.entry("java.sql.DriverManager", Set.of("getConnection")),
            Map.entry("javax.smartcardio.CardTerminal", Set.of("connect", "waitForCardPresent", "waitForCardAbsent")),
            Map.entry("javax.smartcardio.CardTerminals", Set.of("waitForChange", "list")),
            Map.entry("javax.smartcardio.CardChannel", Set.of("transmit")),
            Map.entry("org.springframework.transaction.support.TransactionOperations", Set.of("execute")),
            Map.entry("org.eclipse.paho.mqttv5.client.IMqttToken", Set.of("waitForCompletion")));

    /** A lambda's body counts for the method that it stands in. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private Waits() {}

    /** {@code Class#method} of every one of them, the class without its package. */
    static SortedSet<String> in(JavaClasses classes) {
        SortedSet<String> found = new TreeSet<>();
        for (JavaClass one : classes) {
            one.getCodeUnitCallsFromSelf().stream().filter(Waits::waits).forEach(call -> found.add(place(call)));
        }
        return found;
    }

    /** A queue that is asked without a time answers at once. */
    private static boolean waits(JavaCall<?> call) {
        String name = call.getTarget().getName();
        boolean asksAtOnce = Set.of("poll", "offer", "tryAcquire", "tryLock").contains(name)
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.util.concurrent.TimeUnit"));
        return !asksAtOnce
                && KINDS.entrySet().stream()
                        .anyMatch(kind -> kind.getValue().contains(name)
                                && call.getTargetOwner().isAssignableTo(kind.getKey()));
    }

    private static String place(JavaCall<?> call) {
        Matcher lambda = LAMBDA.matcher(call.getOrigin().getName());
        String method = lambda.matches() ? lambda.group(1) : call.getOrigin().getName();
        String type = call.getOriginOwner().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "#" + method;
    }
}
