package org.shieldwall.world;

import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Scenario;

/** Compiles what lets somebody in: accounts with where their credentials are found, and links between networks. */
final class AccessCompiler {
    final Rows.AccountRow[] accounts;

    /** [group] */
    final int[][] accountsFoundOn;

    final World.LinkRow[] links;

    AccessCompiler(
            Scenario scenario, Catalogue catalogue, Layout layout, Parameters parameters, LinkServices linkServices) {
        accounts = new Rows.AccountRow[catalogue.accounts.size()];
        IntLists found = new IntLists(layout.groups.length);
        for (int a = 0; a < accounts.length; a++) {
            Network.Account account = catalogue.accounts.get(a);
            String path = "accounts." + account.name() + ".";
            int[] opened = account.opens().stream()
                    .mapToInt(opening -> catalogue.network(opening.network()))
                    .toArray();
            long[] by = account.opens().stream()
                    .mapToLong(opening -> linkServices.bit(opening.by()))
                    .toArray();
            int first = -1;
            int count = 0;
            if (account.foundOn() != null) {
                int[] range = layout.range(account.foundOn());
                first = range[0];
                count = range[1];
                for (int g = 0; g < layout.groups.length; g++) {
                    if (layout.groups[g].firstAsset() >= first && layout.groups[g].firstAsset() < first + count) {
                        found.add(g, a);
                    }
                }
            }
            accounts[a] = new Rows.AccountRow(
                    opened,
                    by,
                    first,
                    count,
                    parameters.number(path + "found-on.share", account.share()),
                    parameters.number(path + "second-factor", account.secondFactor()));
        }
        accountsFoundOn = found.all();
        links = links(scenario, catalogue, linkServices);
    }

    private static World.LinkRow[] links(Scenario scenario, Catalogue catalogue, LinkServices linkServices) {
        return scenario.links().stream()
                .map(link -> {
                    long bits = link.allow().isEmpty() ? -1L : 0;
                    for (String service : link.allow().stream().sorted().toList()) {
                        bits |= linkServices.bit(service);
                    }
                    return new World.LinkRow(
                            catalogue.zone(link.from()),
                            catalogue.zone(link.to()),
                            bits,
                            catalogue.levers(link.presence()));
                })
                .toArray(World.LinkRow[]::new);
    }
}
