package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void isTheSameEverywhere() {
        Digest digest = new Digest();
        digest.putLong(1);
        digest.putInt(-2);
        digest.putDouble(0.1);
        digest.putText("west-power/west-office");
        assertThat(digest.hex()).isEqualTo("1c3146f2fc7210a5111c5514e3430c96");
        assertThat(digest.bytes()).hasSize(16);
        assertThat(digest.hex()).startsWith(Long.toHexString(digest.high()));
    }

    @Test
    void dependsOnValueOrderAndLength() {
        Set<String> digests = new HashSet<>();
        for (int length = 0; length < 4; length++) {
            for (int bits = 0; bits < 1 << length; bits++) {
                Digest digest = new Digest();
                for (int i = 0; i < length; i++) {
                    digest.putInt((bits >> i) & 1);
                }
                digests.add(digest.hex());
            }
        }
        assertThat(digests).hasSize(1 + 2 + 4 + 8);
    }

    @Test
    void forgetsOnReset() {
        Digest digest = new Digest();
        String empty = digest.hex();
        digest.putBoolean(true);
        assertThat(digest.hex()).isNotEqualTo(empty);
        digest.reset();
        assertThat(digest.hex()).isEqualTo(empty);
    }

    @Test
    void allocatesNothing() {
        Digest digest = new Digest();
        Runnable puts = () -> {
            for (int i = 0; i < 10_000; i++) {
                digest.putLong(i);
                digest.putDouble(i);
            }
        };
        assertThat(Allocation.ofQuietest(puts)).isZero();
    }
}
