package org.shieldwall.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: made, tried and locked before the first run, so that nobody simulates for an hour and then hears that
 * nothing can be written, and no two experiments write over each other.
 */
final class OutFolder implements AutoCloseable {
    static final String REPORT = "report.html";
    static final String RESULTS = "results.json";
    static final String RUNS = "runs.csv";
    static final String KEPT_RUNS = "runs.kept";
    private static final String LOCK = ".writing";
    private static final List<String> WRITTEN =
            List.of(REPORT, RESULTS, RUNS, KEPT_RUNS, KEPT_RUNS + ".new", LOCK, FolderOwner.FILE);

    private final Path folder;
    private final boolean ofTheSame;
    private final FileChannel channel;
    private final FileLock lock;

    private OutFolder(Path folder, boolean ofTheSame, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.ofTheSame = ofTheSame;
        this.channel = channel;
        this.lock = lock;
    }

    /** Cannot be written to; the message is a sentence for whoever named the folder. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** A folder that somebody named: what is in it may be replaced. */
    static OutFolder named(Path folder, String owner) throws Refused {
        return open(folder, owner);
    }

    /**
     * The folder for those who name none.
     *
     * @throws Refused also where it holds results of another scenario, which would be lost
     */
    static OutFolder usual(String id, String owner) throws Refused {
        Path folder = Path.of("out", id);
        String other = FolderOwner.read(folder);
        if (other != null && !other.equals(owner)) {
            throw new Refused("%s holds the results of another scenario, %s: name a folder for this one with --out"
                    .formatted(folder, other));
        }
        return open(folder, owner);
    }

    /** @throws Refused if results could not be written there */
    private static OutFolder open(Path folder, String owner) throws Refused {
        if (folder.toString().isEmpty()) {
            throw new Refused("--out needs the name of a folder");
        }
        checkWay(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refused("the folder %s cannot be made here".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new Refused("nothing may be written into the folder %s".formatted(folder));
        }
        for (String name : WRITTEN) {
            Path file = folder.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
                throw new Refused(
                        "%s is in the way: it is no file, and one of that name would be written".formatted(file));
            }
            if (Files.isRegularFile(file) && !Files.isWritable(file)) {
                throw new Refused("%s may not be written over".formatted(file));
            }
        }
        return locked(folder, owner);
    }

    /** What is there already of the path must be folders, or links to folders. */
    private static void checkWay(Path folder) throws Refused {
        for (Path part = folder.toAbsolutePath(); part != null; part = part.getParent()) {
            if (Files.isDirectory(part)) {
                return;
            }
            if (Files.exists(part)) {
                throw new Refused(
                        "%s is a file, no folder".formatted(part.equals(folder.toAbsolutePath()) ? folder : part));
            }
            if (Files.isSymbolicLink(part)) {
                throw new Refused("%s is a link that leads nowhere".formatted(part));
            }
        }
    }

    private static OutFolder locked(Path folder, String owner) throws Refused {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw new Refused("nothing can be written into the folder %s".formatted(folder));
        }
        if (lock == null || channel == null) {
            close(channel);
            throw new Refused("another run writes to %s: wait until it has ended, or name another folder with --out"
                    .formatted(folder));
        }
        boolean same = owner.equals(FolderOwner.read(folder));
        try {
            FolderOwner.write(folder, owner);
        } catch (IOException e) {
            close(channel);
            throw new Refused("nothing can be written into the folder %s".formatted(folder));
        }
        return new OutFolder(folder, same, channel, lock);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }

    /** Whether what is in it is of the same scenario, perhaps of an earlier state of it. */
    boolean isOfTheSame() {
        return ofTheSame;
    }

    Path path() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        lock.release();
        channel.close();
    }
}
