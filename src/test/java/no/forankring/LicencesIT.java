package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every library in the jar comes under a licence that lets it be used and handed on with the product.
///
/// Where a library offers several, one of them is enough. A new name here is a decision: read the licence first.
class LicencesIT {

    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "Apache License v2",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "CDDL, v1.0",
            "Mozilla Public License Version 1.1",
            // As MIT.
            "Bouncy Castle Licence",
            // As Apache-1.1, without its clause on acknowledgment.
            "Similar to Apache License but with the acknowledgment clause removed",
            // As BSD-3-Clause, not for nuclear facilities; reads pictures for PDFBox.
            "BSD 3-clause License w/nuclear disclaimer",
            // Wants to be named in advertisements that speak of it; reads MATLAB files for Tika.
            "BSD-4-Clause",
            // Free but for making RAR archives; comes with Tika, and archives are not opened.
            "UnRar License");

    @Test
    void knowsTheLicenceOfEveryLibraryInTheJar() throws IOException {
        Path bom = Path.of("target", "classes", "META-INF", "sbom", "application.cdx.json");
        assumeTrue(Files.exists(bom), "Maven writes the list before it makes the jar; run mvn verify");
        var unknown = new ArrayList<String>();
        int libraries = 0;
        try (InputStream in = Files.newInputStream(bom)) {
            for (JsonNode component : JsonMapper.shared().readTree(in).path("components")) {
                libraries++;
                List<String> licences = licences(component);
                if (licences.stream().noneMatch(ALLOWED::contains)) {
                    unknown.add("%s:%s %s"
                            .formatted(
                                    component.path("group").asString(""),
                                    component.path("name").asString(),
                                    licences));
                }
            }
        }

        assertThat(libraries).isGreaterThan(100);
        assertThat(unknown).isEmpty();
    }

    private static List<String> licences(JsonNode component) {
        var licences = new ArrayList<String>();
        for (JsonNode entry : component.path("licenses")) {
            JsonNode licence = entry.path("license");
            licences.add(licence.path("id")
                    .asString(licence.path("name")
                            .asString(entry.path("expression").asString(""))));
        }
        return licences;
    }
}
