package org.shieldwall.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes addressed dice to standard output as raw bytes, for a battery of statistical tests to read:
 *
 * <pre>{@code java -cp … org.shieldwall.kernel.DiceStream INTERLEAVED | dieharder -a -g 200}</pre>
 *
 * <p>The walks take addresses that are as alike as possible, and small numbers where the simulator has well-mixed keys:
 * what holds here holds there.
 */
final class DiceStream {

    /** An order in which to visit addresses. */
    enum Walk {
        /** The draws of one subject. */
        DRAWS {
            @Override
            long bits(long i) {
                return Dice.bits(1, 1, 1, i);
            }
        },
        /** The first draw of neighbouring subjects. */
        SUBJECTS {
            @Override
            long bits(long i) {
                return Dice.bits(1, 1, i, 0);
            }
        },
        /** The first draw of one subject for neighbouring purposes, 2^32 of them, and then of the next subject. */
        PURPOSES {
            @Override
            long bits(long i) {
                return Dice.bits(1, (int) i, i >>> 32, 0);
            }
        },
        /** The first draw of one subject in neighbouring runs. */
        RUNS {
            @Override
            long bits(long i) {
                return Dice.bits(i, 1, 1, 0);
            }
        },
        /** As {@link #RUNS}, with run keys as they are made. */
        REPLICATIONS {
            @Override
            long bits(long i) {
                return Dice.bits(Dice.runKey(1, i, 0), 1, 1, 0);
            }
        },
        /** Two runs, 16 purposes and 64 subjects in turn, and then their next draws. */
        INTERLEAVED {
            @Override
            long bits(long i) {
                return Dice.bits(i & 1, (int) (i >>> 1) & 15, (i >>> 5) & 63, i >>> 11);
            }
        },
        /** Keys of pairs, as subjects have them. */
        PAIRS {
            @Override
            long bits(long i) {
                return Dice.mix(i & 0xffff, i >>> 16);
            }
        };

        /** The bits at the i-th address. */
        abstract long bits(long i);
    }

    private static final int BLOCK = 1 << 13;

    private DiceStream() {}

    /** Writes until the reader has had enough, or this many bytes were written. */
    static void write(Walk walk, OutputStream out, long bytes) throws IOException {
        byte[] block = new byte[BLOCK * Long.BYTES];
        for (long i = 0; i * Long.BYTES < bytes; ) {
            for (int place = 0; place < block.length; i++) {
                long bits = walk.bits(i);
                for (int b = 0; b < Long.BYTES; b++) {
                    block[place++] = (byte) (bits >>> (Byte.SIZE * b));
                }
            }
            out.write(block);
        }
    }

    public static void main(String[] arguments) throws IOException {
        write(Walk.valueOf(arguments[0]), new FileOutputStream(FileDescriptor.out), Long.MAX_VALUE);
    }
}
