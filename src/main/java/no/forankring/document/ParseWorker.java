package no.forankring.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The fenced process: reads one file after the other and answers with its text, until its parent goes away.
///
/// A request is a path and a file name (`writeUTF` each); an answer is a length and as many bytes, of which the first
/// tells whether a reading follows or a reason and a message. Standard output belongs to the answers alone, so whatever
/// a library prints goes to standard error.
public final class ParseWorker {

    static final byte READ = 1;
    static final byte UNREADABLE = 2;

    private ParseWorker() {}

    private record Request(Path file, String fileName) {}

    /// The argument is the most UTF-16 units of text that one file may give.
    public static void main(String[] args) throws Exception {
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int limit = Integer.parseInt(args[0]);
        BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().name("requests").daemon().start(() -> listen(requests));
        var formats = new TikaFormats();
        while (true) {
            Request request = requests.take();
            byte[] answer = answer(formats, request, limit);
            answers.writeInt(answer.length);
            answers.write(answer);
            answers.flush();
        }
    }

    /// When the parent dies its end of the pipe closes; then this process must go at once, also in mid-file.
    private static void listen(BlockingQueue<Request> requests) {
        try (var in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                requests.add(new Request(Path.of(in.readUTF()), in.readUTF()));
            }
        } catch (IOException closed) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static byte[] answer(TikaFormats formats, Request request, int limit) throws IOException {
        try {
            return answer(READ, TextCodec.encode(formats.read(request.file(), request.fileName(), limit)));
        } catch (UnreadableFile unreadable) {
            return unreadable(unreadable);
        } catch (StackOverflowError deep) {
            return unreadable(UnreadableFile.tooDeep());
        } catch (IOException | RuntimeException | LinkageError broken) {
            // What a hostile file provokes in a library is that file's fault, not ours.
            System.err.println("Could not read " + request.fileName() + ": " + broken);
            return unreadable(UnreadableFile.damaged());
        }
    }

    private static byte[] unreadable(UnreadableFile unreadable) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeUTF(unreadable.outcome().reason());
        out.writeUTF(unreadable.outcome().message());
        return answer(UNREADABLE, bytes.toByteArray());
    }

    private static byte[] answer(byte kind, byte[] content) {
        byte[] answer = new byte[content.length + 1];
        answer[0] = kind;
        System.arraycopy(content, 0, answer, 1, content.length);
        return answer;
    }
}
