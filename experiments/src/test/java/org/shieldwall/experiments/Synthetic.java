package org.shieldwall.experiments;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.CumulativeIncidence;
import org.shieldwall.measure.Measures;
import org.shieldwall.measure.Measures.Better;
import org.shieldwall.measure.Measures.Kind;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Question;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * An attack whose numbers are known: it falls in nine runs of ten and takes the power from 100,000 people for an
 * exponential time of mean 5 h, starting at hour 10. The lever {@code sharing} halves the time, {@code aid} stops one
 * strike in three, {@code show} does nothing; each costs €1 M a year.
 */
final class Synthetic implements Model {
    static final long HOUR = 3_600_000_000_000L;
    static final double PEOPLE = 100_000;
    static final double STRIKE_HOUR = 10;
    static final double MEAN_HARM = 0.9 * 5 * PEOPLE;
    static final int HORIZON_HOURS = 365 * 24;

    static final List<Measures.Column> COLUMNS = List.of(
            new Measures.Column("person-hours-lost", "person-hours", Better.LESS, Kind.AMOUNT, "people × time"),
            new Measures.Column("attack-success", "", Better.LESS, Kind.EVENT, "the strike fell"),
            new Measures.Column("time-to-detect", "h", Better.LESS, Kind.TIME, "from the first action"),
            new Measures.Column("cost-of-defence", "EUR a year", Better.LESS, Kind.AMOUNT, "money"),
            new Measures.Column("alert-wait", "h", Better.LESS, Kind.AMOUNT, "only where there was an alert"));

    final AtomicInteger runs = new AtomicInteger();
    /** Stands for another build of the simulator, in which runs come out otherwise. */
    double drift;

    volatile @Nullable Runnable beforeEachRun;

    private final Set<String> masked;
    private final List<String> conditions;

    Synthetic() {
        this(Set.of(), List.of());
    }

    Synthetic(Set<String> masked, List<String> conditions) {
        this.masked = masked;
        this.conditions = conditions;
    }

    @Override
    public List<Measures.Column> columns() {
        return COLUMNS;
    }

    @Override
    public Replicator replicator() {
        return this::run;
    }

    private void run(Collection<String> levers, long seed, long replication, Row row) {
        Runnable before = beforeEachRun;
        if (before != null) {
            before.run();
        }
        runs.incrementAndGet();
        SplittableRandom luck = new SplittableRandom(seed * 1_000_003 + replication);
        luck.nextLong();
        boolean prepared = luck.nextDouble() < 0.9;
        boolean stopped = luck.nextDouble() < 1 / 3.0;
        double outage = -5 * StrictMath.log(1 - luck.nextDouble());
        double detect = -100 * StrictMath.log(1 - luck.nextDouble());
        boolean gaveUp = luck.nextDouble() < 0.1;
        boolean fell = prepared && !masked.contains("strike") && !(stopped && levers.contains("aid"));
        double hours = (levers.contains("sharing") && !masked.contains("sharing") ? 0.5 : 1) * outage;

        row.values()[0] = fell ? PEOPLE * hours + drift : 0;
        row.values()[1] = fell ? 1 : 0;
        row.values()[2] = gaveUp ? HORIZON_HOURS : Math.min(detect, HORIZON_HOURS);
        row.ends()[2] = gaveUp
                ? CumulativeIncidence.GAVE_UP
                : detect < HORIZON_HOURS ? CumulativeIncidence.REACHED : CumulativeIncidence.HORIZON;
        row.values()[3] = 2e6 + 1e6 * levers.size();
        row.values()[4] = prepared ? 3 * outage : Double.NaN;
        row.curve().clear();
        if (fell) {
            row.curve().step((long) (STRIKE_HOUR * HOUR), PEOPLE);
            row.curve().step((long) ((STRIKE_HOUR + hours) * HOUR), 0);
        }
        for (int i = 0; i < conditions.size(); i++) {
            row.given()[i] = conditions.get(i).equals("strike.success") ? fell : replication == 7;
        }
    }

    static Scenario scenario(@Nullable Question question, Expectation... expectations) {
        List<Lever> levers = new ArrayList<>();
        levers.add(lever("sharing", Lever.Kind.COOPERATIVE));
        levers.add(lever("aid", Lever.Kind.COOPERATIVE));
        levers.add(lever("show", Lever.Kind.UNILATERAL));
        return new Scenario(
                "synthetic",
                "A synthetic attack",
                "Its numbers are known.",
                Map.of("S1", "Nobody, Nowhere, 2020"),
                LocalDateTime.of(2015, 12, 23, 6, 0),
                ZoneId.of("Europe/Kyiv"),
                HORIZON_HOURS * HOUR,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                levers,
                List.of(
                        new Strategy("isolated", List.of()),
                        new Strategy("pretending", List.of("show")),
                        new Strategy("sharing-only", List.of("sharing")),
                        new Strategy("joint", List.of("sharing", "aid"))),
                question,
                List.of(expectations),
                org.shieldwall.scenario.Variety.NONE,
                List.of());
    }

    private static Lever lever(String name, Lever.Kind kind) {
        return new Lever(name, "It is " + name + ".", kind, List.of(), List.of(), List.of(), List.of());
    }

    static Question question(double precision, String... compare) {
        return new Question(List.of(compare), "person-hours-lost", precision, 0);
    }
}
