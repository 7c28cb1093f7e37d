package org.shieldwall.world;

import java.util.Arrays;

/** Lists of numbers, one for each row, that grow while a world is compiled. */
final class IntLists {
    private final int[][] lists;
    private final int[] sizes;

    IntLists(int rows) {
        lists = new int[rows][4];
        sizes = new int[rows];
    }

    void add(int row, int number) {
        if (sizes[row] == lists[row].length) {
            lists[row] = Arrays.copyOf(lists[row], 2 * sizes[row]);
        }
        lists[row][sizes[row]++] = number;
    }

    /** Adds what the list has not. */
    void addOnce(int row, int number) {
        for (int i = 0; i < sizes[row]; i++) {
            if (lists[row][i] == number) {
                return;
            }
        }
        add(row, number);
    }

    /** The list of a row, in the order of adding. */
    int[] of(int row) {
        return Arrays.copyOf(lists[row], sizes[row]);
    }

    int[][] all() {
        int[][] all = new int[lists.length][];
        Arrays.setAll(all, this::of);
        return all;
    }
}
