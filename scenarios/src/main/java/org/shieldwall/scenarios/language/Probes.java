package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Probe;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Probes: looks at some services at a stated time, as somebody took them, for expectations to be held against. */
final class Probes {
    static final Key<List<Ref>> OF =
            withDefault("of", ListShape.noneOrMore(Shapes.reference(Kind.SERVICE)), "[]", "which services");
    static final Key<LocalDateTime> AT = optional("at", Shapes.LOCAL_TIME, "local time of a look at one moment");
    static final Key<LocalDateTime> FROM = optional("from", Shapes.LOCAL_TIME, "or local time of the beginning");
    static final Key<LocalDateTime> UNTIL = optional("until", Shapes.LOCAL_TIME, "and of the end");
    static final Key<Double> BELOW =
            withDefault("below", new PlainShare(), "50%", "a service counts as out of reach below this level");
    static final BlockShape SHAPE = new BlockShape("a probe", OF, AT, FROM, UNTIL, BELOW);

    private Probes() {}

    /** It is one moment or a stretch of time. */
    static void check(Named<Block> named, Problems problems) {
        Block block = named.value();
        boolean moment = block.isWritten(AT);
        boolean stretch = block.isWritten(FROM) && block.isWritten(UNTIL);
        boolean any = block.isWritten(FROM) || block.isWritten(UNTIL);
        if (moment ? any : !stretch) {
            problems.add(Problem.error(
                    named.name().span(), "a probe has `at`, or `from` and `until`", "write one or the other"));
            return;
        }
        LocalDateTime from = block.find(FROM);
        LocalDateTime until = block.find(UNTIL);
        if (from != null && until != null && !until.isAfter(from)) {
            problems.add(Problem.error(block.span(UNTIL), "a probe ends after it began", "not after it")
                    .seeing(block.span(FROM), "its beginning"));
        }
    }

    static List<Probe> build(Map<String, Named<Block>> probes) {
        return probes.entrySet().stream()
                .map(probe -> {
                    Block block = probe.getValue().value();
                    LocalDateTime at = block.find(AT);
                    return new Probe(
                            probe.getKey(),
                            block.get(OF).stream().map(Ref::name).sorted().toList(),
                            at == null ? block.get(FROM) : at,
                            at == null ? block.get(UNTIL) : at,
                            block.get(BELOW));
                })
                .toList();
    }
}
