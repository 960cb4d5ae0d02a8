package no.forankring.sparql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who stands behind the data, for the catalog that others harvest.
///
/// @param publisher the name of the organization
/// @param publisherAddress its address in the register of organizations, as in
/// `https://organization-catalog.fellesdatakatalog.digdir.no/organizations/` and its number; empty when not set
/// @param contact a page where one can ask about the data; empty: our own help
/// @param license of the data
@ConfigurationProperties("forankring.catalog")
record CatalogSettings(
        @DefaultValue("Forankring") String publisher,
        @DefaultValue("") String publisherAddress,
        @DefaultValue("") String contact,
        @DefaultValue("https://data.norge.no/nlod/no/2.0") String license) {}
