package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/** Classes of those whom a service serves, in the order in which it serves them when there is not enough for all. */
final class ServedClasses {
    private static final int MOST_CLASSES = 50;
    private static final double LEAST_DEMAND = 0.001;
    private static final double GREATEST_DEMAND = 1e10;

    static final Key<Node.Scalar> CLASS = required("class", new NameShape(), "its name, by which needs refer to it");
    static final Key<Quantity> DEMAND = optional(
                    "demand",
                    QuantityShape.FACTOR,
                    "what all of it want together, in any unit that the classes share; else its people, or its customers where no class has people")
            .changeable();
    static final BlockShape SHAPE = new BlockShape("a class", CLASS, DEMAND, Services.CUSTOMERS, Services.PEOPLE);
    static final Key<List<Block>> BY_CLASS = Key.withDefault(
            "by-class",
            ListShape.of(SHAPE),
            "[]",
            "classes in the order in which they are served: each gets all it wants before the next gets anything");

    private ServedClasses() {}

    static List<Service.ServedClass> build(Block serves) {
        List<Block> classes = serves.get(BY_CLASS);
        List<Service.ServedClass> result = new ArrayList<>();
        for (Block each : classes) {
            Quantity demand = each.find(DEMAND);
            result.add(new Service.ServedClass(
                    each.get(CLASS).text(),
                    demand == null ? Quantity.constant(usual(each, classes)) : demand,
                    each.get(Services.CUSTOMERS),
                    each.get(Services.PEOPLE)));
        }
        return List.copyOf(result);
    }

    /** The demand of a class where none is written. */
    private static double usual(Block each, List<Block> all) {
        boolean people = all.stream().anyMatch(other -> number(other, Services.PEOPLE) > 0);
        return number(each, people ? Services.PEOPLE : Services.CUSTOMERS);
    }

    private static double number(Block each, Key<Double> key) {
        Double number = each.find(key);
        return number == null ? 0 : number;
    }

    static void check(Entity service, Scope scope) {
        Block serves = service.block().find(Services.SERVES);
        List<Block> classes = serves == null ? null : serves.find(BY_CLASS);
        if (serves == null || classes == null || classes.isEmpty()) {
            return;
        }
        Problems problems = scope.problems();
        for (Key<?> key : List.of(Services.CUSTOMERS, Services.PEOPLE)) {
            if (serves.isWritten(key)) {
                problems.add(Problem.error(
                                serves.span(key),
                                "`" + key.name() + "` stands with each class",
                                "leave it out: it is the sum of the classes")
                        .seeing(serves.span(BY_CLASS), "the classes"));
            }
        }
        if (classes.size() > MOST_CLASSES) {
            problems.add(Problem.error(
                    serves.span(BY_CLASS), "there are " + classes.size() + " classes", "at most " + MOST_CLASSES));
        } else if (classes.size() == 1) {
            problems.add(Problem.warning(
                    serves.span(BY_CLASS), "one class goes before nobody", "write a second, or `people` alone"));
        }
        checkNames(classes, problems);
        checkDemands(classes, problems);
    }

    private static void checkNames(List<Block> classes, Problems problems) {
        Map<String, Node.Scalar> seen = new LinkedHashMap<>();
        for (Block each : classes) {
            Node.Scalar name = each.find(CLASS);
            Node.Scalar first = name == null ? null : seen.putIfAbsent(name.text(), name);
            if (name != null && first != null) {
                problems.add(Problem.error(name.span(), "`" + name.text() + "` stands here twice", "again")
                        .seeing(first.span(), "first here"));
            }
        }
    }

    private static void checkDemands(List<Block> classes, Problems problems) {
        Block stating = null;
        for (Block each : classes) {
            stating = stating == null && each.isWritten(DEMAND) ? each : stating;
        }
        for (Block each : classes) {
            Node.Scalar name = each.find(CLASS);
            if (name == null) {
                continue;
            }
            if (each.isWritten(DEMAND)) {
                checkRange(each, problems);
            } else if (stating != null) {
                problems.add(Problem.error(name.span(), "`" + name.text() + "` states no `demand`", "add one")
                        .seeing(stating.span(DEMAND), "another class does"));
            } else if (!(usual(each, classes) > 0)) {
                problems.add(Problem.error(
                        name.span(),
                        "what `" + name.text() + "` wants is not known",
                        "write `demand` with each class, or `people`"));
            }
        }
    }

    private static void checkRange(Block each, Problems problems) {
        Quantity demand = each.find(DEMAND);
        if (demand != null
                && demand.distribution() instanceof Quantity.Constant constant
                && !(constant.value() >= LEAST_DEMAND && constant.value() <= GREATEST_DEMAND)) {
            problems.add(
                    Problem.error(each.span(DEMAND), "this demand is out of range", "from 0.001 to 10,000,000,000"));
        }
    }

    /** Needs that name a class which the service does not serve. */
    static void checkNeeds(Entity service, Draft draft, Problems problems) {
        for (Key<NeedText> key : List.of(Services.NEEDS, Services.STARTS_WITH)) {
            NeedText need = service.block().find(key);
            for (NeedText.OfClass of : need == null ? List.<NeedText.OfClass>of() : NeedShape.classes(need)) {
                checkNeed(of, draft, problems);
            }
        }
    }

    private static void checkNeed(NeedText.OfClass of, Draft draft, Problems problems) {
        String name = of.service().name();
        Entity service = draft.services().get(name);
        Block serves = service == null ? null : service.block().find(Services.SERVES);
        List<Block> classes = serves == null ? null : serves.find(BY_CLASS);
        if (service == null || serves == null || classes == null) {
            return;
        }
        String written = of.served().text();
        TreeSet<String> names = new TreeSet<>(names(classes));
        if (classes.isEmpty()) {
            problems.add(Problem.error(
                            of.served().span(),
                            "`" + name + "` serves no classes",
                            "need `" + name + "` alone, or give it `by-class`")
                    .seeing(service.name().span(), "which is defined here"));
        } else if (!names.contains(written)) {
            String nearest = Nearest.to(written, names);
            problems.add(Problem.error(
                            of.served().span(),
                            "`" + name + "` serves no class `" + written + "`",
                            nearest == null ? "unknown" : "did you mean `" + nearest + "`?")
                    .seeing(serves.span(BY_CLASS), "its classes: " + String.join(", ", names(classes))));
        }
    }

    private static List<Block> of(Entity service) {
        Block serves = service.block().find(Services.SERVES);
        List<Block> classes = serves == null ? null : serves.find(BY_CLASS);
        return classes == null ? List.of() : classes;
    }

    /** Whether a text is {@code service.class}. */
    static boolean isClass(String path, Draft draft) {
        int dot = path.indexOf('.');
        Entity service = dot < 0 ? null : draft.services().get(path.substring(0, dot));
        return service != null && names(of(service)).contains(path.substring(dot + 1));
    }

    /** The classes of all services, as {@code service.class}. */
    static TreeSet<String> all(Draft draft) {
        TreeSet<String> all = new TreeSet<>();
        draft.services().forEach((name, service) -> names(of(service)).forEach(served -> all.add(name + "." + served)));
        return all;
    }

    /** The names of what a key {@code by-class} holds, in the order in which they are served. */
    static List<String> names(@Nullable Object classes) {
        return blocks(classes).stream().map(served -> served.get(CLASS).text()).toList();
    }

    /** Those of which a name could be read. */
    static List<Block> blocks(@Nullable Object classes) {
        List<Block> found = new ArrayList<>();
        for (Object each : classes instanceof List<?> list ? list : List.of()) {
            if (each instanceof Block block && block.find(CLASS) != null) {
                found.add(block);
            }
        }
        return found;
    }
}
