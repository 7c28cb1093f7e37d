package org.shieldwall.cli;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.fact.FactLog;
import org.shieldwall.world.World;
import tools.jackson.databind.json.JsonMapper;

/** All facts of a run as JSON lines: local time, kind, who, whom, value, key, and the keys of trigger and conditions. */
final class FactLines {
    private final World world;
    private final FactLog facts;
    private final ZonedDateTime start;
    private final JsonMapper mapper = new JsonMapper();

    FactLines(World world, FactLog facts) {
        this.world = world;
        this.facts = facts;
        this.start = world.scenario().starts().atZone(world.scenario().zone());
    }

    void print(Terminal terminal) {
        StringBuilder lines = new StringBuilder();
        for (int fact = 0; fact < facts.size(); fact++) {
            lines.append(mapper.writeValueAsString(fields(fact))).append('\n');
            if (lines.length() > 1 << 16) {
                terminal.raw(lines.toString());
                lines.setLength(0);
            }
        }
        terminal.raw(lines.toString());
    }

    private Map<String, Object> fields(int fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", start.plusNanos(facts.time(fact)).toLocalDateTime().toString());
        fields.put("timeNanos", facts.time(fact));
        fields.put("kind", facts.kind(fact).label());
        if (facts.who(fact) >= 0) {
            fields.put("who", world.entities().name(facts.who(fact)));
        }
        if (facts.whom(fact) >= 0) {
            fields.put("whom", world.entities().name(facts.whom(fact)));
        }
        fields.put("value", facts.value(fact));
        fields.put("key", key(fact));
        if (facts.trigger(fact) >= 0) {
            fields.put("trigger", key(facts.trigger(fact)));
        }
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < facts.conditionCount(fact); i++) {
            conditions.add(key(facts.condition(fact, i)));
        }
        if (!conditions.isEmpty()) {
            fields.put("conditions", conditions);
        }
        return fields;
    }

    private String key(int fact) {
        return HexFormat.of().toHexDigits(facts.key(fact));
    }
}
