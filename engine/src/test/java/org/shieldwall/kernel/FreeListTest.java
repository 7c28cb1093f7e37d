package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Rows that come and go, against a stack of the free ones. */
class FreeListTest {

    @Property(tries = 200)
    void theRowReleasedLastIsTakenFirst(@ForAll List<Boolean> takes) {
        FreeList list = new FreeList();
        Deque<Integer> free = new ArrayDeque<>();
        List<Integer> used = new ArrayList<>();
        int rows = 0;
        for (boolean take : takes) {
            if (take || used.isEmpty()) {
                int row = list.take();
                assertThat(row).isEqualTo(free.isEmpty() ? rows++ : free.pop());
                used.add(row);
            } else {
                int row = used.remove(used.size() / 2);
                list.release(row);
                free.push(row);
            }
            assertThat(list.rows()).isEqualTo(rows);
        }
    }

    @Test
    void aCopyGoesOnAlikeAndApart() {
        FreeList original = new FreeList();
        for (int i = 0; i < 1_000; i++) {
            original.take();
        }
        for (int row = 999; row > 0; row -= 3) {
            original.release(row);
        }
        FreeList copy = new FreeList();
        copy.copyFrom(original);
        assertThat(digest(copy)).isEqualTo(digest(original));
        int next = original.take();
        assertThat(digest(copy)).isNotEqualTo(digest(original));
        assertThat(copy.take()).isEqualTo(next);
        assertThat(digest(copy)).isEqualTo(digest(original));
    }

    @Test
    void resetForgetsWhatWasReleased() {
        FreeList list = new FreeList();
        list.release(list.take());
        list.take();
        list.take();
        list.reset();
        assertThat(list.rows()).isZero();
        assertThat(list.take()).isZero();
        assertThat(list.take()).isOne();
    }

    private static String digest(FreeList list) {
        Digest digest = new Digest();
        list.digest(digest);
        return digest.hex();
    }
}
