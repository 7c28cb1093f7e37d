package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Addressed dice: the same everywhere, and random between addresses that are as alike as possible. */
class DiceTest {

    /** Two-sided; with about a hundred comparisons in a build, and no chance in them, a false alarm cannot recur. */
    private static final double FAR_IN_DEVIATIONS = 4.5;

    private static final double LEAST_P_VALUE = 1e-6;
    private static final int DRAWS = 1 << 21;
    private static final long MANY_DRAWS = 1_000_000_000L;

    @Test
    void areTheSameOnEveryMachine() {
        assertThat(Dice.key("west-power/west-office/west-pc/17")).isEqualTo(0x81362420a7e8c340L);
        assertThat(Dice.key("")).isEqualTo(0x4c0d8986fc27bd73L);
        assertThat(Dice.mix(1, 2)).isEqualTo(0x4955e2651a32aa4fL);
        assertThat(Dice.mix(1, 2, 3)).isEqualTo(0x1cd08c984d7008c4L);
        assertThat(Dice.runKey(2024, 7, 0)).isEqualTo(0x7be487c2d1c2cc8cL);
        assertThat(Dice.bits(0, 0, 0, 0)).isEqualTo(0x3450c0f4360f6a50L);
        assertThat(Dice.bits(-1, -1, -1, -1)).isEqualTo(0x3709f01af09df70aL);
        assertThat(Dice.uniform(2024, 7, 17, 3)).isEqualTo(0.8027047431846125);
        assertThat(Dice.unitExponential(2024, 7, 17, 3)).isEqualTo(1.6230539067119434);
    }

    @Test
    void aSequenceHasTheSameDigestOnEveryMachine() {
        Digest digest = new Digest();
        for (int n = 0; n < 100_000; n++) {
            digest.putDouble(Dice.uniform(n & 7, n & 31, n >> 5, n));
            digest.putDouble(Dice.unitExponential(n & 7, n & 31, n >> 5, n));
        }
        assertThat(digest.hex()).isEqualTo("cba631f0383a771abdf1c9d7f721ce59");
    }

    @Test
    void theSmallestAndTheLargestUniformLieInsideTheInterval() {
        assertThat(Dice.toUniform(0)).isEqualTo(0x1p-53);
        assertThat(Dice.toUniform(-1)).isEqualTo(1 - 0x1p-53);
    }

    @Test
    void theExponentialIsTheInversionOfTheUniform() {
        Sampler exponential = Sampler.exponential(1);
        for (int n = 0; n < 10_000; n++) {
            assertThat(Dice.unitExponential(1, 2, 3, n)).isEqualTo(exponential.quantile(Dice.uniform(1, 2, 3, n)));
        }
    }

    @Test
    void pathsThatAreAlikeHaveDifferentKeys() {
        Set<Long> keys = new HashSet<>();
        int paths = 0;
        for (int office = 0; office < 300; office++) {
            for (int pc = 0; pc < 300; pc++) {
                keys.add(Dice.key("office-" + office + "/pc/" + pc));
                keys.add(Dice.key("office/" + office + "/pc-" + pc));
                paths += 2;
            }
        }
        assertThat(keys).hasSize(paths).doesNotContain(0L);
    }

    @Test
    void theOrderOfAPairMatters() {
        assertThat(Dice.mix(1, 2)).isNotEqualTo(Dice.mix(2, 1));
        assertThat(Dice.mix(1, 2, 3)).isNotEqualTo(Dice.mix(1, 3, 2));
    }

    @ParameterizedTest
    @EnumSource(DiceStream.Walk.class)
    void neighbouringAddressesAreUniformAndUncorrelated(DiceStream.Walk walk) {
        checkMomentsAndBytes(walk, DRAWS);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(DiceStream.Walk.class)
    void aBillionNeighboursAreUniformAndUncorrelated(DiceStream.Walk walk) {
        checkMomentsAndBytes(walk, MANY_DRAWS);
    }

    @ParameterizedTest
    @EnumSource(DiceStream.Walk.class)
    void everyBitOfTheAddressChangesEveryBitOfTheResultHalfOfTheTime(DiceStream.Walk walk) {
        int addresses = 20_000;
        for (int flipped = 0; flipped < 31; flipped++) {
            int[] changes = new int[Long.SIZE];
            for (int i = 0; i < addresses; i++) {
                long changed = walk.bits(i) ^ walk.bits(i ^ (1L << flipped));
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    changes[bit] += (int) (changed >>> bit) & 1;
                }
            }
            for (int bit = 0; bit < Long.SIZE; bit++) {
                // pairs are seen twice: half as many are independent
                double deviations = (changes[bit] - addresses / 2.0) / Math.sqrt(addresses / 2.0);
                assertThat(deviations).as("bit %d by bit %d", bit, flipped).isBetween(-5.5, 5.5);
            }
        }
    }

    private static void checkMomentsAndBytes(DiceStream.Walk walk, long draws) {
        int lags = 4;
        double[] lagged = new double[lags];
        double[] products = new double[lags];
        double sum = 0;
        double squares = 0;
        long[][] bytes = new long[Long.BYTES][256];
        for (long i = 0; i < draws; i++) {
            long bits = walk.bits(i);
            double centred = Dice.toUniform(bits) - 0.5;
            sum += centred;
            squares += centred * centred;
            for (int lag = lags - 1; lag >= 0; lag--) {
                products[lag] += centred * lagged[lag];
                lagged[lag] = lag == 0 ? centred : lagged[lag - 1];
            }
            for (int b = 0; b < Long.BYTES; b++) {
                bytes[b][(int) (bits >>> (Byte.SIZE * b)) & 0xff]++;
            }
        }
        double variance = 1.0 / 12;
        assertThat(sum / Math.sqrt(draws * variance)).as("mean").isCloseTo(0, within(FAR_IN_DEVIATIONS));
        assertThat((squares - draws * variance) / Math.sqrt(draws / 180.0))
                .as("variance")
                .isCloseTo(0, within(FAR_IN_DEVIATIONS));
        for (int lag = 0; lag < lags; lag++) {
            assertThat(products[lag] / (variance * Math.sqrt((double) draws)))
                    .as("correlation with the neighbour at distance %d", lag + 1)
                    .isCloseTo(0, within(FAR_IN_DEVIATIONS));
        }
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(255);
        for (int b = 0; b < Long.BYTES; b++) {
            double statistic = 0;
            for (long count : bytes[b]) {
                double excess = count - draws / 256.0;
                statistic += excess * excess / (draws / 256.0);
            }
            double p = chiSquared.cumulativeProbability(statistic);
            assertThat(Math.min(p, 1 - p)).as("chi-square of byte %d", b).isGreaterThan(LEAST_P_VALUE);
        }
    }
}
