package org.shieldwall.scenarios.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Quantities;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;

/** A share that is never random; its origin may stand beside it. */
final class PlainShare implements Shape<Double> {
    private static final QuantityShape SHAPE = QuantityShape.SHARE.constant();

    @Override
    public @Nullable Double read(Node node, Scope scope) {
        Quantity quantity = SHAPE.read(node, scope);
        return quantity == null ? null : Double.valueOf(Quantities.constant(quantity));
    }

    @Override
    public String form() {
        return SHAPE.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return SHAPE.schema(definitions);
    }
}
