package org.shieldwall.kernel;

/**
 * A mutable piece of a run that can be reset, copied and digested.
 *
 * <p>A run is a set of parts. Starting again is {@link #reset()} on each, a fork is {@link #copyFrom} on each, and two
 * runs stand at the same point if and only if the digests of their parts agree.
 *
 * @param <P> the part's own type
 */
public interface Part<P extends Part<P>> {

    /** Returns to the state after construction. Keeps the arrays it has grown. */
    void reset();

    /**
     * Takes over the whole state of another part, so that both continue alike. Reuses its own arrays where they are
     * large enough; nothing is shared afterwards.
     */
    void copyFrom(P other);

    /** Puts everything that can influence the future into the digest, in an order that is always the same. */
    void digest(Digest digest);
}
