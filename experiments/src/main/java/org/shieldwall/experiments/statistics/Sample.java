package org.shieldwall.experiments.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Values of runs, and which of the runs are independent of each other: all, or only those of different clusters. The
 * intervals are for the law from which the clusters were drawn.
 *
 * <p>Runs of one map share it, so that a thousand runs on five maps are five looks at what maps are like. The mean is
 * that of all runs; its interval is the t-interval over one number for each cluster, {@code x̄ + m (Σⱼ − nⱼ x̄) / n} (the
 * linearised ratio estimator, Cochran, Sampling Techniques, 3rd ed. 1977, 6.3 and 9A.1). Where clusters have equally many
 * runs that number is the cluster's mean, as it is wherever an experiment itself divided its runs.
 */
public final class Sample {
    private final double[] x;
    private final int[] cluster;
    private final int clusters;

    private Sample(double[] x, int[] cluster, int clusters) {
        this.x = x;
        this.cluster = cluster;
        this.clusters = clusters;
    }

    /** Runs that share nothing. */
    public static Sample ofIndependent(double... x) {
        return new Sample(x, IntStream.range(0, x.length).toArray(), x.length);
    }

    /**
     * Runs that have a value; {@code NaN} says that a run has none.
     *
     * @param all by run
     * @param members value i belongs to cluster i mod members; 1 where runs share nothing but what all runs share
     */
    public static Sample of(double[] all, int members) {
        int[] runs = IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]))
                .toArray();
        return of(all, runs, members);
    }

    /** The same of some runs, by their places in {@code all}. */
    public static Sample of(double[] all, int[] runs, int members) {
        double[] x = Arrays.stream(runs).mapToDouble(i -> all[i]).toArray();
        if (!isClustered(members, all.length)) {
            return ofIndependent(x);
        }
        int[] place = new int[members];
        Arrays.fill(place, -1);
        int[] cluster = new int[runs.length];
        int clusters = 0;
        for (int i = 0; i < runs.length; i++) {
            int member = runs[i] % members;
            if (place[member] < 0) {
                place[member] = clusters++;
            }
            cluster[i] = place[member];
        }
        return new Sample(x, cluster, clusters);
    }

    /** Whether so many runs in so many members share members: with one map for each run all are independent. */
    public static boolean isClustered(int members, int runs) {
        return members > 1 && members < runs;
    }

    /** The values of the runs. */
    public double[] values() {
        return x;
    }

    public int size() {
        return x.length;
    }

    /** How many independent looks at the world these are: runs, or clusters. */
    public int clusters() {
        return clusters;
    }

    private boolean isClustered() {
        return clusters < x.length;
    }

    /** One number for each cluster, their mean being that of all runs; the runs themselves where they share nothing. */
    public double[] units() {
        if (!isClustered()) {
            return x;
        }
        double mean = Means.mean(x);
        double[] units = new double[clusters];
        Arrays.fill(units, mean);
        for (int i = 0; i < x.length; i++) {
            units[cluster[i]] += (x[i] - mean) * clusters / x.length;
        }
        return units;
    }

    /** As {@link Means#interval}. */
    public Interval mean(double confidence) {
        return Means.interval(units(), confidence);
    }

    /** As {@link Means#tInterval}. */
    public Interval tMean(double confidence) {
        return Means.tInterval(units(), confidence);
    }

    /** 1 where the value is positive, else 0: of an event the runs in which it came, of an amount those with any. */
    public Sample positive() {
        return new Sample(Arrays.stream(x).map(value -> value > 0 ? 1 : 0).toArray(), cluster, clusters);
    }

    /** Of values 0 and 1, as {@link Proportions#wilson}: the interval for reports. */
    public Interval share(double confidence) {
        double normal = Means.normalQuantile(confidence);
        return Proportions.wilson(Means.mean(x), independent(normal, confidence), confidence);
    }

    /** Of values 0 and 1, as {@link Proportions#clopperPearson}: the interval that decides expectations. */
    public Interval exactShare(double confidence) {
        double many = isClustered() ? Means.tQuantile(x.length - 1, confidence) : 1;
        return Proportions.clopperPearson(Means.mean(x), independent(many, confidence), confidence);
    }

    /**
     * How many independent runs the share of ones is worth (Korn and Graubard, Survey Methodology 24, 1998): as many as
     * have the variance found between clusters, fewer for its degrees of freedom, never more than there are. Where all
     * runs agree nothing is known of that variance, and each cluster counts once.
     *
     * @param quantile which the interval of independent runs uses, to be had from Student's law of the clusters instead
     */
    private double independent(double quantile, double confidence) {
        double share = Means.mean(x);
        if (!isClustered()) {
            return x.length;
        }
        if (share == 0 || share == 1 || clusters < 2) {
            return clusters;
        }
        double variance = StatUtils.variance(units()) / clusters;
        double worth = Math.min(x.length, share * (1 - share) / variance);
        double narrower = quantile / Means.tQuantile(clusters - 1, confidence);
        return worth * Math.min(1, narrower * narrower);
    }

    /**
     * The quantile of all runs between two order statistics. Runs in clusters count as many as the share of runs not
     * above the quantile is worth (Woodruff, JASA 47, 1952, with the size of Korn and Graubard).
     */
    public Interval quantile(double q, double confidence) {
        if (!isClustered()) {
            return Quantiles.interval(x, q, confidence);
        }
        double quantile = Quantiles.quantile(x, q);
        double[] below =
                Arrays.stream(x).map(value -> value <= quantile ? 1 : 0).toArray();
        double worth = new Sample(below, cluster, clusters).independent(Means.normalQuantile(confidence), confidence);
        return Quantiles.interval(x, q, (int) worth, confidence);
    }

    /**
     * The t-interval of the mean of these very clusters, in which only luck within them is unsure (stratified sampling,
     * Cochran 5.3); the same as {@link #tMean} where runs share nothing.
     */
    public Interval ofTheseClusters(double confidence) {
        double mean = Means.mean(x);
        if (!isClustered()) {
            return tMean(confidence);
        }
        int freedom = x.length - clusters;
        double half = Means.tQuantile(freedom, confidence) * StrictMath.sqrt(varianceByLuck());
        return new Interval(mean, mean - half, mean + half, confidence);
    }

    /** The part of the variance of the mean that more runs in the same clusters would lower. */
    double varianceByLuck() {
        double[] sum = new double[clusters];
        int[] runs = new int[clusters];
        for (int i = 0; i < x.length; i++) {
            sum[cluster[i]] += x[i];
            runs[cluster[i]]++;
        }
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - sum[cluster[i]] / runs[cluster[i]];
            squares += d * d;
        }
        return squares / (x.length - clusters) / x.length;
    }

    /**
     * What part of the variance of the mean stays however many runs there are in the same clusters: that between them, with
     * its uncertainty. 0 where runs share nothing.
     *
     * @param variance estimated without bias, and then not below 0
     * @param error standard error of that estimate for these very clusters: what they have in them stays as it is, and
     *     the sum of squares between them is noncentral chi-squared
     */
    public record Between(double variance, double error) {}

    /** See {@link Between}. */
    public Between between() {
        if (!isClustered() || clusters < 2) {
            return new Between(0, 0);
        }
        double luck = varianceByLuck();
        double all = StatUtils.variance(units()) / clusters;
        double between = Math.max(0, all - luck);
        double ofAll = (2 * luck * luck + 4 * between * luck) / (clusters - 1);
        double ofLuck = 2 * luck * luck / (x.length - clusters);
        return new Between(between, StrictMath.sqrt(ofAll + ofLuck));
    }

    /** Differences of two samples over the same runs. */
    public Sample minus(Sample other) {
        return new Sample(
                IntStream.range(0, x.length).mapToDouble(i -> x[i] - other.x[i]).toArray(), cluster, clusters);
    }
}
