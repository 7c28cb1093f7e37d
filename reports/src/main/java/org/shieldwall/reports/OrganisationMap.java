package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Scenario;

/**
 * Organisations as boxes, their networks in them, assets as a field of small squares. Places come from the scenario alone:
 * organisations in the order of their names, each in the column that is shortest so far; networks below each other.
 */
final class OrganisationMap {
    private static final int WIDE = 820;
    private static final int NARROW = 350;
    private static final int COLUMNS = 3;
    private static final int GAP = 16;
    private static final int PAD = 12;
    private static final int LINE = 16;
    private static final int TILE = 6;
    private static final int STEP = 8;
    /** More squares than these become a number. */
    private static final int MOST_TILES = 400;

    private final Scenario scenario;

    OrganisationMap(Scenario scenario) {
        this.scenario = scenario;
    }

    String wide() {
        return draw(
                "w",
                WIDE,
                Math.min(COLUMNS, Math.max(1, scenario.organisations().size())));
    }

    String narrow() {
        return draw("n", NARROW, 1);
    }

    private String draw(String classes, int width, int columns) {
        int each = (width - (columns - 1) * GAP) / columns;
        List<Organisation> organisations = scenario.organisations();
        int[] columnOf = new int[organisations.size()];
        int[] tops = new int[organisations.size()];
        int[] bottoms = new int[columns];
        for (int i = 0; i < organisations.size(); i++) {
            columnOf[i] = shortest(bottoms);
            tops[i] = bottoms[columnOf[i]];
            bottoms[columnOf[i]] += height(organisations.get(i), each) + GAP;
        }
        int height = Math.max(1, Arrays.stream(bottoms).max().orElse(1));
        Svg svg = new Svg(classes, width, height, "Organisations with their networks and assets: " + names() + ".");
        for (int i = 0; i < organisations.size(); i++) {
            organisation(svg, organisations.get(i), columnOf[i] * (each + GAP), tops[i], each);
        }
        return svg.toString();
    }

    private static int shortest(int[] bottoms) {
        int shortest = 0;
        for (int column = 1; column < bottoms.length; column++) {
            if (bottoms[column] < bottoms[shortest]) {
                shortest = column;
            }
        }
        return shortest;
    }

    private String names() {
        return String.join(
                ", ", scenario.organisations().stream().map(Organisation::name).toList());
    }

    private List<Network> networks(Organisation organisation) {
        return scenario.networks().stream()
                .filter(network -> network.organisation().equals(organisation.name()))
                .toList();
    }

    private int height(Organisation organisation, int width) {
        int height = PAD + 3 * LINE + (circles(organisation).isEmpty() ? 0 : LINE);
        for (Network network : networks(organisation)) {
            height += networkHeight(network, width - 2 * PAD) + 8;
        }
        return height + PAD;
    }

    private int networkHeight(Network network, int width) {
        int height = 8 + 2 * LINE;
        for (Network.AssetGroup group : network.assets()) {
            height += LINE + tileRows(group, width) * STEP + 4;
        }
        return height;
    }

    private static int tileRows(Network.AssetGroup group, int width) {
        int inRow = Math.max(1, (width - 2 * PAD) / STEP);
        return group.count() > MOST_TILES ? 0 : (group.count() + inRow - 1) / inRow;
    }

    private List<String> circles(Organisation organisation) {
        return scenario.communities().stream()
                .filter(community -> community.members().contains(organisation.name()))
                .map(Community::name)
                .toList();
    }

    private void organisation(Svg svg, Organisation organisation, int x, int y, int width) {
        svg.box("ru", x + 0.5, y + 0.5, width - 1, height(organisation, width) - 1);
        int line = y + PAD + 12;
        svg.text("b", x + PAD, line, shortened(organisation.name(), width));
        line += LINE;
        svg.text(
                "s q",
                x + PAD,
                line,
                shortened(ScenarioWords.of(organisation.kind()) + ", " + organisation.sector(), width));
        line += LINE;
        svg.text("s cd", x + PAD, line, shortened("● " + ScenarioWords.defenders(organisation), width));
        for (String circle : circles(organisation).stream().limit(1).toList()) {
            line += LINE;
            svg.text("s cc", x + PAD, line, shortened("◆ " + circle, width));
        }
        int top = line + 10;
        for (Network network : networks(organisation)) {
            network(svg, network, x + PAD, top, width - 2 * PAD);
            top += networkHeight(network, width - 2 * PAD) + 8;
        }
    }

    private void network(Svg svg, Network network, int x, int y, int width) {
        svg.box("ru", x + 0.5, y + 0.5, width - 1, networkHeight(network, width) - 1);
        svg.text("s b", x + 8, y + LINE, shortened(network.name(), width));
        svg.text("s q", x + 8, y + 2 * LINE, shortened(reached(network), width));
        int top = y + 2 * LINE + 4;
        for (Network.AssetGroup group : network.assets()) {
            svg.text("s", x + 8, top + 12, shortened(Rounding.number(group.count(), 0) + " " + group.name(), width));
            top += LINE;
            top += tiles(svg, group, x + 8, top, width) + 4;
        }
    }

    private static int tiles(Svg svg, Network.AssetGroup group, int x, int y, int width) {
        int rows = tileRows(group, width);
        int inRow = Math.max(1, (width - 2 * PAD) / STEP);
        for (int i = 0; rows > 0 && i < group.count(); i++) {
            svg.bar("tg", x + i % inRow * STEP, y + i / inRow * STEP, TILE, TILE);
        }
        return rows * STEP;
    }

    private String reached(Network network) {
        List<String> from = new ArrayList<>();
        for (Network.Link link : scenario.links()) {
            if (link.to().equals(network.name())) {
                from.add(link.from() + " by " + String.join(", ", link.allow()));
            }
        }
        return from.isEmpty() ? "no way in" : "from " + String.join("; ", from);
    }

    /** About 6.6 pixels a letter. */
    private static String shortened(String text, int width) {
        int letters = (int) ((width - 2 * PAD) / 6.6);
        return text.length() <= letters ? text : text.substring(0, Math.max(1, letters - 1)) + "…";
    }
}
