package org.shieldwall.cli;

import java.util.function.Supplier;

/** The scenario has a mistake; the message is ready to be shown. */
final class MistakeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MistakeException(String message) {
        super(message);
    }

    /** What refuses an argument here refuses what the scenario says. */
    static <T> T ifRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new MistakeException("error: " + e.getMessage());
        }
    }
}
