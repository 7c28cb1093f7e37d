package org.shieldwall.cli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Plan;
import org.shieldwall.experiments.ResultsFiles;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.Said;
import org.shieldwall.experiments.statistics.CumulativeIncidence;
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Curve;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;
import org.shieldwall.world.Family;
import org.shieldwall.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One run, told as a story. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {"Simulates one run and tells what happened.", ""},
        footer = {"", "Example: ./shieldwall run three-grids --strategy isolated --seed 2015"})
final class RunCommand implements Callable<Integer> {
    private static final double HOURS_PER_DAY = 24;
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final List<String> WHOLES = List.of(".all", ".ever", ".peak");
    private static final int SPARKLINE_COLUMNS = 48;

    private static final String HARM = "person-hours-lost";
    private static final String BESIDE = "   ";
    private static final int MOST_SECTORS = 2;
    /** The part of the time shown that lies before the first loss. */
    private static final int LEAD = 12;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "library id or file")
    private String scenario;

    @Option(
            names = "--strategy",
            paramLabel = "S",
            description = "default: `isolated`, else the first that the question compares")
    private @Nullable String strategy;

    @Option(names = "--seed", paramLabel = "N", description = "(default ${DEFAULT-VALUE})")
    private long seed = Plan.DEFAULT_SEED;

    @Option(names = "--replication", paramLabel = "N", description = "which run of the seed (default ${DEFAULT-VALUE})")
    private long replication = 1;

    @Option(names = "--facts", description = "all facts as JSON lines on standard output, and nothing else there")
    private boolean facts;

    @Option(names = "--json", description = "the measures as JSON on standard output, and nothing else there")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Scenario read = new ScenarioSource(terminal).read(scenario);
        Strategy chosen = chosen(read);
        Family family = MistakeException.ifRefused(() -> Family.of(read));
        World world = family.world(family.memberOf(replication));
        FactLog log = new Simulation(world).run(chosen.levers(), seed, replication);
        if (facts) {
            new FactLines(world, log).print(terminal);
        } else if (json) {
            terminal.raw(ResultsFiles.json(measured(world, log, chosen)));
        } else {
            tell(read, chosen, world, log);
        }
        return Shieldwall.ANSWERED;
    }

    private Strategy chosen(Scenario read) {
        if (strategy == null) {
            Scenario.Question question = read.question();
            boolean isolated =
                    read.strategies().stream().anyMatch(one -> one.name().equals(Plan.ISOLATED));
            String baseline = isolated || question == null
                    ? Plan.ISOLATED
                    : question.compare().get(0);
            return read.strategies().stream()
                    .filter(one -> one.name().equals(baseline))
                    .findFirst()
                    .or(() -> read.strategies().stream().findFirst())
                    .orElse(new Strategy(Plan.ISOLATED, List.of()));
        }
        String named = strategy;
        try {
            return Plan.strategy(read, named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A run's measures for machines. */
    record Measured(String scenario, String strategy, long seed, long replication, Map<String, Value> measures) {}

    /** @param end of a time: {@code reached}, {@code goal-reached}, {@code gave-up}, {@code evicted-unseen}, {@code horizon}; else null */
    record Value(
            @Nullable Double value, String unit, @Nullable String end) {}

    private Measured measured(World world, FactLog log, Strategy chosen) {
        Measures measures = new Measures(world);
        double[] values = new double[measures.columns().size()];
        byte[] ends = new byte[values.length];
        measures.fold(log, values, ends);
        Map<String, Value> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Measures.Column column = measures.columns().get(i);
            boolean time = column.kind() == Measures.Kind.TIME && !Double.isNaN(values[i]);
            named.put(
                    column.name(),
                    new Value(
                            Double.isFinite(values[i]) ? values[i] : null,
                            column.unit(),
                            time ? CumulativeIncidence.name(ends[i]) : null));
        }
        return new Measured(world.scenario().id(), chosen.name(), seed, replication, named);
    }

    private void tell(Scenario read, Strategy chosen, World world, FactLog log) {
        ZonedDateTime start = read.starts().atZone(read.zone());
        String which = "%s, seed %d%s%s, %s"
                .formatted(
                        chosen.name(),
                        seed,
                        replication == 1 ? "" : ", replication " + replication,
                        read.variety().isFamily()
                                ? ", map %d of %d"
                                        .formatted(
                                                read.variety().memberOf(replication) + 1,
                                                read.variety().members())
                                : "",
                        duration(read.lastsNanos() / NANOS_PER_HOUR));
        terminal.line();
        terminal.line("  " + terminal.bold(terminal.shown(read.name())) + "    " + which);
        terminal.line();
        Story.Told told = new Story(world, log).told();
        tellSentences(told.sentences(), start);
        if (told.leftOut() > 0) {
            terminal.line("  %s smaller things are left out; all facts: --facts"
                    .formatted(Rounding.number(told.leftOut(), 0)));
        }
        tellCurve(world, log, start);
        terminal.line();
        tellMeasures(measured(world, log, chosen));
        terminal.line();
        terminal.line("  One run has no interval. For one: ./shieldwall compare " + scenario);
    }

    private void tellSentences(List<Story.Sentence> sentences, ZonedDateTime start) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
        DateTimeFormatter dayOfYear = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
        boolean years = !sentences.isEmpty()
                && start.plusNanos(sentences.get(sentences.size() - 1).timeNanos())
                                .getYear()
                        != start.getYear();
        int columns = years ? 11 : 6;
        String before = "";
        for (Story.Sentence sentence : sentences) {
            ZonedDateTime at = start.plusNanos(sentence.timeNanos());
            String date = at.format(years ? dayOfYear : day);
            String left =
                    terminal.rightAligned(date.equals(before) ? "" : date, columns) + " " + at.format(clock) + "  ";
            before = date;
            List<String> words = terminal.wrap(sentence.words(), " ".repeat(columns + 12));
            terminal.line("  " + left + terminal.mark(sentence.meaning()) + " "
                    + words.get(0).strip());
            words.subList(1, words.size()).forEach(terminal::line);
        }
        if (sentences.isEmpty()) {
            terminal.line("  Nothing happened.");
        }
    }

    /** Peak and course of the people without service, from the first loss to the last. */
    private void tellCurve(World world, FactLog log, ZonedDateTime start) {
        Curve curve = new Curve();
        new Measures(world).curve(log, curve);
        double peak = 0;
        long from = -1;
        long until = -1;
        for (int i = 0; i < curve.size(); i++) {
            peak = Math.max(peak, curve.value(i));
            if (curve.value(i) > 0) {
                from = from < 0 ? curve.timeNanos(i) : from;
                until = i + 1 < curve.size() ? curve.timeNanos(i + 1) : world.horizon();
            }
        }
        if (from < 0) {
            return;
        }
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(
                until - from > HOURS_PER_DAY * NANOS_PER_HOUR ? "d MMM HH:mm" : "HH:mm", Locale.ENGLISH);
        // A little of the time before, so that the fall is seen.
        long before = Math.max(0, from - (until - from) / LEAD);
        String begins = start.plusNanos(before).format(clock);
        terminal.line();
        terminal.line("  people without service, peak " + Rounding.number(peak));
        terminal.line("  %s %s %s"
                .formatted(
                        begins,
                        Sparkline.of(curve, before, until, SPARKLINE_COLUMNS),
                        start.plusNanos(until).format(clock)));
        long place = (from - before) * SPARKLINE_COLUMNS / Math.max(1, until - before);
        terminal.line("  %s ↑ %s first loss"
                .formatted(
                        " ".repeat(begins.length() + (int) place),
                        start.plusNanos(from).format(clock)));
    }

    private void tellMeasures(Measured measured) {
        Map<String, String> titles = new LinkedHashMap<>();
        measured.measures().forEach((name, value) -> {
            if (isMain(name)) {
                Value anyEnd = measured.measures().get(name + Measures.ANY_END);
                titles.put(title(name), said(name, value, anyEnd) + more(name, value, measured));
            }
        });
        int columns = titles.keySet().stream().mapToInt(String::length).max().orElse(0);
        titles.forEach((title, said) -> {
            String line = "  " + terminal.padded(title, columns) + "  ";
            boolean fits = line.length() + said.length() <= terminal.width() || !said.contains(BESIDE);
            terminal.line(line + (fits ? said : said.substring(0, said.lastIndexOf(BESIDE))));
        });
    }

    /** What puts a measure into proportion: the worst sectors of the harm, what the harm cost the attacker. */
    private static String more(String name, Value value, Measured measured) {
        Double all = value.value();
        if (all == null || all == 0) {
            return "";
        }
        if (name.equals(HARM)) {
            List<String> sectors = measured.measures().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(HARM + ".") && amount(entry.getValue()) > 0)
                    .sorted(Map.Entry.comparingByValue(Comparator.comparingDouble(one -> -amount(one))))
                    .limit(MOST_SECTORS)
                    .map(entry -> entry.getKey().substring(HARM.length() + 1) + " "
                            + Rounding.percent(amount(entry.getValue()) / all))
                    .toList();
            return sectors.size() < 2 ? "" : BESIDE + String.join(", ", sectors);
        }
        Value harm = measured.measures().get(HARM);
        return name.equals("attacker-cost") && harm != null && amount(harm) > 0
                ? BESIDE + "€" + Rounding.number(all / amount(harm), decimals(all / amount(harm))) + " per person-hour"
                : "";
    }

    /** Cents, or as many places as the first digit that is not zero needs. */
    private static int decimals(double price) {
        return price <= 0 ? 0 : Math.min(-2, (int) Math.floor(Math.log10(price)));
    }

    private static double amount(Value value) {
        Double amount = value.value();
        return amount == null ? 0 : amount;
    }

    private static String title(String name) {
        String said = Said.measure(name);
        return Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /** Parts by sector, service or step are for {@code --json}. */
    private static boolean isMain(String measure) {
        // The story itself says when the first service fell.
        return !measure.equals("first-loss")
                && measure.indexOf('@') < 0
                && (measure.indexOf('.') < 0 || WHOLES.stream().anyMatch(measure::endsWith));
    }

    /** @param anyEnd of a time, when it ended in whatever way */
    private static String said(String name, Value value, @Nullable Value anyEnd) {
        Double number = value.value();
        if (number == null) {
            return "does not arise";
        }
        String end = value.end();
        if (end != null && !end.equals("reached")) {
            String after = duration(anyEnd == null || anyEnd.value() == null ? number : anyEnd.value());
            return switch (end) {
                case "horizon" -> "not before the end";
                case "goal-reached" -> "goal reached first, in " + after;
                case "gave-up" -> "never: gave up after " + after;
                default -> "never: lost all unseen in " + after;
            };
        }
        if (end != null) {
            return duration(number);
        }
        if (value.unit().startsWith("EUR")) {
            return Rounding.euros(number) + value.unit().substring("EUR".length());
        }
        String amount = Rounding.number(number);
        return (amount + " " + Words.unit(name, value.unit())).strip();
    }

    /** {@code 8.3 h}, {@code 71 days}. */
    private static String duration(double hours) {
        if (hours >= 3 * HOURS_PER_DAY) {
            double days = hours / HOURS_PER_DAY;
            return Rounding.number(days, days < 10 && days != Math.rint(days) ? -1 : 0) + " days";
        }
        return Rounding.number(hours, -1) + " h";
    }
}
