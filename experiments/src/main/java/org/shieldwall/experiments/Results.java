package org.shieldwall.experiments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.statistics.Histogram;
import org.shieldwall.experiments.statistics.Interval;
import org.shieldwall.measure.Measures;

/**
 * What a comparison of strategies found: the content of {@code results.json}, whose keys are the names used here.
 *
 * @param digest of what was simulated; equal digests and seeds give equal runs
 * @param answer to the question, for people
 * @param comparisons the question's measure first; then every other measure that exists in every run
 * @param curve people without service as time passes; null where nothing was ever lost
 * @param campaigns the attackers' ways, step by step
 * @param command that gives the same results; null where no command was given
 */
public record Results(
        String scenario,
        String version,
        long seed,
        String digest,
        String answer,
        List<StrategyResult> strategies,
        List<Comparison> comparisons,
        String name,
        String summary,
        Design design,
        Verdict verdict,
        @Nullable CurveGridResult curve,
        List<ExpectationCheck.Outcome> expectations,
        List<Estimate> estimates,
        Map<String, String> sources,
        List<CampaignResult> campaigns,
        @Nullable String command) {

    /**
     * How the experiment was done.
     *
     * @param asked strategies of the question, baseline first, answer last
     * @param measure the question's
     * @param effect the measure that says whether the strike fell; null where no step breaks anything
     * @param replications paired runs of every strategy that count
     * @param atMost replications allowed
     * @param precisionAsked share of the baseline's mean or amount in the measure's unit
     * @param relative whether precisions are shares
     * @param precisionAttained widest half-width of the differences asked for, in the same terms; null where it is a share
     *     of nothing
     * @param reached the precision asked for was reached
     * @param stopped it was broken off before it was done
     * @param horizonHours time that each run covers
     * @param family over which maps the runs were spread; null where the scenario is one map
     */
    public record Design(
            List<String> asked,
            String measure,
            @Nullable String effect,
            int replications,
            int atMost,
            double precisionAsked,
            boolean relative,
            @Nullable Double precisionAttained,
            boolean reached,
            boolean stopped,
            double confidence,
            double horizonHours,
            String intervals,
            String multiplicity,
            @Nullable FamilyResult family) {}

    /**
     * The maps of a scenario that is a family: what is found is no finding about one of them.
     *
     * @param members maps that the scenario draws
     * @param run maps in which replications ran
     * @param varies what each map draws anew: paths of numbers, {@code counts.NAME}, {@code links.NAME}
     * @param favouring maps in which the answer's strategy was better than the baseline, on average over the runs in it
     * @param scope of what intervals speak, in a sentence
     */
    public record FamilyResult(int members, int run, List<String> varies, int favouring, String scope) {}

    /**
     * One strategy.
     *
     * @param cooperative some of its levers are done together
     * @param replications runs that count
     * @param costPerYear in euros; null where the scenario states no costs
     * @param spread of the question's measure over runs
     * @param times how runs end, for measures that are times
     * @param curve on the grid of {@link Results#curve}; null where there is none
     * @param sectorCurves the same of each sector that serves people, by its name; empty where there is no grid
     */
    public record StrategyResult(
            String name,
            List<String> levers,
            boolean cooperative,
            int replications,
            @Nullable Interval costPerYear,
            Map<String, MeasureResult> measures,
            Histogram spread,
            Map<String, TimeResult> times,
            @Nullable CurveResult curve,
            Map<String, CurveResult> sectorCurves) {

        /** @throws IllegalArgumentException if there is no measure of that name */
        public MeasureResult measure(String measureName) {
            MeasureResult result = measures.get(measureName);
            if (result == null) {
                throw new IllegalArgumentException("There is no measure `%s`.".formatted(measureName));
            }
            return result;
        }
    }

    /**
     * One measure of one strategy. The first four are null where it exists in no run.
     *
     * @param n runs in which it exists
     * @param missing runs in which it does not, left out of all that stands here
     * @param interval how {@code low} and {@code high} were found: {@code t}, {@code bca} (bootstrap) or {@code wilson}
     */
    public record MeasureResult(
            @Nullable Double mean,
            @Nullable Double low,
            @Nullable Double high,
            double confidence,
            String unit,
            Measures.Better better,
            Measures.Kind kind,
            String says,
            int n,
            int missing,
            @Nullable Double sd,
            @Nullable Double p10,
            @Nullable Double median,
            @Nullable Double p90,
            String interval) {

        /** The mean with its interval, or null where the measure exists in no run. */
        public @Nullable Interval estimate() {
            return mean == null || low == null || high == null ? null : new Interval(mean, low, high, confidence);
        }
    }

    /**
     * How a time ended, over all runs in which its clock started.
     *
     * @param reached probability that it came before the horizon, competing ends allowed for (Aalen–Johansen)
     * @param competing probability that another end came first
     * @param ends the competing ends by name, each with its own cumulative incidence
     * @param open probability that neither came before the horizon
     * @param median time by which half of all runs have reached it; null where fewer do
     * @param restrictedMean {@code E[min(T, h)]}, never counting as h
     * @param horizon h, for which every run was watched
     * @param points the cumulative incidence of {@code reached}, thinned
     */
    public record TimeResult(
            Interval reached,
            double competing,
            Map<String, EndResult> ends,
            double open,
            @Nullable Interval median,
            double restrictedMean,
            double horizon,
            String unit,
            List<Point> points) {}

    /**
     * A competing end of a time.
     *
     * @param probability that it came before the horizon (Aalen–Johansen)
     * @param points its cumulative incidence, thinned
     */
    public record EndResult(double probability, List<Point> points) {}

    /** Probability that a time was reached, or ended so, by {@code time}. */
    public record Point(double time, double reached) {}

    /**
     * A strategy against another, run by run.
     *
     * @param difference {@code strategy − baseline}
     * @param varianceReduction how many times more independent runs the same interval would take; null where all
     *     differences are equal
     * @param relative difference as a share of the baseline's mean, Fieller's interval; null where that cannot be bounded
     * @param pairs runs compared
     * @param p of the paired t-test
     * @param pHolm p allowing for all strategies compared by this measure
     * @param detectable smallest true difference that as many pairs show with probability 0.8
     */
    public record Comparison(
            String baseline,
            String strategy,
            String measure,
            Interval difference,
            @Nullable Double varianceReduction,
            @Nullable Interval relative,
            int pairs,
            double p,
            double pHolm,
            double detectable) {}

    /**
     * The answer for machines.
     *
     * @param finding what the difference to the baseline says
     * @param toBaseline the answer's strategy against the baseline
     * @param toIsolated against the strategy {@code isolated}; null where that is the baseline or does not exist
     * @param costMorePerYear what the answer's strategy costs more a year than {@code isolated} or, without it, than the
     *     baseline; in euros
     */
    public record Verdict(
            Finding finding,
            Comparison toBaseline,
            @Nullable Comparison toIsolated,
            @Nullable Double costMorePerYear) {}

    public enum Finding {
        /** The answer's strategy is better, and the interval excludes nothing. */
        YES,
        /** It is worse, or exactly equal in every run. */
        NO,
        /** The interval holds zero. */
        NOT_TOLD
    }

    /**
     * Times at which curves are read.
     *
     * @param hours since the first loss of service in each run; below 0 before it
     * @param clock local time, {@code 15:30}, at which most first losses fall; null where there is none
     * @param clockShare of the runs with a loss, those whose first loss falls within half an hour after it
     */
    public record CurveGridResult(
            String unit,
            List<Double> hours,
            @Nullable String clock,
            @Nullable Double clockShare) {}

    /** Mean with 95 % band, and the value that one run in ten exceeds, at each time of the grid. */
    public record CurveResult(List<Double> mean, List<Double> low, List<Double> high, List<Double> p90) {}

    /**
     * One campaign.
     *
     * @param reached measure that says whether it reached what it was made for
     * @param brokenBy measures that say what broke its last way forward, in the order of the causes
     */
    public record CampaignResult(
            String name, String actor, List<StepResult> steps, String reached, List<String> brokenBy) {}

    /**
     * One step of one copy of a campaign.
     *
     * @param copy null where the campaign has no copies
     * @param after names of the steps that it waits for, in the order in which the scenario names them
     * @param damages whether it breaks something
     * @param notBefore local time before which it does not begin, in ISO form; null for none
     * @param measure that says whether it succeeded
     */
    public record StepResult(
            String name,
            @Nullable String copy,
            String technique,
            List<String> after,
            boolean damages,
            @Nullable String notBefore,
            String measure) {}

    /** A number that the scenario itself calls estimated, and what it says of it. */
    public record Estimate(String path, String says) {}

    public StrategyResult strategy(String strategyName) {
        return strategies.stream()
                .filter(strategy -> strategy.name().equals(strategyName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No strategy `%s` was compared.".formatted(strategyName)));
    }

    /** The same results with the outcomes of the scenario's expectations. */
    public Results withExpectations(List<ExpectationCheck.Outcome> outcomes) {
        return with(List.copyOf(outcomes), command);
    }

    /** The same results with the command that gives them. */
    public Results withCommand(String given) {
        return with(expectations, given);
    }

    private Results with(List<ExpectationCheck.Outcome> outcomes, @Nullable String given) {
        return new Results(
                scenario,
                version,
                seed,
                digest,
                answer,
                strategies,
                comparisons,
                name,
                summary,
                design,
                verdict,
                curve,
                outcomes,
                estimates,
                sources,
                campaigns,
                given);
    }
}
