package org.shieldwall.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shieldwall.kernel.Dice;
import org.shieldwall.kernel.Sampler;

/** The cost of a draw: die and sampler together, one address after the other. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public class DiceAndSamplers {

    private final long run = Dice.runKey(1, 0, 0);
    private final long subject = Dice.key("a/subject");
    private final Sampler lognormal = Sampler.lognormal(0, 1.8);
    private final Sampler weibull = Sampler.weibull(0.7, 1);
    private final Sampler gamma = Sampler.gamma(2, 1);
    private final Sampler mixture = Sampler.mixture(new double[] {1, 3}, new Sampler[] {lognormal, gamma});
    private long n;

    @Benchmark
    public long mix() {
        return Dice.mix(subject, n++);
    }

    @Benchmark
    public long bits() {
        return Dice.bits(run, 1, subject, n++);
    }

    @Benchmark
    public double uniform() {
        return Dice.uniform(run, 1, subject, n++);
    }

    @Benchmark
    public double exponential() {
        return Dice.unitExponential(run, 1, subject, n++);
    }

    /** The same with {@link StrictMath}, for comparison. */
    @Benchmark
    public double exponentialByStrictMath() {
        return -StrictMath.log(Dice.uniform(run, 1, subject, n++));
    }

    @Benchmark
    public double lognormal() {
        return lognormal.quantile(Dice.uniform(run, 1, subject, n++));
    }

    @Benchmark
    public double weibull() {
        return weibull.quantile(Dice.uniform(run, 1, subject, n++));
    }

    @Benchmark
    public double gamma() {
        return gamma.quantile(Dice.uniform(run, 1, subject, n++));
    }

    @Benchmark
    public double mixture() {
        return mixture.quantile(Dice.uniform(run, 1, subject, n++));
    }
}
