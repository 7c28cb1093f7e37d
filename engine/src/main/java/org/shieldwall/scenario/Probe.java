package org.shieldwall.scenario;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A look at some services at a stated time, or over a stated time: what somebody measured from outside.
 *
 * @param services which; several of one name pattern or one by one
 * @param from local time in the scenario's zone
 * @param until equal to {@code from} for a look at one moment
 * @param below a service counts as out of reach below this level, 0 to 1
 */
public record Probe(String name, List<String> services, LocalDateTime from, LocalDateTime until, double below) {}
