package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.FamilyWords;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Variety;

/** The parts of a scenario in a few plain words, for pages and terminals alike. */
public final class ScenarioWords {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    /** More names than these are counted, not listed. */
    private static final int MOST_NAMES = 6;

    private ScenarioWords() {}

    /** {@code BUSINESS} as {@code business}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A time in seconds: "25 min", "9 h", "3 days", "never". */
    public static String time(double seconds) {
        if (Double.isInfinite(seconds)) {
            return "never";
        }
        if (seconds < 2 * MINUTE) {
            return plain(seconds) + " s";
        }
        if (seconds < 2 * HOUR) {
            return plain(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY ? plain(seconds / HOUR) + " h" : plain(seconds / DAY) + " days";
    }

    /** The middle of a law of times. */
    public static String time(Quantity quantity) {
        return (quantity.distribution() instanceof Quantity.Constant ? "" : "about ")
                + time(middle(quantity.distribution()));
    }

    /** The constant, the median or, where neither is at hand, the mean. */
    public static double middle(Quantity.Distribution law) {
        if (law instanceof Quantity.Constant constant) {
            return constant.value();
        } else if (law instanceof Quantity.Exponential exponential) {
            return exponential.mean();
        } else if (law instanceof Quantity.Lognormal lognormal) {
            return StrictMath.exp(lognormal.mu());
        } else if (law instanceof Quantity.Triangular triangular) {
            return triangular.mode();
        } else if (law instanceof Quantity.Gamma gamma) {
            return gamma.shape() * gamma.scale();
        } else if (law instanceof Quantity.Weibull weibull) {
            return weibull.scale() * StrictMath.pow(StrictMath.log(2), 1 / weibull.shape());
        } else if (law instanceof Quantity.Beta beta) {
            return beta.alpha() / (beta.alpha() + beta.beta());
        } else if (law instanceof Quantity.Uniform uniform) {
            return (uniform.low() + uniform.high()) / 2;
        } else if (law instanceof Quantity.Never never) {
            return middle(never.otherwise());
        } else if (law instanceof Quantity.Empirical empirical) {
            return empirical.values().get(empirical.values().size() / 2);
        }
        return middle(((Quantity.Mixture) law).parts().get(0));
    }

    private static String plain(double x) {
        return Rounding.number(x, x < 10 && x != Math.rint(x) ? -1 : 0);
    }

    /** What a service's level depends on. */
    public static String need(Service.Need need) {
        if (need instanceof Service.AllOf all) {
            return joined(all.of(), " and ");
        } else if (need instanceof Service.AnyOf any) {
            return joined(any.of(), " or ");
        } else if (need instanceof Service.AtLeast atLeast) {
            return "at least " + atLeast.k() + " of " + joined(atLeast.of(), ", ");
        } else if (need instanceof Service.Weighted weighted) {
            return "a weighted share of " + joined(weighted.of(), ", ");
        } else if (need instanceof Service.OfService service) {
            return service.service();
        } else if (need instanceof Service.OfClass of) {
            return of.service() + " as " + of.served();
        } else if (need instanceof Service.ShareOf share) {
            return "the share of " + share.group() + under(share.function());
        } else if (need instanceof Service.AssetsAtLeast assets) {
            return "at least " + assets.k() + " " + assets.group() + under(assets.function());
        } else if (need instanceof Service.Delivered delivered) {
            return "what comes from " + delivered.to() + " through to " + delivered.group();
        }
        return need.getClass().getSimpleName();
    }

    /** Whom it serves, and in which order where not alike; empty where it serves nobody but services. */
    public static String served(Service service) {
        String all = service.people() > 0
                ? Rounding.number(service.people(), 0) + " people"
                : service.customers() > 0 ? Rounding.number(service.customers(), 0) + " customers" : "";
        String order = service.classes().stream().map(Service.ServedClass::name).collect(Collectors.joining(", then "));
        return order.isEmpty() ? all : (all.isEmpty() ? "" : all + ", ") + "first " + order;
    }

    private static String joined(List<Service.Need> needs, String word) {
        return needs.stream().map(ScenarioWords::need).collect(Collectors.joining(word));
    }

    private static String under(Service.Function function) {
        return function == Service.Function.CONTROL ? " under control" : "";
    }

    /** Services and asset groups that a need names, each once, in order of names. */
    public static Set<String> named(Service.Need need) {
        Set<String> names = new TreeSet<>();
        collect(need, names);
        return names;
    }

    private static void collect(Service.Need need, Set<String> names) {
        if (need instanceof Service.AllOf all) {
            all.of().forEach(part -> collect(part, names));
        } else if (need instanceof Service.AnyOf any) {
            any.of().forEach(part -> collect(part, names));
        } else if (need instanceof Service.AtLeast atLeast) {
            atLeast.of().forEach(part -> collect(part, names));
        } else if (need instanceof Service.Weighted weighted) {
            weighted.of().forEach(part -> collect(part, names));
        } else if (need instanceof Service.OfService service) {
            names.add(service.service());
        } else if (need instanceof Service.OfClass of) {
            names.add(of.service());
        } else if (need instanceof Service.ShareOf share) {
            names.add(share.group());
        } else if (need instanceof Service.AssetsAtLeast assets) {
            names.add(assets.group());
        } else if (need instanceof Service.Delivered delivered) {
            names.add(delivered.group());
        }
    }

    /** What a line carries; empty where it has no limit. */
    public static String capacity(Network.Link link) {
        double megabits = middle(link.capacity().distribution());
        if (Double.isInfinite(megabits)) {
            return "";
        }
        boolean constant = link.capacity().distribution() instanceof Quantity.Constant;
        return (constant ? "" : "about ")
                + (megabits < 1000 ? plain(megabits) + " Mbit/s" : plain(megabits / 1000) + " Gbit/s");
    }

    /** On how many of what a step acts. */
    public static String target(Campaign.Target target) {
        String group = target.group() == null ? "what it holds" : target.group();
        return switch (target.mode()) {
            case ANY -> "any " + group;
            case EACH_HELD -> "each held " + group;
            case ALL -> "all " + group;
            case COUNT -> target.count() + " " + group;
        };
    }

    /** What a step waits for; empty where for nothing. */
    public static String condition(Campaign.Condition condition) {
        if (condition instanceof Campaign.StepIs is) {
            String step = is.step().substring(is.step().indexOf('.') + 1);
            return is.outcome() == Campaign.Outcome.HELD ? step : step + " " + of(is.outcome());
        } else if (condition instanceof Campaign.AllOf all) {
            return conditions(all.of(), " and ");
        } else if (condition instanceof Campaign.AnyOf any) {
            return conditions(any.of(), " or ");
        } else if (condition instanceof Campaign.Not not) {
            String of = condition(not.of());
            return of.isEmpty() ? "" : "not " + of;
        }
        return "";
    }

    private static String conditions(List<Campaign.Condition> conditions, String word) {
        List<String> parts = new ArrayList<>();
        for (Campaign.Condition condition : conditions) {
            String words = condition(condition);
            if (!words.isEmpty() && !words.startsWith("not ")) {
                parts.add(words);
            }
        }
        return String.join(word, parts);
    }

    /** Paths of the steps that a condition waits for. */
    public static Set<String> waitsFor(Campaign.Condition condition) {
        Set<String> steps = new TreeSet<>();
        collect(condition, steps);
        return steps;
    }

    private static void collect(Campaign.Condition condition, Set<String> steps) {
        if (condition instanceof Campaign.StepIs is) {
            steps.add(is.step());
        } else if (condition instanceof Campaign.AllOf all) {
            all.of().forEach(part -> collect(part, steps));
        } else if (condition instanceof Campaign.AnyOf any) {
            any.of().forEach(part -> collect(part, steps));
        }
    }

    /** A step's path: its campaign, its copy if it has one, its name. */
    public static String path(Campaign campaign, Campaign.Step step) {
        return campaign.name() + "." + (step.copy() == null ? "" : step.copy() + ".") + step.name();
    }

    /** Who looks, and when. */
    public static String defenders(Organisation organisation) {
        Organisation.Analysts analysts = organisation.security().analysts();
        double count = middle(analysts.count().distribution());
        long sensors = organisation.security().sensors().stream()
                .filter(sensor -> isAlways(sensor.presence()))
                .count();
        String people = count == 0
                ? "nobody looks at alerts"
                : plain(count) + (count == 1 ? " analyst" : " analysts") + " on duty";
        return people + (sensors == 0 ? "" : ", " + sensors + (sensors == 1 ? " sensor" : " sensors"));
    }

    /** How many maps there are, and in what they differ. */
    public static String family(Variety variety) {
        return "A family of %s maps; each draws anew: %s."
                .formatted(Rounding.number(variety.members(), 0), String.join(", ", FamilyWords.varies(variety)));
    }

    public static boolean isAlways(Presence presence) {
        return presence.levers().isEmpty();
    }

    public static int assets(Network network) {
        return network.assets().stream().mapToInt(Network.AssetGroup::count).sum();
    }

    /**
     * What a lever costs a year, over all who pay.
     *
     * @param pay euros a year that it adds to the pay of analysts
     */
    public static String price(Lever lever, double pay) {
        double money = 0;
        double hours = 0;
        for (Lever.Cost cost : lever.costs()) {
            money += middle(cost.moneyPerYear().distribution());
            hours += middle(cost.analystHoursPerWeek().distribution());
        }
        List<String> parts = new ArrayList<>();
        if (money != 0) {
            parts.add(Rounding.euros(money) + " a year");
        }
        if (Math.abs(pay) >= 1) {
            parts.add(
                    Rounding.euros(Math.abs(pay)) + " a year " + (pay > 0 ? "for paid hours" : "of paid hours saved"));
        }
        if (hours != 0) {
            parts.add(plain(hours) + " analyst-hours a week");
        }
        return parts.isEmpty() ? "free" : String.join(" and ", parts);
    }

    /** What a lever does, in the paths of the scenario. */
    public static List<String> effects(Lever lever) {
        List<String> effects = new ArrayList<>();
        for (Lever.Change change : lever.changes()) {
            effects.add(of(change.operator()) + " " + change.path());
        }
        lever.removes().forEach(path -> effects.add("removes " + path));
        return effects;
    }

    /** Names in a row, or how many there are. */
    public static String names(List<String> names, String noun) {
        return names.size() <= MOST_NAMES ? String.join(", ", names) : names.size() + " " + noun;
    }

    /** The distinct steps of a campaign, one for all copies, in the order in which they can follow each other. */
    public static List<Campaign.Step> series(Campaign campaign) {
        String copy = campaign.copies().isEmpty() ? null : campaign.copies().get(0);
        List<Campaign.Step> open = new ArrayList<>(campaign.steps().stream()
                .filter(step -> same(step.copy(), copy))
                .toList());
        List<Campaign.Step> ordered = new ArrayList<>();
        Set<String> placed = new TreeSet<>();
        while (!open.isEmpty()) {
            List<Campaign.Step> next = open.stream()
                    .filter(step -> open.stream()
                            .map(other -> path(campaign, other))
                            .noneMatch(waitsFor(step.after())::contains))
                    .toList();
            List<Campaign.Step> taken = next.isEmpty() ? List.copyOf(open) : next;
            ordered.addAll(taken);
            taken.forEach(step -> placed.add(path(campaign, step)));
            open.removeAll(taken);
        }
        return ordered;
    }

    private static boolean same(@Nullable String one, @Nullable String two) {
        return one == null ? two == null : one.equals(two);
    }
}
