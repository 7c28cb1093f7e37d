package org.shieldwall.world;

import org.shieldwall.kernel.Sampler;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Technique;

/** Compiles actors with how they rotate what defenders may know of them, and what they do when they are noticed. */
final class ActorCompiler {
    final Rows.ActorRow[] actors;

    ActorCompiler(Catalogue catalogue, Parameters parameters) {
        int levels = Technique.Level.values().length;
        actors = new Rows.ActorRow[catalogue.actors.size()];
        for (int a = 0; a < actors.length; a++) {
            Campaign.Actor actor = catalogue.actors.get(a);
            String path = "actors." + actor.name() + ".";
            Sampler[] times = new Sampler[levels];
            Sampler[] every = new Sampler[levels];
            boolean[] eachUse = new boolean[levels];
            double[] cost = new double[levels];
            for (Technique.Level level : Technique.Level.values()) {
                Campaign.Rotation rotation = actor.rotation().get(level);
                int l = level.ordinal();
                times[l] = rotation == null ? Sampler.constant(Double.POSITIVE_INFINITY) : Laws.time(rotation.time());
                every[l] = rotation == null ? Sampler.constant(Double.POSITIVE_INFINITY) : Laws.time(rotation.every());
                eachUse[l] = rotation != null && rotation.eachUse();
                cost[l] = rotation == null ? 0 : Laws.middle(rotation.cost());
            }
            actors[a] = new Rows.ActorRow(
                    parameters.number(path + "skill", actor.skill()),
                    parameters.number(path + "notices", actor.notices()),
                    parameters.number(
                            path + "when-noticed.hides", actor.whenNoticed().hides()),
                    parameters.time(
                            path + "when-noticed.hides-for", actor.whenNoticed().hidesFor()),
                    parameters.number(
                            path + "when-noticed.strikes", actor.whenNoticed().strikes()),
                    actor.operators(),
                    Laws.middle(actor.hourCost()),
                    times,
                    every,
                    eachUse,
                    cost);
        }
    }
}
