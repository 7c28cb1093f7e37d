package org.shieldwall.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shieldwall.fixture.SmallWorld.hours;
import static org.shieldwall.fixture.SmallWorld.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.fixture.SmallWorld;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Technique;
import org.shieldwall.world.World;

/**
 * In which order services are settled means nothing. Services are settled in the order of their numbers, which is that of
 * their names: so the same services under other names are settled in another order.
 */
class SettleOrderTest {
    private static final int SERVICES = 9;
    private static final int GROUPS = 4;
    private static final int ASSETS = 5;
    private static final int FULL = 10_000;

    /** A service by number: what it needs of groups and of services, with circles, and whom it serves in which order. */
    private record Plan(Expression needs, List<Integer> demands) {}

    /** Levels are worked out on it a second time, by plain iteration. */
    private sealed interface Expression {}

    private record Group(int group) implements Expression {}

    private record Whole(int service) implements Expression {}

    private record AsClass(int service, int served) implements Expression {}

    private record Least(List<Expression> of) implements Expression {}

    private record Most(List<Expression> of) implements Expression {}

    private record Kth(int k, List<Expression> of) implements Expression {}

    @Property(tries = 300)
    void otherNamesGiveTheSameLevels(@ForAll long seed) {
        Random random = new Random(seed);
        List<Plan> plans = plans(random);
        int[] losses = losses(random);
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            names.add(i);
        }
        Map<String, Long> inOrder = levels(plans, losses, names);
        Collections.shuffle(names, random);
        assertThat(levels(plans, losses, names)).isEqualTo(inOrder);
    }

    @Property(tries = 300)
    void theyAreTheGreatestThatSatisfyAllNeeds(@ForAll long seed) {
        Random random = new Random(seed);
        List<Plan> plans = plans(random);
        int[] losses = losses(random);
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            names.add(i);
        }
        Map<String, Long> expected = new TreeMap<>();
        int[] levels = greatest(plans, losses);
        for (int s = 0; s < SERVICES; s++) {
            expected.put("s" + s, (long) levels[s]);
            for (int c = 0; c < plans.get(s).demands().size(); c++) {
                expected.put("s" + s + ".c" + c, (long) share(plans.get(s).demands(), c, levels[s]));
            }
        }
        assertThat(levels(plans, losses, names)).isEqualTo(expected);
    }

    // What is tried

    private static List<Plan> plans(Random random) {
        List<List<Integer>> demands = new ArrayList<>();
        for (int s = 0; s < SERVICES; s++) {
            List<Integer> of = new ArrayList<>();
            for (int c = random.nextInt(4); c > 0; c--) {
                of.add(1 + random.nextInt(50));
            }
            demands.add(of);
        }
        List<Plan> plans = new ArrayList<>();
        for (int s = 0; s < SERVICES; s++) {
            plans.add(new Plan(expression(random, demands, 2), demands.get(s)));
        }
        return plans;
    }

    private static Expression expression(Random random, List<List<Integer>> demands, int depth) {
        int form = random.nextInt(depth == 0 ? 3 : 6);
        if (form == 0) {
            return new Group(random.nextInt(GROUPS));
        } else if (form < 3) {
            int service = random.nextInt(SERVICES);
            int classes = demands.get(service).size();
            return classes == 0 ? new Whole(service) : new AsClass(service, random.nextInt(classes));
        }
        List<Expression> of = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            of.add(expression(random, demands, depth - 1));
        }
        return form == 3 ? new Least(of) : form == 4 ? new Most(of) : new Kth(2, of);
    }

    /** How many of its assets each group loses, all at once. */
    private static int[] losses(Random random) {
        int[] losses = new int[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            losses[g] = random.nextInt(ASSETS + 1);
        }
        return losses;
    }

    // As the engine has it

    /** Levels after all losses, of services and classes that lost something and of those that did not. */
    private static Map<String, Long> levels(List<Plan> plans, int[] losses, List<Integer> names) {
        World world = world(plans, losses, names);
        Map<String, Long> levels = new TreeMap<>();
        for (int s = 0; s < SERVICES; s++) {
            levels.put("s" + s, (long) FULL);
            for (int c = 0; c < plans.get(s).demands().size(); c++) {
                levels.put("s" + s + ".c" + c, (long) FULL);
            }
        }
        FactLog facts = new Simulation(world).checking(true).run(List.of(), 1, 1);
        for (int fact = 0; fact < facts.size(); fact++) {
            boolean ofClass = facts.kind(fact) == FactKind.CLASS_LEVEL;
            if (ofClass || facts.kind(fact) == FactKind.SERVICE_LEVEL) {
                String name = world.entities().name(ofClass ? facts.whom(fact) : facts.who(fact));
                int dot = name.indexOf('.');
                int number = Integer.parseInt(name.substring(1, dot < 0 ? name.length() : dot));
                levels.put("s" + names.indexOf(number) + (dot < 0 ? "" : name.substring(dot)), facts.value(fact));
            }
        }
        return levels;
    }

    private static World world(List<Plan> plans, int[] losses, List<Integer> names) {
        SmallWorld small = new SmallWorld()
                .lasting(20)
                .organisation("grid", 0, Organisation.Discipline.PRIORITY, hours(1), "")
                .actor("red", ASSETS * GROUPS)
                .technique(
                        "open",
                        hours(10),
                        number(1),
                        number(1),
                        EnumSet.noneOf(Technique.Level.class),
                        Service.Damage.OPENED);
        List<Campaign.Step> steps = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            small.network("net" + g, "grid", "group" + g, ASSETS, null);
            if (losses[g] > 0) {
                steps.add(opening(g, losses[g]));
            }
        }
        if (!steps.isEmpty()) {
            small.campaign("strike", "red", steps.toArray(Campaign.Step[]::new));
        }
        for (int s = 0; s < SERVICES; s++) {
            Plan plan = plans.get(s);
            Service.ServedClass[] classes =
                    new Service.ServedClass[plan.demands().size()];
            for (int c = 0; c < classes.length; c++) {
                classes[c] = SmallWorld.served("c" + c, plan.demands().get(c), 0);
            }
            small.serving("s" + names.get(s), "grid", need(plan.needs(), names), classes);
        }
        return World.compile(small.build());
    }

    private static Campaign.Step opening(int group, int count) {
        return new Campaign.Step(
                "open" + group,
                null,
                "red",
                "open",
                new Campaign.Target(Campaign.Mode.COUNT, "group" + group, count, false, false),
                null,
                new Campaign.Always(),
                new Campaign.Always(),
                null,
                number(0),
                1);
    }

    private static Service.Need need(Expression expression, List<Integer> names) {
        if (expression instanceof Group group) {
            return new Service.ShareOf("group" + group.group(), Service.Function.SERVICE);
        } else if (expression instanceof Whole whole) {
            return new Service.OfService("s" + names.get(whole.service()));
        } else if (expression instanceof AsClass as) {
            return new Service.OfClass("s" + names.get(as.service()), "c" + as.served());
        } else if (expression instanceof Least least) {
            return new Service.AllOf(needs(least.of(), names));
        } else if (expression instanceof Most most) {
            return new Service.AnyOf(needs(most.of(), names));
        }
        Kth kth = (Kth) expression;
        return new Service.AtLeast(kth.k(), needs(kth.of(), names));
    }

    private static List<Service.Need> needs(List<Expression> of, List<Integer> names) {
        return of.stream().map(part -> need(part, names)).toList();
    }

    // By plain iteration from above

    private static int[] greatest(List<Plan> plans, int[] losses) {
        int[] levels = new int[SERVICES];
        Arrays.fill(levels, FULL);
        boolean fell = true;
        while (fell) {
            fell = false;
            int[] next = new int[SERVICES];
            for (int s = 0; s < SERVICES; s++) {
                next[s] = Math.min(levels[s], level(plans.get(s).needs(), plans, losses, levels));
                fell |= next[s] < levels[s];
            }
            levels = next;
        }
        return levels;
    }

    private static int level(Expression expression, List<Plan> plans, int[] losses, int[] levels) {
        if (expression instanceof Group group) {
            return FULL * (ASSETS - losses[group.group()]) / ASSETS;
        } else if (expression instanceof Whole whole) {
            return levels[whole.service()];
        } else if (expression instanceof AsClass as) {
            return share(plans.get(as.service()).demands(), as.served(), levels[as.service()]);
        } else if (expression instanceof Least least) {
            return sorted(least.of(), plans, losses, levels).get(0);
        } else if (expression instanceof Most most) {
            List<Integer> sorted = sorted(most.of(), plans, losses, levels);
            return sorted.get(sorted.size() - 1);
        }
        Kth kth = (Kth) expression;
        List<Integer> sorted = sorted(kth.of(), plans, losses, levels);
        return sorted.get(sorted.size() - kth.k());
    }

    private static List<Integer> sorted(List<Expression> of, List<Plan> plans, int[] losses, int[] levels) {
        return of.stream()
                .map(part -> level(part, plans, losses, levels))
                .sorted()
                .toList();
    }

    /** What a class gets, in exact fractions. */
    private static int share(List<Integer> demands, int served, int level) {
        int all = demands.stream().mapToInt(Integer::intValue).sum();
        int before =
                demands.subList(0, served).stream().mapToInt(Integer::intValue).sum();
        BigDecimal there = BigDecimal.valueOf((long) level * all).subtract(BigDecimal.valueOf((long) FULL * before));
        BigDecimal share = there.divide(BigDecimal.valueOf(demands.get(served)), 0, RoundingMode.FLOOR);
        return Math.max(0, Math.min(FULL, share.intValue()));
    }
}
