package no.forankring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.review.QueueFilter;
import no.forankring.trace.Listing;
import no.forankring.trace.SuspectLinks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is taken in, what is under way, and where to begin.
@Controller
class StartPage {

    private static final int MOST_GOVERNING = 8;
    private static final int MOST_DOCUMENTS = 6;
    private static final int MOST_FAILED = 3;

    private final PageSources sources;
    private final SuspectLinks suspects;
    private final MessageSource messages;

    StartPage(PageSources sources, SuspectLinks suspects, MessageSource messages) {
        this.sources = sources;
        this.suspects = suspects;
        this.messages = messages;
    }

    @GetMapping("/")
    String start(Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<Listing> documents = sources.list(Addresses.DOCUMENT);
        List<Listing> governing = sources.list(Addresses.GOVERNING_DOCUMENT).stream()
                .filter(listing -> listing.incoming() > 0)
                .sorted(Comparator.comparingLong(Listing::incoming).reversed())
                .toList();
        model.addAttribute(
                "view",
                new View(
                        documents.isEmpty(),
                        CurrencyPages.alert(suspects, words),
                        List.of(
                                new Figure(documents.size(), words.of("start.figure.documents"), "/dokumenter"),
                                new Figure(
                                        governing.size(),
                                        words.of("start.figure.governing"),
                                        "/styrende-dokumenter?sort=use"),
                                new Figure(
                                        sources.list(Addresses.NETWORK).size(),
                                        words.of("start.figure.networks"),
                                        "/nettverk"),
                                new Figure(
                                        sources.list(Addresses.ACTIVITY).size(),
                                        words.of("start.figure.activities"),
                                        "/aktiviteter"),
                                new Figure(
                                        sources.review().queue(QueueFilter.ALL).all(),
                                        words.of("start.figure.waiting"),
                                        "/gjennomgang")),
                        sources.jobs().stream()
                                .filter(job -> job.finished().isEmpty())
                                .map(job -> JobView.of(job, words))
                                .toList(),
                        governing.stream()
                                .limit(MOST_GOVERNING)
                                .map(listing -> ListRow.of(listing, words))
                                .toList(),
                        latest(sources.jobs(), documents, words),
                        failed(sources.jobs(), words)));
        return "start";
    }

    /// Jobs with files that could not be read, the newest first.
    private static List<JobView> failed(List<Job> jobs, Words words) {
        return jobs.stream()
                .filter(job -> job.finished().isPresent())
                .map(job -> JobView.of(job, words))
                .filter(job -> job.failed() > 0)
                .limit(MOST_FAILED)
                .toList();
    }

    /// The documents that the latest jobs took in, the newest first; where nothing was since the service started, some
    /// that are there.
    private static List<ListRow> latest(List<Job> jobs, List<Listing> documents, Words words) {
        Map<String, Listing> byId = documents.stream()
                .collect(Collectors.toMap(
                        listing -> listing.thing().id(), listing -> listing, (first, second) -> first));
        var latest = new ArrayList<ListRow>();
        var seen = new HashSet<String>();
        for (Job job : jobs) {
            for (Job.FileProgress file : job.files().reversed()) {
                if (file.outcome().orElse(null) instanceof FileOutcome.Ingested ingested
                        && byId.get(ingested.document().value()) instanceof Listing listing
                        && seen.add(listing.thing().id())) {
                    latest.add(ListRow.of(listing, words));
                }
                if (latest.size() == MOST_DOCUMENTS) {
                    return latest;
                }
            }
        }
        if (latest.isEmpty()) {
            documents.stream()
                    .limit(MOST_DOCUMENTS)
                    .map(listing -> ListRow.of(listing, words))
                    .forEach(latest::add);
        }
        return latest;
    }

    /// @param empty true before anything was taken in
    /// @param alert that something is to be looked at again since the register changed; empty when nothing is
    record View(
            boolean empty,
            String alert,
            List<Figure> figures,
            List<JobView> running,
            List<ListRow> governing,
            List<ListRow> latest,
            List<JobView> failed) {}

    record Figure(long number, String label, String href) {}
}
