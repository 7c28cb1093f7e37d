package org.shieldwall.world;

import java.util.Arrays;
import java.util.List;
import org.shieldwall.scenario.Network;

/** Where the assets of networks and groups lie: one after the other, network by network and group by group. */
final class Layout {
    final Rows.NetworkRow[] networks;
    final Rows.GroupRow[] groups;

    /** [asset] */
    final int[] groupOf;

    /** [asset] */
    final int[] networkOf;

    private final Catalogue catalogue;

    Layout(Catalogue catalogue, Parameters parameters) {
        this.catalogue = catalogue;
        groups = new Rows.GroupRow[catalogue.groups.size()];
        networks = new Rows.NetworkRow[catalogue.networks.size()];
        int asset = 0;
        int group = 0;
        for (int n = 0; n < networks.length; n++) {
            int firstAsset = asset;
            int firstGroup = group;
            while (group < groups.length && catalogue.groups.get(group).network() == n) {
                groups[group] = row(catalogue.groups.get(group), asset, parameters);
                asset += groups[group].assetCount();
                group++;
            }
            int organisation = catalogue.organisation(catalogue.networks.get(n).organisation());
            networks[n] =
                    new Rows.NetworkRow(organisation, firstAsset, asset - firstAsset, firstGroup, group - firstGroup);
        }
        groupOf = new int[asset];
        networkOf = new int[asset];
        for (int g = 0; g < groups.length; g++) {
            Rows.GroupRow row = groups[g];
            Arrays.fill(groupOf, row.firstAsset(), row.firstAsset() + row.assetCount(), g);
            Arrays.fill(networkOf, row.firstAsset(), row.firstAsset() + row.assetCount(), row.network());
        }
    }

    private Rows.GroupRow row(Catalogue.GroupOf of, int firstAsset, Parameters parameters) {
        Network.AssetGroup group = of.assets();
        String path = "networks.%s.assets.%s."
                .formatted(catalogue.networks.get(of.network()).name(), group.name());
        int fails = group.fails() == null ? -1 : parameters.time(path + "fails", group.fails());
        return new Rows.GroupRow(
                group.name(),
                of.network(),
                firstAsset,
                group.count(),
                group.template().physical(),
                parameters.number(path + "hardening", group.template().hardening()),
                fails);
    }

    /** First asset and number of assets of a group or network. */
    int[] range(String name) {
        Integer group = catalogue.groupIfAny(name);
        if (group != null) {
            return new int[] {groups[group].firstAsset(), groups[group].assetCount()};
        }
        Integer network = catalogue.networkIfAny(name);
        if (network == null) {
            throw new IllegalArgumentException("No group of assets or network is called (%s).".formatted(name));
        }
        return new int[] {networks[network].firstAsset(), networks[network].assetCount()};
    }

    /**
     * Ranges of assets named by groups or networks; all of an organisation's networks where nothing is named.
     *
     * @return the first assets, and the numbers of assets
     */
    int[][] ranges(int organisation, List<String> names) {
        IntLists ranges = new IntLists(2);
        if (names.isEmpty()) {
            for (Rows.NetworkRow network : networks) {
                if (network.organisation() == organisation && network.assetCount() > 0) {
                    ranges.add(0, network.firstAsset());
                    ranges.add(1, network.assetCount());
                }
            }
        }
        for (String name : names.stream().sorted().toList()) {
            int[] range = range(name);
            ranges.add(0, range[0]);
            ranges.add(1, range[1]);
        }
        return ranges.all();
    }
}
