package org.shieldwall.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Service;

/**
 * The needs of all services as one forest in flat arrays. Levels are integers 0…{@value #FULL}, rounded down, so that
 * evaluation is exact and every expression monotone in the levels below it.
 */
public final class NeedProgram {
    public static final int FULL = 10_000;

    /** Level of what is not there: a member of no quantifier, in no denominator. */
    public static final int NOTHING = -1;

    private enum Operator {
        ALL,
        ANY,
        AT_LEAST,
        WEIGHTED,
        SERVICE,
        CLASS,
        SHARE,
        ASSETS,
        DELIVERED
    }

    private static final Operator[] OPERATORS = Operator.values();

    private final byte[] operators;
    private final int[] firstChild;
    private final int[] childCount;
    private final int[] children;
    private final int[] arguments;
    private final int[] thresholds;
    private final boolean[] control;
    private final double[] weights;

    private NeedProgram(Builder builder) {
        int size = builder.operators.size();
        operators = new byte[size];
        firstChild = new int[size];
        childCount = new int[size];
        arguments = new int[size];
        thresholds = new int[size];
        control = new boolean[size];
        weights = new double[builder.children.size()];
        children = new int[builder.children.size()];
        for (int i = 0; i < size; i++) {
            operators[i] = (byte) builder.operators.get(i).ordinal();
            firstChild[i] = builder.firstChild.get(i);
            childCount[i] = builder.childCount.get(i);
            arguments[i] = builder.arguments.get(i);
            thresholds[i] = builder.thresholds.get(i);
            control[i] = builder.control.get(i);
        }
        for (int i = 0; i < children.length; i++) {
            children[i] = builder.children.get(i);
            weights[i] = builder.weights.get(i);
        }
    }

    static final class Builder {
        private final List<Operator> operators = new ArrayList<>();
        private final List<Integer> firstChild = new ArrayList<>();
        private final List<Integer> childCount = new ArrayList<>();
        private final List<Integer> arguments = new ArrayList<>();
        private final List<Integer> thresholds = new ArrayList<>();
        private final List<Boolean> control = new ArrayList<>();
        private final List<Integer> children = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private final List<Service.Delivered> demands = new ArrayList<>();
        private final List<Integer> demandServices = new ArrayList<>();
        private final List<Integer> demandGroups = new ArrayList<>();
        private final ServedClasses classes;

        /** The service whose needs are added: it asks for what its needs want delivered. */
        private int asking;

        Builder(ServedClasses classes) {
            this.classes = classes;
        }

        /** Adds what a service needs and returns its root. */
        int add(int asks, Service.Need need, ToIntFunction<String> service, ToIntFunction<String> group) {
            asking = asks;
            return add(need, service, group);
        }

        /** What is wanted of groups of assets from elsewhere, in the order of the leaves' arguments. */
        List<TrafficCompiler.Demand> demands(ToIntFunction<String> zone) {
            List<TrafficCompiler.Demand> result = new ArrayList<>();
            for (int d = 0; d < demands.size(); d++) {
                Service.Delivered demand = demands.get(d);
                result.add(new TrafficCompiler.Demand(
                        demandServices.get(d),
                        demandGroups.get(d),
                        zone.applyAsInt(demand.to()),
                        demand.traffic(),
                        demand.requests(),
                        Dice.key(demand.group() + " to " + demand.to())));
            }
            return result;
        }

        /** Two needs of one service for the same are one demand. */
        private int demand(Service.Delivered demand, int group) {
            for (int d = 0; d < demands.size(); d++) {
                if (demandServices.get(d) == asking && demands.get(d).equals(demand)) {
                    return d;
                }
            }
            demands.add(demand);
            demandServices.add(asking);
            demandGroups.add(group);
            return demands.size() - 1;
        }

        private int add(Service.Need need, ToIntFunction<String> service, ToIntFunction<String> group) {
            if (need instanceof Service.AllOf all) {
                return inner(Operator.ALL, 0, all.of(), List.of(), service, group);
            } else if (need instanceof Service.AnyOf any) {
                return inner(Operator.ANY, 0, any.of(), List.of(), service, group);
            } else if (need instanceof Service.AtLeast some) {
                return inner(Operator.AT_LEAST, some.k(), some.of(), List.of(), service, group);
            } else if (need instanceof Service.Weighted weighted) {
                return inner(Operator.WEIGHTED, 0, weighted.of(), weighted.weights(), service, group);
            } else if (need instanceof Service.OfService of) {
                return leaf(Operator.SERVICE, service.applyAsInt(of.service()), 0, false);
            } else if (need instanceof Service.OfClass of) {
                int served = classes.index(of.service(), of.served());
                return leaf(Operator.CLASS, served, service.applyAsInt(of.service()), false);
            } else if (need instanceof Service.ShareOf share) {
                boolean byControl = share.function() == Service.Function.CONTROL;
                return leaf(Operator.SHARE, group.applyAsInt(share.group()), 0, byControl);
            } else if (need instanceof Service.AssetsAtLeast assets) {
                boolean byControl = assets.function() == Service.Function.CONTROL;
                return leaf(Operator.ASSETS, group.applyAsInt(assets.group()), assets.k(), byControl);
            } else if (need instanceof Service.Delivered delivered) {
                int of = group.applyAsInt(delivered.group());
                return leaf(Operator.DELIVERED, demand(delivered, of), of, false);
            }
            throw new IllegalArgumentException("No need (%s).".formatted(need));
        }

        private int leaf(Operator operator, int argument, int threshold, boolean byControl) {
            operators.add(operator);
            arguments.add(argument);
            thresholds.add(threshold);
            control.add(byControl);
            firstChild.add(0);
            childCount.add(0);
            return operators.size() - 1;
        }

        private int inner(
                Operator operator,
                int threshold,
                List<Service.Need> of,
                List<Double> shares,
                ToIntFunction<String> service,
                ToIntFunction<String> group) {
            List<Integer> roots = new ArrayList<>();
            for (Service.Need need : of) {
                roots.add(add(need, service, group));
            }
            int node = leaf(operator, 0, threshold, false);
            firstChild.set(node, children.size());
            childCount.set(node, roots.size());
            children.addAll(roots);
            double total = shares.stream().mapToDouble(Double::doubleValue).sum();
            for (int i = 0; i < roots.size(); i++) {
                weights.add(shares.isEmpty() ? 0 : shares.get(i) / total);
            }
            return node;
        }

        NeedProgram build() {
            return new NeedProgram(this);
        }
    }

    /** What an expression reads: levels of services, and working assets of groups. */
    public interface Levels {
        /** {@link #NOTHING} for a dormant service. */
        int service(int service);

        /** What a class is served; {@link #NOTHING} where its service is dormant. */
        int served(int served);

        int alive(int group);

        int working(int group, boolean control);

        /** The share of a demand that is answered. */
        int delivered(int demand);
    }

    /** Level of an expression, 0 to {@value #FULL}; cost proportional to its size. What needs nothing is full. */
    public int evaluate(int node, Levels levels) {
        int level = level(node, levels);
        return level == NOTHING ? FULL : level;
    }

    /** {@link #NOTHING} where only dormant things stand. */
    private int level(int node, Levels levels) {
        int first = firstChild[node];
        int count = childCount[node];
        switch (OPERATORS[operators[node]]) {
            case ALL -> {
                int least = NOTHING;
                for (int i = 0; i < count; i++) {
                    int level = level(children[first + i], levels);
                    least = level == NOTHING ? least : least == NOTHING ? level : Math.min(least, level);
                }
                return least;
            }
            case ANY -> {
                int greatest = NOTHING;
                for (int i = 0; i < count; i++) {
                    greatest = Math.max(greatest, level(children[first + i], levels));
                }
                return greatest;
            }
            case AT_LEAST -> {
                return kthGreatest(first, count, thresholds[node], levels);
            }
            case WEIGHTED -> {
                return weighted(first, count, levels);
            }
            case SERVICE -> {
                return levels.service(arguments[node]);
            }
            case CLASS -> {
                return levels.served(arguments[node]);
            }
            case SHARE -> {
                int alive = levels.alive(arguments[node]);
                return alive == 0
                        ? NOTHING
                        : (int) ((long) FULL * levels.working(arguments[node], control[node]) / alive);
            }
            case ASSETS -> {
                int alive = levels.alive(arguments[node]);
                if (alive == 0) {
                    return NOTHING;
                }
                int wanted = Math.min(thresholds[node], alive);
                return levels.working(arguments[node], control[node]) >= wanted ? FULL : 0;
            }
            case DELIVERED -> {
                return levels.alive(thresholds[node]) == 0 ? NOTHING : levels.delivered(arguments[node]);
            }
        }
        throw new IllegalStateException("No operator in node %d.".formatted(node));
    }

    /** The mean by weight of those that are there. */
    private int weighted(int first, int count, Levels levels) {
        double sum = 0;
        double missing = 0;
        for (int i = 0; i < count; i++) {
            int level = level(children[first + i], levels);
            if (level == NOTHING) {
                missing += weights[first + i];
            } else {
                sum += weights[first + i] * level;
            }
        }
        if (missing == 0) {
            return (int) (sum + 1e-9);
        }
        return missing > 1 - 1e-9 ? NOTHING : (int) (sum / (1 - missing) + 1e-9);
    }

    /** The greatest level that at least k of those that are there reach, or all if they are fewer; no array is needed. */
    private int kthGreatest(int first, int count, int k, Levels levels) {
        int there = 0;
        for (int i = 0; i < count; i++) {
            there += level(children[first + i], levels) == NOTHING ? 0 : 1;
        }
        int best = there == 0 ? NOTHING : 0;
        for (int i = 0; i < count; i++) {
            int candidate = level(children[first + i], levels);
            if (candidate > best) {
                int reaching = 0;
                for (int j = 0; j < count; j++) {
                    if (level(children[first + j], levels) >= candidate) {
                        reaching++;
                    }
                }
                if (reaching >= Math.min(k, there)) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** What an expression reads. */
    interface Visitor {
        void service(int service);

        void served(int served);

        void group(int group);
    }

    /** Calls back for everything that an expression reads. */
    void visit(int node, Visitor visitor) {
        switch (OPERATORS[operators[node]]) {
            case SERVICE -> visitor.service(arguments[node]);
            case CLASS -> visitor.served(arguments[node]);
            case SHARE, ASSETS -> visitor.group(arguments[node]);
            case DELIVERED -> visitor.group(thresholds[node]);
            default -> {
                for (int i = 0; i < childCount[node]; i++) {
                    visit(children[firstChild[node] + i], visitor);
                }
            }
        }
    }
}
