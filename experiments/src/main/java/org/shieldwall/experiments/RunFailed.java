package org.shieldwall.experiments;

/** A run that broke off; says how to repeat it. */
public final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunFailed(String strategy, long seed, long replication, Throwable cause) {
        super(
                "The run of strategy `%s` with seed %d, replication %d, broke off: %s"
                        .formatted(strategy, seed, replication, cause),
                cause);
    }
}
