package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * What investigations tell those who mend: since when an asset that they found was in an attacker's hands. Belief; only the
 * investigation writes it.
 */
public final class Findings implements Part<Findings> {
    private final long[] heldSince;

    Findings(World world) {
        heldSince = new long[world.assetCount()];
    }

    /** Of an asset found by an investigation, in nanoseconds since the start: the time as last told. */
    public long heldSince(int asset) {
        return heldSince[asset];
    }

    /** An investigation found an asset. */
    public void tell(int asset, long since) {
        heldSince[asset] = since;
    }

    @Override
    public void reset() {
        Arrays.fill(heldSince, 0);
    }

    @Override
    public void copyFrom(Findings other) {
        System.arraycopy(other.heldSince, 0, heldSince, 0, heldSince.length);
    }

    @Override
    public void digest(Digest digest) {
        digest.putLongs(heldSince, 0, heldSince.length);
    }
}
