package org.shieldwall.scenarios;

import java.nio.file.FileSystemException;

/** Something is there, and it is no file that could hold a scenario. */
public final class NotAFileException extends FileSystemException {
    private static final long serialVersionUID = 1;

    NotAFileException(String path, boolean folder) {
        super(path, null, folder ? "it is a folder, no file" : "it is a pipe or a device, no file");
    }
}
