package org.shieldwall.world;

import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/**
 * What investigations tell those who mend: since when an asset that they found was in an attacker's hands. Belief; only the
 * investigation writes it.
 */
public final class Findings implements Part<Findings> {
    private final Columns columns = new Columns();

    private final long[] heldSince;

    Findings(World world) {
        heldSince = columns.longs(world.assetCount(), 0);
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
        columns.reset();
    }

    @Override
    public void copyFrom(Findings other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
