package no.forankring.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The parse process: reads one file after the other as its parent asks, and answers with the text as read.
///
/// Frames on standard input: length of path, path, file name, most characters. Frames on standard output: magic, kind,
/// length, bytes. Whatever libraries print goes to standard error. The process ends with its standard input, also in
/// the middle of a file, so that it never outlives its parent.
public final class ParseWorker {

    static final int MAGIC = 0x464b5057;
    static final byte READY = 0;
    static final byte READ = 1;
    static final byte UNREADABLE = 2;
    /// As [#UNREADABLE], and the process is worn and wants to be replaced.
    static final byte WORN = 3;
    static final int OUT_OF_MEMORY = 3;

    private static final long STACK = 16L << 20;
    private static final int CRASH_HOOK_LENGTH = "crash-test-".length();

    private ParseWorker() {}

    private record Request(String path, String fileName, int limit) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        refuseNetwork();
        // Reads what PDFBox and POI would look up otherwise; no window system, no font scan of the machine's folders.
        System.setProperty("java.awt.headless", "true");
        BlockingQueue<Request> requests = new ArrayBlockingQueue<>(1);
        var worker = new Thread(null, () -> work(requests, out), "parse", STACK);
        worker.setDaemon(true);
        worker.start();
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        try {
            while (true) {
                requests.put(new Request(in.readUTF(), in.readUTF(), in.readInt()));
            }
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void work(BlockingQueue<Request> requests, DataOutputStream out) {
        try {
            var extractor = new FileExtractor();
            answer(out, READY, new byte[0]);
            while (true) {
                Request request = requests.take();
                try {
                    if (Boolean.getBoolean("forankring.parse-worker.crash-test")) {
                        crashOnRequest(request);
                    }
                    ReadOutcome.Read read = extractor.read(Path.of(request.path), request.fileName, request.limit);
                    answer(out, READ, TextCodec.encode(read));
                } catch (UnreadableFile unreadable) {
                    answer(out, UNREADABLE, encode(unreadable.outcome()));
                } catch (IOException broken) {
                    answer(out, UNREADABLE, encode(UnreadableFile.damaged().outcome()));
                } catch (StackOverflowError deep) {
                    answer(out, WORN, encode(UnreadableFile.tooDeep().outcome()));
                } catch (RuntimeException bug) {
                    answer(out, WORN, encode(UnreadableFile.damaged().outcome()));
                }
            }
        } catch (OutOfMemoryError full) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException | InterruptedException | Error broken) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static byte[] encode(ReadOutcome.Unreadable unreadable) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeUTF(unreadable.reason());
        data.writeUTF(unreadable.message());
        return bytes.toByteArray();
    }

    private static void answer(DataOutputStream out, byte kind, byte[] bytes) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /// Documents name schemas and pictures on the network; none is ever fetched.
    @SuppressWarnings("deprecation") // Meant for other kinds of sockets; there is no better place to refuse them all.
    private static void refuseNetwork() throws IOException {
        Set<String> refused = Set.of("http", "https", "ftp");
        URL.setURLStreamHandlerFactory(protocol -> refused.contains(protocol) ? new Refusing() : null);
        Socket.setSocketImplFactory(() -> {
            throw new IllegalStateException("The parse process opens no connections");
        });
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("The parse process opens no connections, and so not " + url.getHost());
        }
    }

    /// Misbehaves as the file's name says: for the tests of the parent, and only in a process they started.
    private static void crashOnRequest(Request request) throws InterruptedException {
        if (!request.fileName.startsWith("crash-test-")) {
            return;
        }
        String how = request.fileName.substring(CRASH_HOOK_LENGTH);
        if (how.startsWith("hang")) {
            while (true) {
                Thread.onSpinWait();
            }
        } else if (how.startsWith("memory")) {
            List<byte[]> hoard = new ArrayList<>();
            while (hoard.size() < 1_000_000) {
                hoard.add(new byte[8 << 20]);
            }
        } else if (how.startsWith("exit")) {
            Runtime.getRuntime().halt(77);
        } else if (how.startsWith("network")) {
            connect(Integer.parseInt(how.replaceAll("\\D", "")));
        } else if (how.startsWith("noise")) {
            System.out.println("noise that no frame may hold");
        } else if (how.startsWith("garbage")) {
            var raw = new java.io.PrintStream(new FileOutputStream(FileDescriptor.out), true);
            raw.println("garbage in the place of a frame, long enough for a header");
        }
    }

    /// Ends the process when a connection comes about.
    private static void connect(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            Runtime.getRuntime().halt(socket.getPort());
        } catch (IOException | RuntimeException refused) {
            System.out.println(refused);
        }
        try (var in = java.net
                .URI
                .create("http://127.0.0.1:%d/".formatted(port))
                .toURL()
                .openStream()) {
            Runtime.getRuntime().halt(in.read());
        } catch (IOException | RuntimeException refused) {
            System.out.println(refused);
        }
    }
}
