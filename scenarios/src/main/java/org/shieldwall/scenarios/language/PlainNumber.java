package org.shieldwall.scenarios.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.SchemaDefinitions;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shape;
import org.shieldwall.scenarios.text.Node;

/** A number that is never random and has no unit; its origin may stand beside it. */
final class PlainNumber implements Shape<Double> {

    @Override
    public @Nullable Double read(Node node, Scope scope) {
        Quantity quantity = QuantityShape.FACTOR.read(node, scope);
        return quantity != null && quantity.distribution() instanceof Quantity.Constant constant
                ? Double.valueOf(constant.value())
                : null;
    }

    @Override
    public String form() {
        return QuantityShape.FACTOR.form();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return QuantityShape.FACTOR.schema(definitions);
    }
}
