package org.shieldwall.kernel;

/** Ways in which the delays of events can be spread, each a trouble of its own for a calendar. */
enum Delays {
    EXPONENTIAL {
        @Override
        long next(long n) {
            return Clock.ofNanos(1e9 * Dice.unitExponential(SEED, 1, 0, n));
        }
    },
    NONE {
        @Override
        long next(long n) {
            return 0;
        }
    },
    TICKS {
        @Override
        long next(long n) {
            return (Dice.bits(SEED, 2, 0, n) & 3) * Clock.SECOND;
        }
    },
    NEAR_AND_FAR {
        @Override
        long next(long n) {
            double u = Dice.uniform(SEED, 3, 0, n);
            return u < 0.9 ? (long) (u * 1e6) : (long) (u * 1e17);
        }
    },
    ALL_MAGNITUDES {
        @Override
        long next(long n) {
            return (long) StableMath.exp(40 * Dice.uniform(SEED, 4, 0, n));
        }
    },
    BURSTS {
        @Override
        long next(long n) {
            return n / 500 % 2 == 0 ? Clock.HOUR - n % 500 : Dice.bits(SEED, 5, 0, n) & 0xff;
        }
    },
    CONSTANT {
        @Override
        long next(long n) {
            return Clock.SECOND;
        }
    };

    private static final long SEED = 0x5eedL;

    /** The n-th delay. */
    abstract long next(long n);
}
