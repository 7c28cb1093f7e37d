package org.shieldwall.experiments;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Scenario.Strategy;

/**
 * Finished runs in a file, so that an experiment that was broken off goes on where it was.
 *
 * <p>The file begins with what the runs are of: scenario digest, seed, strategies and measures. Then follows one frame for
 * each run, with a checksum, replication by replication. What does not match, is damaged or cut off is not used, and
 * neither is anything unless the first replication, made once more, gives the same bits: a build that simulates
 * differently starts anew.
 */
public final class RunFile implements Closeable {
    /** Changes with the form of the file, and with the way in which the times of curves are chosen. */
    private static final int MAGIC = 0x53575233;

    private static final int MOST_BYTES_OF_A_FRAME = 1 << 26;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private @Nullable DataOutputStream out;
    private int taken;

    public RunFile(Path path) {
        this.path = path;
    }

    /** Replications that were taken up. */
    public int taken() {
        return taken;
    }

    /**
     * What makes the runs that are kept useless for an experiment.
     *
     * @return {@code scenario} or {@code seed}; null where nothing is kept, or nothing stands against it so far
     */
    public @Nullable String differsFrom(Scenario scenario, long seed) throws IOException {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (in.readInt() != MAGIC) {
                return null;
            }
            if (!in.readUTF().equals(ScenarioWalk.digest(scenario))) {
                return "scenario";
            }
            return in.readLong() == seed ? null : "seed";
        } catch (EOFException | UTFDataFormatException e) {
            return null;
        }
    }

    /** Takes up what is kept and can be used, and opens the file for what follows. */
    void restore(String digest, long seed, Replications into) throws IOException {
        byte[] header = header(digest, seed, into);
        if (Files.isRegularFile(path)) {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
                if (matches(in, header)) {
                    readRows(in, into);
                }
            }
            if (into.finished() > 0 && !into.repeatsTheFirst()) {
                into.clear();
            }
        }
        taken = into.finished();
        rewrite(header, into);
    }

    private static boolean matches(InputStream in, byte[] header) throws IOException {
        return Arrays.equals(in.readNBytes(header.length), header);
    }

    private static byte[] header(String digest, long seed, Replications of) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(MAGIC);
        header.writeUTF(digest);
        header.writeLong(seed);
        header.writeInt(of.strategies().size());
        for (Strategy strategy : of.strategies()) {
            header.writeUTF(strategy.name());
        }
        header.writeInt(of.columns().size());
        for (Measures.Column column : of.columns()) {
            header.writeUTF(column.name());
        }
        header.writeInt(of.sectors().size());
        for (String sector : of.sectors()) {
            header.writeUTF(sector);
        }
        return bytes.toByteArray();
    }

    /** Whole replications only, up to the first frame that is damaged. */
    private static void readRows(DataInputStream in, Replications into) throws IOException {
        int strategies = into.strategies().size();
        try {
            for (int replication = 0; replication < into.atMost(); replication++) {
                KeptRow[] rows = new KeptRow[strategies];
                for (int strategy = 0; strategy < strategies; strategy++) {
                    KeptRow row = readRow(
                            in, into.columns().size(), 1 + into.sectors().size());
                    if (row == null || (row.curves() == null) != (replication >= Looks.FIRST)) {
                        return;
                    }
                    rows[strategy] = row;
                }
                for (int strategy = 0; strategy < strategies; strategy++) {
                    into.restore(strategy, replication, rows[strategy]);
                }
            }
        } catch (EOFException e) {
            // Broken off while writing: what came before is whole.
        }
    }

    private static @Nullable KeptRow readRow(DataInputStream in, int columns, int curves) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES_OF_A_FRAME) {
            return null;
        }
        byte[] body = new byte[length];
        in.readFully(body);
        if (in.readLong() != checksum(body)) {
            return null;
        }
        DataInputStream frame = new DataInputStream(new ByteArrayInputStream(body));
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = frame.readDouble();
        }
        byte[] ends = new byte[columns];
        frame.readFully(ends);
        boolean steps = frame.readBoolean();
        if (steps) {
            StepCurve[] read = new StepCurve[curves];
            for (int curve = 0; curve < curves; curve++) {
                read[curve] = readCurve(frame);
            }
            return new KeptRow(values, ends, read, null);
        }
        int size = frame.readInt();
        float[] samples = new float[size];
        for (int i = 0; i < size; i++) {
            samples[i] = frame.readFloat();
        }
        return new KeptRow(values, ends, null, samples);
    }

    private static StepCurve readCurve(DataInputStream frame) throws IOException {
        StepCurve curve = new StepCurve();
        int size = frame.readInt();
        for (int i = 0; i < size; i++) {
            curve.step(frame.readLong(), frame.readDouble());
        }
        return curve;
    }

    /** Writes the file anew, so that nothing damaged stays in it. */
    private void rewrite(byte[] header, Replications rows) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (DataOutputStream copy = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            copy.write(header);
            for (int replication = 0; replication < rows.finished(); replication++) {
                write(copy, replication, rows);
            }
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.APPEND), BUFFER_BYTES));
    }

    /** Keeps one replication of all strategies. */
    void append(int replication, Replications rows) {
        DataOutputStream open = out;
        if (open == null) {
            return;
        }
        try {
            write(open, replication, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, int replication, Replications rows) throws IOException {
        for (int strategy = 0; strategy < rows.strategies().size(); strategy++) {
            byte[] body = body(rows.row(strategy, replication));
            out.writeInt(body.length);
            out.write(body);
            out.writeLong(checksum(body));
        }
    }

    private static byte[] body(KeptRow row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        for (double value : row.values()) {
            frame.writeDouble(value);
        }
        frame.write(row.ends());
        StepCurve[] curves = row.curves();
        float[] samples = row.samples();
        frame.writeBoolean(curves != null);
        if (curves != null) {
            for (StepCurve curve : curves) {
                frame.writeInt(curve.size());
                for (int i = 0; i < curve.size(); i++) {
                    frame.writeLong(curve.timeNanos(i));
                    frame.writeDouble(curve.value(i));
                }
            }
        } else if (samples != null) {
            frame.writeInt(samples.length);
            for (float sample : samples) {
                frame.writeFloat(sample);
            }
        } else {
            frame.writeInt(0);
        }
        return bytes.toByteArray();
    }

    private static long checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        DataOutputStream open = out;
        if (open != null) {
            out = null;
            open.close();
        }
    }
}
