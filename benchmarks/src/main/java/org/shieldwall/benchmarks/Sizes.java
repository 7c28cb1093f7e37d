package org.shieldwall.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.world.World;

/** Whole runs and the compiling of the synthetic scenario by its number of assets; events are counted beside the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class Sizes {

    /** A scenario of a size and a simulation of it. */
    @State(Scope.Thread)
    public static class Sized {
        @Param({"1000", "10000", "1000000"})
        public int assets;

        private Scenario scenario;
        private Simulation simulation;
        private long replication;

        @Setup
        public void compile() {
            scenario = Synthetic.ofAssets(assets);
            simulation = new Simulation(World.compile(scenario));
        }
    }

    @Benchmark
    public long run(Sized sized, Counted counted) {
        sized.simulation.run(List.of(), 1, ++sized.replication);
        counted.events += sized.simulation.events();
        counted.runs++;
        return counted.events;
    }

    @Benchmark
    public World compile(Sized sized) {
        return World.compile(sized.scenario);
    }
}
