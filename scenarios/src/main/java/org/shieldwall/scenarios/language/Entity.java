package org.shieldwall.scenarios.language;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.text.Node;

/** A named thing as written, and the levers that bring it; always there where there are none. */
record Entity(Node.Scalar name, Block block, Presence presence) {

    static Entity always(Node.Scalar name, Block block) {
        return new Entity(name, block, Presence.ALWAYS);
    }

    static Presence broughtBy(Collection<String> levers) {
        return new Presence(List.copyOf(new TreeSet<>(levers)));
    }
}
