package cadastre.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The files that a program has open: the main file, and inside it those that `require` is loading.
///
/// A path that begins with a dot belongs to the folder of the file being loaded, any other to the working
/// folder.
final class OpenFiles {
    /// More than this many files within files is a circle.
    private static final int DEEPEST = 200;

    /// A file cannot be opened; the message is as users of DNSControl know it.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final Sources sources;
    private final Deque<SourceText> open = new ArrayDeque<>();

    OpenFiles(Sources sources) {
        this.sources = sources;
    }

    /// Opens a file; what is opened until it is closed again may be named relative to its folder.
    SourceText open(String path) throws Unreadable {
        if (open.size() > DEEPEST) {
            throw new Unreadable("require " + path + ": more than " + DEEPEST + " files within files; is it a circle?");
        }
        String file = resolve(path);
        SourceText opened = new SourceText(file, read(file));
        open.push(opened);
        return opened;
    }

    void close() {
        open.pop();
    }

    /// {@return the file being loaded}
    SourceText current() {
        return open.element();
    }

    /// {@return the path of a file named in the file being loaded, without `.` and `..` where that is
    /// possible}
    String resolve(String path) {
        if (!path.startsWith(".") || open.isEmpty()) {
            return clean(path);
        }
        return clean(folder(open.element().file()) + "/" + path);
    }

    private String read(String file) throws Unreadable {
        if (sources.isFolder(file)) {
            throw new Unreadable("read " + file + ": is a directory");
        }
        try {
            return new String(sources.read(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Unreadable("open " + file + ": " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        };
    }

    /// {@return the files below a folder that is named in the file being loaded, each folder's in the
    /// order of their octets, as paths that can be opened}
    ///
    /// @param extension what their names end in, or empty
    List<String> below(String path, boolean recursive, String extension) throws Unreadable {
        String folder = open.isEmpty() || path.startsWith("/")
                ? clean(path)
                : clean(folder(open.element().file()) + "/" + path);
        if (!sources.isFolder(folder)) {
            throw new Unreadable("glob: provided path does not exist.");
        }
        List<String> found = new ArrayList<>();
        collect(folder, recursive, extension, found);
        // A path that begins with a dot belongs to the folder of the file being loaded.
        return folder.startsWith(".")
                ? found.stream()
                        .map(file -> "./" + clean(path) + file.substring(folder.length()))
                        .toList()
                : found;
    }

    private void collect(String folder, boolean recursive, String extension, List<String> found) throws Unreadable {
        List<String> names;
        try {
            names = sources.list(folder);
        } catch (IOException e) {
            throw new Unreadable("open " + folder + ": " + reason(e));
        }
        for (String name : names) {
            String path = clean(folder + "/" + name);
            if (sources.isFolder(path)) {
                if (recursive) {
                    collect(path, true, extension, found);
                }
            } else if (name.endsWith(extension)) {
                found.add(path);
            }
        }
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : file.substring(0, slash);
    }

    static String base(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String clean(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (part.equals("..") ? !absolute : !part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return absolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
