package org.shieldwall.measure;

import java.util.List;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures.Better;
import org.shieldwall.measure.Measures.Column;
import org.shieldwall.measure.Measures.Kind;

/** How much was passed on: indicators published and received. */
final class SharingFold implements Fold {
    private int published;
    private int received;

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("indicators-published", "indicators", Better.NEITHER, Kind.AMOUNT, "Told to a community."),
                new Column("indicators-received", "indicators", Better.NEITHER, Kind.AMOUNT, "Deliveries to members."));
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(FactKind.INDICATOR_PUBLISHED, FactKind.INDICATOR_RECEIVED);
    }

    @Override
    public void begin() {
        published = 0;
        received = 0;
    }

    @Override
    public void take(FactLog facts, int fact) {
        if (facts.kind(fact) == FactKind.INDICATOR_PUBLISHED) {
            published++;
        } else {
            received++;
        }
    }

    @Override
    public void end(long horizon, double[] values, byte[] ends, int at) {
        values[at] = published;
        values[at + 1] = received;
    }
}
