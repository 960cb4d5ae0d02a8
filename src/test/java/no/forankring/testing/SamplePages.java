package no.forankring.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.ingest.Ingest;
import no.forankring.ingest.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An address for every page of the service, over the sample documents in `corpus`.
public final class SamplePages {

    /// A page of an address that nothing has.
    public static final String MISSING = "/finnes-ikke";

    private static final String PAGES = "no.forankring.web";
    private static final String NETWORK = "/id/network/nettverk-hukommelsesteam-og-demenskoordinatorer";
    private static final String NETWORK_PAGE = "/nettverk/nettverk-hukommelsesteam-og-demenskoordinatorer?forslag=true";
    private static final String REPORT = "arsrapport-usht-fjordvik-2023-33134881";
    private static final String MANDATE = "mandat-nettverk-demens-2019-f4622a60";

    private static final String PLAN = """
            Navn;Type;År;Dato;Status;Ansvarlig;Nettverk;Styrende dokumenter;Mål;Målgruppe;Deltakere;Kommuner;Farge
            Læringsnettverk for måltider;læringsnettverk;2026;;;Fjordvik kommune;;Meld. St. 15 (2017–2018);Gode måltider;eldre;;;
            Vårsamling;samling;;12.03.2026;planlagt;;Læringsnettverk for måltider;Meld. St. 24;;;40;Nordlia, Solbakken;
            Høstsamling;samling;;31.02.2026;planlagt;;Læringsnettverk for måltider;;;;;;
            """;

    private final Map<String, List<String>> addresses = new LinkedHashMap<>();

    /// Waits until the sample documents are in, and makes what a page needs that nobody has worked on yet: a decision
    /// to read again and a plan to import.
    ///
    /// @param page with the rights to do that
    public SamplePages(ApplicationContext service, Page page) throws InterruptedException {
        String job = waitForSample(service.getBean(Ingest.class));
        String base = service.getBean(Addresses.class).base();
        add("/", "/");
        add("/sok", "/sok?q=demens", "/sok?q=finnesikkenoesteder");
        add("/sok/hvorfor", "/sok/hvorfor?q=demens&dokument=" + MANDATE);
        add("/lignende", "/lignende?dokument=" + MANDATE);
        add("/lagrede-sok", "/lagrede-sok");
        add("/styrende-dokumenter", "/styrende-dokumenter");
        add(
                "/styrende-dokumenter/{id}",
                "/styrende-dokumenter/meldst-15-2017-2018",
                "/styrende-dokumenter/meldst-24-2022-2023?forslag=true");
        add("/nettverk", "/nettverk");
        add("/nettverk/{*id}", NETWORK_PAGE);
        add("/aktiviteter", "/aktiviteter");
        add("/aktiviteter/{*id}", "/aktiviteter/fagdag-ernaering-2024?forslag=true");
        add("/ting/{kind}/{*id}", thing(page));
        add(
                "/sporing",
                "/sporing",
                "/sporing?id=plan-demensplan-2025&forslag=true",
                "/sporing?fra=nettverk-hukommelsesteam-og-demenskoordinatorer&til=plan-demensplan-2025&styrke=2");
        add("/dokumenter", "/dokumenter");
        add("/dokumenter/{id}", "/dokumenter/" + MANDATE, "/dokumenter/" + REPORT);
        add("/dokumenter/{id}/slett", "/dokumenter/" + MANDATE + "/slett");
        add("/last-opp", "/last-opp");
        add("/jobber/{id}", "/jobber/" + job);
        add("/gjennomgang/skrivemater", "/gjennomgang/skrivemater");
        add("/gjennomgang/sammenslaing", "/gjennomgang/sammenslaing");
        add("/gjennomgang/navn", "/gjennomgang/navn?id=nettverk-hukommelsesteam-og-demenskoordinatorer");
        add("/gjennomgang/andre-lesning/{id}", secondReading(page));
        add("/gjennomgang/uenighet", "/gjennomgang/uenighet");
        add("/gjennomgang/avgjorelser", "/gjennomgang/avgjorelser");
        add("/gjennomgang", "/gjennomgang");
        add("/funn", "/funn");
        add("/forankringssjekk", "/forankringssjekk", "/forankringssjekk?dokument=" + MANDATE);
        add("/dekning", "/dekning?fra=2019&til=2025&forslag=true", "/dekning?vis=hull&type=plan");
        add("/belegg", "/belegg?styrende=meldst-15-2017-2018&forslag=true");
        add("/gyldighet", "/gyldighet?forslag=true");
        add("/rapporter", "/rapporter");
        add(
                "/rapporter/{name}",
                "/rapporter/rapportering-per-satsingsomrade?suggestions=ja",
                "/rapporter/arshjul?suggestions=ja",
                "/rapporter/kommuner-over-tid?suggestions=ja");
        add("/innstillinger", "/innstillinger");
        add("/personvern", "/personvern");
        add("/sparql-editor", "/sparql-editor");
        add("/historikk", "/historikk");
        add("/konto", "/konto");
        add("/brukere", "/brukere");
        add("/revisjon", "/revisjon");
        add("/personopplysninger", "/personopplysninger");
        add("/personopplysninger/{id}", "/personopplysninger/" + MANDATE);
        add("/rediger/ny", "/rediger/ny?slag=activity");
        add("/rediger/ting/{kind}/{*id}", "/rediger/ting" + NETWORK.substring("/id".length()));
        add("/rediger/kobling", "/rediger/kobling?fra=" + base + NETWORK);
        add("/rediger/ut", "/rediger/ut?hva=" + base + NETWORK);
        add("/rediger/import", "/rediger/import");
        add("/rediger/import/{token}", plan(page), "/rediger/import/borte");
        add("/hjelp", "/hjelp");
        add("/tilgjengelighet", "/tilgjengelighet");
        add("/katalog", "/katalog");
        add("/logg-inn", "/logg-inn?feil");
    }

    /// The addresses that answer a browser with a page, as the application itself says.
    public static SortedSet<String> routes(RequestMappingHandlerMapping mappings) {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            boolean page = handler.getBeanType().getPackageName().equals(PAGES)
                    && handler.getMethod().getReturnType().equals(String.class)
                    && !AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ResponseBody.class);
            var methods = info.getMethodsCondition().getMethods();
            if (page && (methods.isEmpty() || methods.toString().contains("GET"))) {
                routes.addAll(info.getPatternValues());
            }
        });
        return routes;
    }

    /// The routes that have an address here.
    public SortedSet<String> sampled() {
        return new TreeSet<>(addresses.keySet());
    }

    public List<String> all() {
        return Stream.concat(addresses.values().stream().flatMap(List::stream), Stream.of(MISSING))
                .toList();
    }

    private void add(String route, String... samples) {
        addresses.put(route, List.of(samples));
    }

    /// Waits until every job has ended.
    ///
    /// @return the first of them
    public static String waitForSample(Ingest ingest) throws InterruptedException {
        for (int i = 0; i < 2_400; i++) {
            List<Job> jobs = ingest.jobs();
            if (!jobs.isEmpty() && jobs.stream().allMatch(job -> job.finished().isPresent())) {
                return jobs.getLast().id();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The sample documents were not read within four minutes");
    }

    /// One of the things that have no list of their own.
    private static String thing(Page page) {
        page.navigate(NETWORK_PAGE);
        return page.locator("a[href^='/ting/']").first().getAttribute("href");
    }

    private static String secondReading(Page page) {
        page.navigate("/gjennomgang");
        page.locator("button[data-key=g]").first().click();
        page.locator(".told button[data-key=z]").waitFor();
        page.navigate("/gjennomgang");
        page.locator("form[action='/gjennomgang/andre-lesning']:has(input[name=kobling]) button")
                .first()
                .dispatchEvent("click");
        page.waitForURL("**/gjennomgang/uenighet");
        return page.locator("a[href^='/gjennomgang/andre-lesning/']").first().getAttribute("href");
    }

    private static String plan(Page page) {
        page.navigate("/rediger/import");
        page.locator("#fil")
                .setInputFiles(new FilePayload("plan 2026.csv", "text/csv", PLAN.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button").first().click();
        page.waitForURL("**/rediger/import/*");
        return page.url().replaceFirst("^https?://[^/]+", "");
    }
}
