package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rows with columns, and columns of a fixed length: reset, copied and digested as a whole. */
class TableTest {

    /** One column of each kind. */
    private static final class Rows {
        private final Table table;
        private int[] ints;
        private int[] triples;
        private long[] longs;
        private double[] doubles;
        private byte[] bytes;
        private boolean[] booleans;

        Rows(int capacity) {
            table = new Table(capacity);
            ints = table.ints(grown -> ints = grown);
            triples = table.ints(3, grown -> triples = grown);
            longs = table.longs(grown -> longs = grown);
            doubles = table.doubles(grown -> doubles = grown);
            bytes = table.bytes(grown -> bytes = grown);
            booleans = table.booleans(grown -> booleans = grown);
        }

        void write(int row, int value) {
            ints[row] = value;
            triples[3 * row + 2] = value;
            longs[row] = value;
            doubles[row] = value;
            bytes[row] = (byte) value;
            booleans[row] = (value & 1) == 1;
        }

        int sum(int row) {
            return ints[row] + triples[3 * row + 2] + (int) longs[row] + (int) doubles[row] + bytes[row];
        }
    }

    private static final class Fixed {
        private final Columns columns = new Columns();
        private final int[] ints = columns.ints(3, -1);
        private final long[] longs = columns.longs(3, 7);
        private final double[] doubles = columns.doubles(3, 0.5);
        private final byte[] bytes = columns.bytes(3, (byte) 2);
        private final boolean[] booleans = columns.booleans(3, true);
    }

    @Property(tries = 100)
    void everyColumnGrowsWithTheRows(@ForAll @IntRange(min = 1, max = 70) int capacity) {
        Rows rows = new Rows(capacity);
        for (int i = 0; i < 200; i++) {
            rows.write(rows.table.take(), i % 100);
        }
        for (int row = 0; row < 200; row++) {
            assertThat(rows.sum(row)).isEqualTo(5 * (row % 100));
            assertThat(rows.booleans[row]).isEqualTo((row & 1) == 1);
        }
    }

    @Property(tries = 100)
    void aCopyHasAllColumnsAndSharesNone(@ForAll @IntRange(max = 200) int count) {
        Rows original = new Rows(16);
        for (int i = 0; i < count; i++) {
            original.write(original.table.take(), i % 100);
        }
        Rows copy = new Rows(1);
        copy.table.copyFrom(original.table);
        assertThat(digest(copy.table)).isEqualTo(digest(original.table));
        for (int row = 0; row < count; row++) {
            original.write(row, 1);
        }
        for (int row = 0; row < count; row++) {
            assertThat(copy.sum(row)).isEqualTo(5 * (row % 100));
        }
    }

    @Test
    void afterAResetRowsAreAsNew() {
        Rows rows = new Rows(4);
        for (int i = 0; i < 9; i++) {
            rows.write(rows.table.take(), 9);
        }
        rows.table.release(3);
        rows.table.reset();
        assertThat(rows.table.rows()).isZero();
        assertThat(rows.table.take()).isZero();
        assertThat(rows.sum(0)).isZero();
        assertThat(rows.booleans[0]).isFalse();
    }

    @Test
    void theDigestHasEachColumn() {
        Rows rows = new Rows(4);
        int row = rows.table.take();
        Runnable[] changes = {
            () -> rows.ints[row]++,
            () -> rows.triples[2]++,
            () -> rows.longs[row]++,
            () -> rows.doubles[row]++,
            () -> rows.bytes[row]++,
            () -> rows.booleans[row] = true,
            rows.table::take
        };
        for (Runnable change : changes) {
            String before = digest(rows.table);
            change.run();
            assertThat(digest(rows.table)).isNotEqualTo(before);
        }
    }

    @Test
    void columnsOfFixedLengthAreResetCopiedAndDigestedTogether() {
        Fixed one = new Fixed();
        Fixed other = new Fixed();
        one.columns.reset();
        assertThat(one.ints).containsOnly(-1);
        assertThat(one.longs).containsOnly(7);
        assertThat(one.doubles).containsOnly(0.5);
        assertThat(one.bytes).containsOnly(2);
        assertThat(one.booleans).containsOnly(true);
        Runnable[] changes = {
            () -> one.ints[2] = 1,
            () -> one.longs[2] = 1,
            () -> one.doubles[2] = 1,
            () -> one.bytes[2] = 1,
            () -> one.booleans[2] = false
        };
        for (Runnable change : changes) {
            other.columns.copyFrom(one.columns);
            assertThat(digest(other.columns)).isEqualTo(digest(one.columns));
            change.run();
            assertThat(digest(other.columns)).isNotEqualTo(digest(one.columns));
        }
    }

    private static String digest(Part<?> part) {
        Digest digest = new Digest();
        part.digest(digest);
        return digest.hex();
    }
}
