package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.fact.FactSink;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/** Who encrypted what, and which organisation has whose key. */
public final class Keys implements Part<Keys> {
    private final int actors;
    private final int[] encryptedBy;
    private final int[] encryption;
    private final int[] heldBy;

    Keys(World world) {
        actors = world.actorCount();
        encryptedBy = new int[world.assetCount()];
        encryption = new int[world.assetCount()];
        heldBy = new int[world.organisationCount() * actors];
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
        Arrays.fill(encryptedBy, -1);
        Arrays.fill(encryption, FactSink.NONE);
        Arrays.fill(heldBy, FactSink.NONE);
    }

    @Override
    public void copyFrom(Keys other) {
        System.arraycopy(other.encryptedBy, 0, encryptedBy, 0, encryptedBy.length);
        System.arraycopy(other.encryption, 0, encryption, 0, encryption.length);
        System.arraycopy(other.heldBy, 0, heldBy, 0, heldBy.length);
    }

    @Override
    public void digest(Digest digest) {
        for (int fact : heldBy) {
            digest.putInt(fact);
        }
        for (int actor : encryptedBy) {
            digest.putInt(actor);
        }
    }
}
