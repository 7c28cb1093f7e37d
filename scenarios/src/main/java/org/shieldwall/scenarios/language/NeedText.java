package org.shieldwall.scenarios.language;

import java.util.List;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.text.Node;

/** What a service needs, as written: names not yet known to be services or assets. */
sealed interface NeedText {

    /** A service, or all assets of a group. */
    record Whole(Ref ref) implements NeedText {}

    /** What a service delivers to one of the classes that it serves. */
    record OfClass(Ref service, Node.Scalar served) implements NeedText {}

    record All(List<NeedText> of) implements NeedText {}

    record Any(List<NeedText> of) implements NeedText {}

    record Least(int k, List<NeedText> of) implements NeedText {}

    record LeastOfAssets(int k, Ref group, Service.Function function) implements NeedText {}

    record Share(Ref group, Service.Function function) implements NeedText {}

    /** What people somewhere want of assets. */
    record Delivered(Ref group, Ref to, double traffic, double requests) implements NeedText {}

    record Weighed(List<Double> weights, List<NeedText> of) implements NeedText {}
}
