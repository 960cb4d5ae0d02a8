package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.forankring.document.DocumentText;
import org.junit.jupiter.api.Test;

/// One recognizer serves many threads.
class ManyThreadsTest {

    private static final int THREADS = 8;
    private static final int TEXTS = 200;

    private static final List<String> SENTENCES = List.of(
            "Etter helse- og omsorgstjenesteloven § 3-1 første ledd og § 3-2 har kommunen et ansvar.",
            "Meld. St. 15 (2017–2018) Leve hele livet følges opp, og reformen gjelder alle.",
            "Loven § 5, jf. helsepersonelloven §§ 4, 16 og 39, sier mer.",
            "Lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m.",
            "Demensplan 2025 og demensplanen er nevnt, slik Meld. St. 15 og NOU 2023: 4 sier.",
            "helsepersonellloven § 4 og pasient- og brukerrettighetslova § 2-7",
            "Veileder for tjenester til personer med demens, rundskriv I-9/2015 og IS-2442.",
            "Nettverket møttes i mars og snakket om maten.");

    @Test
    void everyThreadGetsTheAnswersThatOneThreadAloneGets() throws Exception {
        List<DocumentText> texts = texts();
        var recognizer = new CitationRecognizer(CitationExamples.register());
        List<List<Resolution>> alone =
                texts.stream().map(CitationExamples.RECOGNIZER::recognize).toList();
        var start = new CyclicBarrier(THREADS);

        var answers = new ArrayList<Future<List<List<Resolution>>>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                Callable<List<List<Resolution>>> task = () -> {
                    start.await();
                    return texts.stream().map(recognizer::recognize).toList();
                };
                answers.add(threads.submit(task));
            }
        }

        assertThat(alone.stream().mapToInt(List::size).sum()).isGreaterThan(TEXTS);
        for (Future<List<List<Resolution>>> answer : answers) {
            assertThat(answer.get()).isEqualTo(alone);
        }
    }

    private static List<DocumentText> texts() {
        var random = new Random(8);
        var texts = new ArrayList<DocumentText>();
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder();
            int sentences = 1 + random.nextInt(60);
            for (int s = 0; s < sentences; s++) {
                text.append(SENTENCES.get(random.nextInt(SENTENCES.size())));
                text.append(random.nextInt(4) == 0 ? "\n\n" : " ");
            }
            texts.add(CitationExamples.document(text.toString()));
        }
        return texts;
    }
}
