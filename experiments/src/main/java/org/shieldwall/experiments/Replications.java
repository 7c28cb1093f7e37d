package org.shieldwall.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * Rows of runs, made by several threads: replication r of every strategy runs with the same luck, and all strategies of a
 * replication are made together, so that what is finished is always whole pairs.
 *
 * <p>Rows are indexed by replication; nothing in them depends on the number of threads or on time. Only the prefix without
 * gaps counts as finished.
 */
final class Replications implements AutoCloseable {
    private final Model model;
    private final List<Strategy> strategies;
    private final List<Measures.Column> columns;
    private final int conditions;
    private final int sectors;
    private final long seed;
    private final ExecutorService workers;
    private final List<Model.@Nullable Replicator> replicators = new ArrayList<>();

    /** [strategy][replication][column]; null where not yet run. */
    private final double[][][] values;

    private final byte[][][] ends;
    private final boolean[][][] given;
    /** [strategy][replication]; kept until there is a grid. */
    private final StepCurve[] @Nullable [][] curves;
    /** [strategy][replication][curve × grid]; as soon as there is a grid. */
    private final float[] @Nullable [][] samples;

    private volatile long @Nullable [] grid;
    private final boolean keepsCurves;
    private final int threads;
    private volatile boolean stopped;
    private int finished;
    private final BitSet whole = new BitSet();
    private IntConsumer onFinished = n -> {};

    Replications(
            Model model,
            List<Strategy> strategies,
            int conditions,
            long seed,
            int threads,
            int atMost,
            boolean keepsCurves) {
        this.model = model;
        this.strategies = strategies;
        this.columns = model.columns();
        this.conditions = conditions;
        this.sectors = model.sectors().size();
        this.seed = seed;
        this.threads = threads;
        this.keepsCurves = keepsCurves;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "replications");
            thread.setDaemon(true);
            return thread;
        });
        for (int thread = 0; thread < threads; thread++) {
            replicators.add(null);
        }
        values = new double[strategies.size()][atMost][];
        ends = new byte[strategies.size()][atMost][];
        given = new boolean[strategies.size()][atMost][];
        curves = new StepCurve[strategies.size()][atMost][];
        samples = new float[strategies.size()][atMost][];
    }

    /** Called in order of replications, under a lock, with the number finished so far. */
    void onFinished(IntConsumer listener) {
        onFinished = listener;
    }

    /** Lets running replications end and starts no others. */
    void stop() {
        stopped = true;
    }

    /** Replications finished, without gaps. */
    synchronized int finished() {
        return finished;
    }

    /**
     * Runs until n replications are finished, or until it is stopped.
     *
     * @return replications finished without gaps
     */
    int extendTo(int n) {
        AtomicInteger next = new AtomicInteger(finished());
        List<Future<?>> tasks = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, n - next.get()); thread++) {
            int own = thread;
            tasks.add(workers.submit(() -> work(own, next, n)));
        }
        RuntimeException failure = null;
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                stopped = true;
                failure = e.getCause() instanceof RunFailed failed ? failed : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
                return finished();
            }
        }
        if (failure != null) {
            throw failure;
        }
        return finished();
    }

    private void work(int thread, AtomicInteger next, int n) {
        Model.Replicator replicator = replicators.get(thread);
        if (replicator == null) {
            replicator = model.replicator();
            replicators.set(thread, replicator);
        }
        Row row = new Row(columns.size(), conditions, sectors);
        while (!stopped) {
            int replication = next.getAndIncrement();
            if (replication >= n) {
                return;
            }
            for (int strategy = 0; strategy < strategies.size(); strategy++) {
                run(replicator, strategy, replication, row);
                keep(strategy, replication, row);
            }
            finish(replication);
        }
    }

    private void run(Model.Replicator replicator, int strategy, int replication, Row row) {
        try {
            replicator.run(strategies.get(strategy).levers(), seed, replication + 1L, row);
        } catch (RuntimeException | Error e) {
            throw new RunFailed(strategies.get(strategy).name(), seed, replication + 1L, e);
        }
    }

    private void keep(int strategy, int replication, Row row) {
        long[] at = grid;
        if (!keepsCurves) {
            curves[strategy][replication] = null;
        } else if (at == null) {
            curves[strategy][replication] =
                    Arrays.stream(row.curves).map(StepCurve::copy).toArray(StepCurve[]::new);
        } else {
            samples[strategy][replication] = sampled(row.curves, at);
        }
        ends[strategy][replication] = row.ends.clone();
        given[strategy][replication] = row.given.clone();
        values[strategy][replication] = row.values.clone();
    }

    private synchronized void finish(int replication) {
        whole.set(replication);
        while (whole.get(finished)) {
            finished++;
            onFinished.accept(finished);
        }
    }

    /** Whether making the first replication once more gives the same rows, bit for bit. */
    boolean repeatsTheFirst() {
        Model.Replicator replicator = model.replicator();
        Row row = new Row(columns.size(), conditions, sectors);
        for (int strategy = 0; strategy < strategies.size(); strategy++) {
            run(replicator, strategy, 0, row);
            if (!Arrays.equals(row.values, values[strategy][0]) || !Arrays.equals(row.ends, ends[strategy][0])) {
                return false;
            }
        }
        return true;
    }

    /** Takes a row that was made before; rows come in order of replications. */
    synchronized void restore(int strategy, int replication, KeptRow row) {
        values[strategy][replication] = row.values();
        ends[strategy][replication] = row.ends();
        given[strategy][replication] = new boolean[0];
        curves[strategy][replication] = row.curves();
        samples[strategy][replication] = row.samples();
        if (strategy == strategies.size() - 1) {
            whole.set(replication);
            finished = replication + 1;
        }
    }

    /** Forgets all rows. */
    synchronized void clear() {
        whole.clear();
        finished = 0;
    }

    KeptRow row(int strategy, int replication) {
        return new KeptRow(
                values[strategy][replication],
                ends[strategy][replication],
                curves[strategy][replication],
                samples[strategy][replication]);
    }

    /** From now on curves are kept as their values at these times. */
    void sampleCurvesAt(long[] times) {
        grid = times;
        for (int strategy = 0; strategy < strategies.size(); strategy++) {
            for (int replication = 0; replication < finished(); replication++) {
                StepCurve[] kept = curves[strategy][replication];
                if (kept != null) {
                    samples[strategy][replication] = sampled(kept, times);
                    curves[strategy][replication] = null;
                }
            }
        }
    }

    private static float[] sampled(StepCurve[] curves, long[] times) {
        float[] samples = new float[curves.length * times.length];
        for (int i = 0; i < curves.length; i++) {
            curves[i].sampleAt(times, samples, i * times.length);
        }
        return samples;
    }

    /** Curves of all sectors together of the first n replications of all strategies. */
    List<StepCurve> curves(int n) {
        List<StepCurve> all = new ArrayList<>();
        for (int strategy = 0; strategy < strategies.size(); strategy++) {
            for (int replication = 0; replication < n; replication++) {
                StepCurve[] kept = curves[strategy][replication];
                if (kept != null) {
                    all.add(kept[0]);
                }
            }
        }
        return all;
    }

    List<String> sectors() {
        return model.sectors();
    }

    /**
     * Values of one curve at one time of the grid over the first n replications.
     *
     * @param curve 0 for all sectors together, else 1 and the sector
     */
    double[] sampled(int strategy, int curve, int gridPoint, int n) {
        long[] times = grid;
        int place = times == null ? 0 : curve * times.length + gridPoint;
        double[] x = new double[n];
        for (int replication = 0; replication < n; replication++) {
            float[] row = samples[strategy][replication];
            x[replication] = row == null ? 0 : row[place];
        }
        return x;
    }

    List<Measures.Column> columns() {
        return columns;
    }

    int atMost() {
        return values[0].length;
    }

    List<Strategy> strategies() {
        return strategies;
    }

    double value(int strategy, int replication, int column) {
        return values[strategy][replication][column];
    }

    byte end(int strategy, int replication, int column) {
        return ends[strategy][replication][column];
    }

    boolean given(int strategy, int replication, int condition) {
        return given[strategy][replication][condition];
    }

    /** One measure of one strategy over the first n replications, NaN where it does not exist. */
    double[] column(int strategy, int column, int n) {
        double[] x = new double[n];
        for (int replication = 0; replication < n; replication++) {
            x[replication] = values[strategy][replication][column];
        }
        return x;
    }

    byte[] ends(int strategy, int column, int n) {
        byte[] x = new byte[n];
        for (int replication = 0; replication < n; replication++) {
            x[replication] = ends[strategy][replication][column];
        }
        return x;
    }

    @Override
    public void close() {
        stopped = true;
        workers.shutdown();
    }
}
