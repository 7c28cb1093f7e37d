package org.shieldwall.scenarios.language;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.PartialShape;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.text.Node;

/** Defaults: for each kind a map with the shape of one, of which any key may be left out. */
final class Defaults {
    private static final Map<String, BlockShape> KINDS = kinds();

    static final BlockShape SHAPE = new BlockShape(
            "`defaults`",
            KINDS.entrySet().stream()
                    .map(kind -> Key.optional(
                            kind.getKey(),
                            new PartialShape(kind.getValue()),
                            "lies below " + kind.getValue().noun()))
                    .toArray(Key[]::new));

    private Defaults() {}

    private static Map<String, BlockShape> kinds() {
        Map<String, BlockShape> kinds = new LinkedHashMap<>();
        kinds.put("organisations", Organisations.SHAPE);
        kinds.put("sensors", Organisations.SENSOR_SHAPE);
        kinds.put("networks", Networks.SHAPE);
        kinds.put("assets", Networks.ASSET_SHAPE);
        kinds.put("accounts", Networks.ACCOUNT_SHAPE);
        kinds.put("crews", Services.CREW_SHAPE);
        kinds.put("services", Services.SHAPE);
        kinds.put("actors", Actors.SHAPE);
        kinds.put("techniques", Techniques.SHAPE);
        kinds.put("templates", Networks.TEMPLATE_SHAPE);
        kinds.put("communities", Communities.SHAPE);
        return kinds;
    }

    /** Puts the defaults of a file below all that is read later. */
    static void register(@Nullable Node defaults, Session session) {
        if (defaults instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (KINDS.containsKey(entry.key().text()) && entry.value() instanceof Node.Mapping values) {
                    session.addDefaults(entry.key().text(), values);
                }
            }
        }
    }
}
