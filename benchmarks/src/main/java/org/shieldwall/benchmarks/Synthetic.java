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
}
