package org.shieldwall.world;

import java.util.List;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Presence;

/** Compiles communities with their members. */
final class CommunityCompiler {
    final Rows.CommunityRow[] communities;

    CommunityCompiler(Catalogue catalogue, Parameters parameters) {
        communities = new Rows.CommunityRow[catalogue.communities.size()];
        for (int c = 0; c < communities.length; c++) {
            Community community = catalogue.communities.get(c);
            String path = "communities." + community.name() + ".";
            List<String> members = community.members().stream().sorted().toList();
            int levels = Indicators.bits(community.levels());
            int[][] memberLevers = new int[members.size()][];
            for (int m = 0; m < memberLevers.length; m++) {
                Presence presence = community.memberPresence().getOrDefault(members.get(m), Presence.ALWAYS);
                memberLevers[m] = catalogue.levers(presence);
            }
            communities[c] = new Rows.CommunityRow(
                    parameters.time(path + "delay", community.delay()),
                    parameters.number(path + "willingness", community.willingness()),
                    parameters.number(path + "loss", community.loss()),
                    parameters.number(path + "precision", community.precision()),
                    parameters.number(path + "false-alerts", community.falseAlertRate()),
                    parameters.time(path + "false-life", community.falseLife()),
                    parameters.number(path + "leak", community.leak()),
                    parameters.number(path + "withheld-known", community.withheldKnown()),
                    parameters.number(path + "leak-known", community.leakKnown()),
                    parameters.number(path + "handlers", community.handlers()),
                    parameters.time(path + "handling", community.handling()),
                    members.stream()
                            .mapToInt(name -> catalogue.organisation(name))
                            .toArray(),
                    memberLevers,
                    community.centre() == null ? -1 : catalogue.organisation(community.centre()),
                    levels);
        }
    }
}
