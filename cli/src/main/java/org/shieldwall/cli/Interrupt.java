package org.shieldwall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end work cleanly: the work is told to stop, and the process waits until what is finished has been kept and
 * printed. The exit code is then 130.
 */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean stopped;

    Interrupt(Runnable stop) {
        hook = new Thread(() -> {
            stopped = true;
            stop.run();
            try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether it was asked to stop. */
    boolean isStopped() {
        return stopped;
    }

    /** The work is over, and its output written. */
    @Override
    public void close() {
        done.countDown();
        if (!stopped) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending this very moment: the hook runs through.
                stopped = true;
            }
        }
    }
}
