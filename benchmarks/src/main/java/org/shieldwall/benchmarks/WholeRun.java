package org.shieldwall.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
import org.shieldwall.fact.FactLog;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** One whole run of each library scenario with its measures, checking off; events are counted beside the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WholeRun {

    /** A simulation used again for replication after replication. */
    @State(Scope.Thread)
    public static class Runs {
        @Param({"first-steps", "three-grids", "joint-defence", "estonia-2007", "health-service-2021"})
        public String scenario;

        @Param({"isolated", "joint"})
        public String strategy;

        private long replication;
        private Simulation simulation;
        private Measures measures;
        private List<String> levers;
        private double[] values;
        private byte[] ends;

        @Setup
        public void compile() throws IOException {
            Scenario read =
                    Objects.requireNonNull(new ScenarioReader().read(scenario).scenario());
            World world = World.compile(read);
            simulation = new Simulation(world);
            measures = new Measures(world);
            values = new double[measures.columns().size()];
            ends = new byte[values.length];
            levers = read.strategies().stream()
                    .filter(candidate -> candidate.name().equals(strategy))
                    .findFirst()
                    .orElseThrow()
                    .levers();
        }

        double next(Counted counted) {
            FactLog facts = simulation.run(levers, 1, ++replication);
            measures.fold(facts, values, ends);
            counted.events += simulation.events();
            counted.runs++;
            return values[0];
        }
    }

    @Benchmark
    public double run(Runs runs, Counted counted) {
        return runs.next(counted);
    }
}
