package org.shieldwall.world;

import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Columns;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/** Who encrypted what, and which organisation has whose key. */
public final class Keys implements Part<Keys> {
    private final int actors;
    private final Columns columns = new Columns();

    private final int[] encryptedBy;
    private final int[] encryption;
    private final int[] heldBy;

    Keys(World world) {
        actors = world.actorCount();
        encryptedBy = columns.ints(world.assetCount(), -1);
        encryption = columns.ints(world.assetCount(), FactSink.NONE);
        heldBy = columns.ints(world.organisationCount() * actors, FactSink.NONE);
    }

    /** The fact by which an organisation has the key to what is encrypted on an asset, or {@link FactSink#NONE}. */
    public int keyTo(int organisation, int asset) {
        int actor = encryptedBy[asset];
        return actor < 0 ? FactSink.NONE : held(organisation, actor);
    }

    /** The fact by which an organisation has an actor's key, or {@link FactSink#NONE}. */
    public int held(int organisation, int actor) {
        return heldBy[organisation * actors + actor];
    }

    /** The fact by which an asset was encrypted at last, or {@link FactSink#NONE}. */
    public int encryption(int asset) {
        return encryption[asset];
    }

    void encrypted(int asset, int actor, int fact) {
        encryptedBy[asset] = actor;
        encryption[asset] = fact;
    }

    void obtain(int organisation, int actor, int fact) {
        heldBy[organisation * actors + actor] = fact;
    }

    @Override
    public void reset() {
        columns.reset();
    }

    @Override
    public void copyFrom(Keys other) {
        columns.copyFrom(other.columns);
    }

    @Override
    public void digest(Digest digest) {
        columns.digest(digest);
    }
}
