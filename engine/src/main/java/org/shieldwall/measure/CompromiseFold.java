package org.shieldwall.measure;

import java.util.Arrays;
import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.world.EntityKind;
import org.shieldwall.world.World;

/** Blast radius (A10): assets ever compromised, the most at once, organisations ever compromised. */
final class CompromiseFold implements Fold {
    private final World world;
    private final LiveFootholds held;
    private final boolean[] everAsset;
    private final boolean[] everOrganisation;
    private int assets;
    private int organisations;
    private int peak;

    CompromiseFold(World world) {
        this.world = world;
        held = new LiveFootholds(world);
        everAsset = new boolean[world.assetCount()];
        everOrganisation = new boolean[world.organisationCount()];
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Form.ASSETS_COMPROMISED_EVER.column(),
                Form.ASSETS_COMPROMISED_PEAK.column(),
                Form.ORGANISATIONS_COMPROMISED.column());
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.ACCESS_GRANTED, FactKind.ACCESS_LOST);
    }

    @Override
    public void begin() {
        held.clear();
        if (assets > 0) {
            Arrays.fill(everAsset, false);
        }
        Arrays.fill(everOrganisation, false);
        assets = 0;
        organisations = 0;
        peak = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        held.take(facts, fact);
        peak = Math.max(peak, held.count());
        if (facts.kind(fact) != FactKind.ACCESS_GRANTED) {
            return;
        }
        int asset = world.entities().index(EntityKind.ASSET, facts.whom(fact));
        if (!everAsset[asset]) {
            everAsset[asset] = true;
            assets++;
            int org = world.organisationOf(asset);
            if (!everOrganisation[org]) {
                everOrganisation[org] = true;
                organisations++;
            }
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        values[at] = assets;
        values[at + 1] = peak;
        values[at + 2] = organisations;
    }
}
