package org.shieldwall.world;

import java.util.HashMap;
import java.util.Map;

/** Bits for the services by which networks are reached, in the order in which their names appear. */
final class LinkServices {
    private static final int LAST_BIT = Long.SIZE - 1;

    private final Map<String, Integer> bits = new HashMap<>();

    /** The sixty-fourth and later share the last bit. */
    long bit(String service) {
        int bit = bits.computeIfAbsent(service, name -> Math.min(LAST_BIT, bits.size()));
        return 1L << bit;
    }
}
