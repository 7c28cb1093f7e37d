package org.shieldwall.scenario;

import java.util.List;

/**
 * Which levers bring an entity into being; always there where the list is empty.
 *
 * @param levers names of levers, sorted; the entity is alive while any of them is on
 */
public record Presence(List<String> levers) {
    public static final Presence ALWAYS = new Presence(List.of());
}
