package org.shieldwall.benchmarks;

import java.util.Locale;
import java.util.Objects;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.Reading;
import org.shieldwall.scenarios.ScenarioReader;

/**
 * A scenario of any number of assets, in organisations of a thousand each: offices with sensors and analysts, machines that
 * fail and are mended, services, and a worm-like campaign in every organisation. Events grow in proportion to assets.
 */
final class Synthetic {
    private static final int EACH = 1_000;

    private Synthetic() {}

    /** @param assets a multiple of a thousand */
    static Scenario ofAssets(int assets) {
        Reading reading = new ScenarioReader().readText("synthetic.yaml", text(assets / EACH));
        if (reading.hasErrors()) {
            throw new IllegalStateException(reading.render());
        }
        return Objects.requireNonNull(reading.scenario());
    }

    private static String text(int organisations) {
        StringBuilder text = new StringBuilder(2_000 * organisations);
        text.append("shieldwall: 1\nname: Synthetic\nstarts: {local: 2025-01-06T08:00, zone: UTC}\nlasts: 10d\n")
                .append("use: [techniques/enterprise, playbooks/standard, assets/grid]\norganisations:\n");
        each(
                text,
                organisations,
                "  o%1$d: {kind: business, sector: works, security: {playbook: standard, analysts: {count: 2},"
                        + " sensors: {s%1$d: {kind: endpoint, quality: 20%%, delay: {exponential: 1h}, false-alerts: 0.01 per day}}}}\n");
        text.append("networks:\n");
        each(
                text,
                organisations,
                "  n%1$d: {organisation: o%1$d, assets: {pc%1$d: {template: office-pc, count: 900},"
                        + " unit%1$d: {template: office-pc, count: 100, fails: {exponential: 60d}}}}\n");
        text.append("links:\n");
        each(text, organisations, "  - {from: internet, to: n%1$d, allow: [smtp]}\n");
        text.append("crews:\n");
        each(text, organisations, "  c%1$d: {organisation: o%1$d, count: 2}\n");
        text.append("services:\n");
        each(
                text,
                organisations,
                "  v%1$d: {provided-by: o%1$d, needs: {share-of: unit%1$d}, serves: {people: 1000},"
                        + " restore: {by: c%1$d, each: {exponential: 4h}}}\n");
        text.append(
                "actors:\n  red: {skill: 0.7, operators: 100, arsenal: [spearphishing-attachment, remote-services]}\ncampaigns:\n");
        each(
                text,
                organisations,
                "  w%1$d: {actor: red, steps: {in: {do: spearphishing-attachment, on: {any: pc%1$d}, retry: {every: 1d, at-most: 9}},"
                        + " on: {do: remote-services, after: in, on: {count: 30, of: pc%1$d}, retry: {every: 1d, at-most: 3}}}}\n");
        text.append("strategies: {plain: []}\n");
        return text.toString();
    }

    private static void each(StringBuilder text, int organisations, String line) {
        for (int i = 1; i <= organisations; i++) {
            text.append(String.format(Locale.ROOT, line, i));
        }
    }

    /** Prints what one size costs: {@code java -cp benchmarks.jar org.shieldwall.benchmarks.Synthetic 1000000}. */
    public static void main(String[] arguments) {
        int assets = Integer.parseInt(arguments[0]);
        long start = System.nanoTime();
        Scenario scenario = ofAssets(assets);
        long read = System.nanoTime();
        org.shieldwall.world.World world = org.shieldwall.world.World.compile(scenario);
        long compiled = System.nanoTime();
        long before = used();
        org.shieldwall.run.Simulation simulation = new org.shieldwall.run.Simulation(world);
        long events = 0;
        long nanos = 0;
        long least = Long.MAX_VALUE;
        for (int run = 0; run < Math.max(12, 3_000_000 / assets); run++) {
            long from = System.nanoTime();
            simulation.run(java.util.List.of(), 1, run + 1);
            long took = System.nanoTime() - from;
            events = simulation.events();
            nanos = took;
            least = Math.min(least, took);
        }
        System.out.printf(
                Locale.ROOT,
                "assets %,d: read %.2f s, compile %.2f s, world+run %.0f B per asset, run %.3f s, %,d events, %.0f ns per event (least %.0f)%n",
                assets,
                (read - start) / 1e9,
                (compiled - read) / 1e9,
                (used() - before) / (double) assets,
                nanos / 1e9,
                events,
                nanos / (double) events,
                least / (double) events);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
